package register_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
)

// workbook returns the bytes of a workbook.
func workbook(t testing.TB, fill func(f *excelize.File, put func(sheet, cell string, values ...any))) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f, func(sheet, cell string, values ...any) { require.NoError(t, f.SetSheetRow(sheet, cell, &values)) })
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

func readBytes(t testing.TB, data []byte, o register.Options) (*whole, error) {
	t.Helper()
	reg, err := register.Read(t.Context(), bytes.NewReader(data), int64(len(data)), "so.xlsx", o)
	if err != nil {
		return nil, err
	}
	return unpack(reg), nil
}

func noteKinds(notes []register.Note) (kinds []register.NoteKind) {
	for _, n := range notes {
		kinds = append(kinds, n.Kind)
	}
	return kinds
}

// TestTheRegisterOfTheOneStopDesk reads a sổ theo dõi as people keep it: titles,
// a header of two lines under merged cells, a line that numbers the columns, a
// heading, hidden lines, a sum; days as days, as letters and as numbers.
func TestTheRegisterOfTheOneStopDesk(t *testing.T) {
	day := func(d, h int) time.Time { return time.Date(2023, 9, d, h, 30, 0, 0, time.UTC) }
	data := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "SỔ THEO DÕI HỒ SƠ")
		put("Sheet1", "A2", "Tháng 9 năm 2023")
		put("Sheet1", "A4", "TT", "Mã hồ sơ", "Tên TTHC", "Số bộ", "Ngày", nil, nil, nil, "Giai đoạn 2", nil, "Ký nhận")
		put("Sheet1", "E5", "Nhận hồ sơ", "Hẹn trả kết quả", "Chuyển hồ sơ đến cơ quan giải quyết", "Trả kết quả", "Ngày nhận", "Ngày hẹn trả")
		for _, r := range []string{"A4:A5", "B4:B5", "C4:C5", "D4:D5", "K4:K5", "E4:H4", "I4:J4"} {
			from, to, _ := bytes.Cut([]byte(r), []byte(":"))
			require.NoError(t, f.MergeCell("Sheet1", string(from), string(to)))
		}
		put("Sheet1", "A6", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)")
		put("Sheet1", "A7", "I. LĨNH VỰC HỘ TỊCH")
		put("Sheet1", "A8", 1, "H20.30-230905-0001", "Đăng ký kết hôn", 1, day(5, 8), day(8, 8), day(5, 15), day(7, 9))
		put("Sheet1", "A9", 2, "H20.30-230906-0002", "Đăng ký lại khai sinh", "02 bộ", "06/09/2023 09:15", "14/09/2023", nil, nil, "20/09/2023", "25/09/2023")
		put("Sheet1", "A10", 3, "H20.30-230907-0003", nil, "x", 45176.5, "30/02/2023")
		require.NoError(t, f.MergeCell("Sheet1", "C9", "C10")) // last: the writer puts what is covered into the first cell
		require.NoError(t, f.SetRowVisible("Sheet1", 10, false))
		put("Sheet1", "A11", "Tổng cộng: 3 hồ sơ")
		_, err := f.NewSheet("Hướng dẫn")
		require.NoError(t, err)
		put("Hướng dẫn", "A1", "Cách ghi sổ")
	})
	reg, err := readBytes(t, data, register.Options{})
	require.NoError(t, err)
	m := reg.Mappings[0]
	assert.Equal(t, 4, m.Header)
	assert.Equal(t, 2, m.Lines)
	require.Len(t, reg.Entries, 3)
	first, second, third := reg.Entries[0], reg.Entries[1], reg.Entries[2]
	assert.Empty(t, first.Faults)
	assert.Equal(t, "so.xlsx:Sheet1:8", first.Place())
	for name, at := range map[string]time.Time{
		"2023-09-05 08:30": first.Received, "2023-09-08 08:30": first.Due, "2023-09-05 15:30": first.Transferred, "2023-09-07 09:30": first.Returned,
		"2023-09-06 09:15": second.Received, "2023-09-14 00:00": second.Due, "2023-09-20 00:00": second.SecondReceived, "2023-09-25 00:00": second.SecondDue,
		"2023-09-07 12:00": third.Received,
	} {
		assert.Equal(t, name+" +0700", at.Format("2006-01-02 15:04 -0700"))
	}
	assert.Equal(t, []int{1, 2, 0}, []int{first.Sets, second.Sets, third.Sets})
	assert.Equal(t, "Đăng ký lại khai sinh", third.ProcedureName, "the merged cell above")
	assert.Equal(t, []dossier.Fault{
		{Kind: dossier.FaultNumber, Column: 4, Header: "Số bộ", Value: "x"},
		{Kind: dossier.FaultDate, Column: 6, Header: "Ngày / Hẹn trả kết quả", Value: "30/02/2023"},
	}, third.Faults)
	assert.True(t, third.Has(dossier.FieldDue) && !third.Has(dossier.FieldFinished))
	assert.Equal(t, dossier.ProgressFinished, first.Progress())
	assert.ElementsMatch(t, []register.NoteKind{register.NoteNoHeader, register.NoteHidden, register.NoteRemark}, noteKinds(reg.Notes))
	assert.Contains(t, noteKinds(m.Notes), register.NoteMixedDates)
}

func TestCellsOfAWorkbookThatHoldNothing(t *testing.T) {
	data := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "Mã hồ sơ", "Mã TTHC", "Ngày nhận", "Chủ hồ sơ")
		put("Sheet1", "A2", "H20.30-230905-0001", 2.00011, nil, "Võ Thị Mẫu")
		require.NoError(t, f.SetCellFormula("Sheet1", "C2", "TODAY()"))
		put("Sheet1", "A3", "H20.30-230905-0002", "1.000894", time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC))
		require.NoError(t, f.SetCellFormula("Sheet1", "D3", "A1"))
	})
	reg, err := readBytes(t, data, register.Options{})
	require.NoError(t, err)
	require.Len(t, reg.Entries, 2)
	assert.Equal(t, "2.000110", reg.Entries[0].Procedure, "Excel took the zero")
	assert.Equal(t, []dossier.Fault{{Kind: dossier.FaultFormula, Column: 3, Header: "Ngày nhận"}}, reg.Entries[0].Faults)
	assert.Equal(t, []dossier.FaultKind{dossier.FaultDate, dossier.FaultFormula}, []dossier.FaultKind{reg.Entries[1].Faults[0].Kind, reg.Entries[1].Faults[1].Kind})
}

func TestSeveralSheets(t *testing.T) {
	data := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "Mã hồ sơ", "Trạng thái")
		put("Sheet1", "A2", "H20.30-230905-0001", "Đã trả kết quả")
		_, err := f.NewSheet("Tháng 10")
		require.NoError(t, err)
		put("Tháng 10", "A1", "STT", "Số hồ sơ", "Trạng thái")
		put("Tháng 10", "A2", 1, "H20.30-230905-0001", "Đang xử lý")
		put("Tháng 10", "A3", 2, "H20.30-231005-0001", "Đang xử lý")
		require.NoError(t, f.SetSheetVisible("Tháng 10", false))
	})
	reg, err := readBytes(t, data, register.Options{})
	require.NoError(t, err)
	require.Len(t, reg.Entries, 3)
	assert.Equal(t, dossier.FaultDuplicate, reg.Entries[1].Faults[0].Kind)
	assert.Equal(t, "Tháng 10", reg.Entries[1].Sheet)
	assert.Contains(t, noteKinds(reg.Mappings[1].Notes), register.NoteHidden)

	pinned, err := readBytes(t, data, register.Options{Pinned: []register.Mapping{{Sheet: "Tháng 10", Header: 1, Columns: []register.Column{{Number: 2, Header: "Số hồ sơ", Field: dossier.FieldCode}}}}})
	require.NoError(t, err)
	assert.Len(t, pinned.Entries, 2)
	assert.Empty(t, pinned.Entries[0].Status)
	_, err = readBytes(t, data, register.Options{Pinned: []register.Mapping{{Sheet: "Tháng 10", Header: 1, Columns: []register.Column{{Number: 2, Header: "Mã", Field: dossier.FieldCode}}}}})
	var bad *register.Error
	require.ErrorAs(t, err, &bad)
	assert.Contains(t, bad.Text().In(msg.English), "column 2 is no longer headed")
	assert.Contains(t, bad.Text().In(msg.Vietnamese), "cột 2 không còn mang tiêu đề «Mã»")
}

func TestACodeMergedOverLinesIsOneDossier(t *testing.T) {
	data := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "Mã hồ sơ", "Trạng thái", "Ghi chú")
		put("Sheet1", "A2", "H20.30-230905-0001", "Đã trả kết quả", "a")
		put("Sheet1", "A3", nil, nil, "b")
		require.NoError(t, f.MergeCell("Sheet1", "A2", "A3"))
		put("Sheet1", "A4", "H20.30-230905-0002", "Đang xử lý")
	})
	reg, err := readBytes(t, data, register.Options{})
	require.NoError(t, err)
	assert.Len(t, reg.Entries, 2)
	assert.Equal(t, []register.NoteKind{register.NoteContinued}, noteKinds(reg.Notes))
}

func TestFilesOfOtherKindsSayHowToConvertThem(t *testing.T) {
	compound := func(stream string) []byte {
		data := make([]byte, 2048)
		copy(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
		data[30], data[48] = 9, 1
		for i, c := range stream {
			data[1024+2*i] = byte(c)
		}
		return data
	}
	for id, data := range map[string][]byte{
		"register/xls": compound("Workbook"), "register/locked": compound("EncryptedPackage"), "register/html": []byte("\ufeff\r\n<html><table>"),
		"register/ods":  []byte("PK\x03\x04..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
		"register/xlsb": []byte("PK\x03\x04......xl/workbook.bin"), "register/not-csv": []byte("%PDF-1.7"), "register/damaged": []byte("PK\x03\x04"),
	} {
		_, err := readBytes(t, data, register.Options{})
		var bad *register.Error
		require.ErrorAs(t, err, &bad, id)
		assert.Equal(t, id, bad.Text().ID)
	}
}

// TestAHeaderWhoseColumnsStandElsewhere has a second list below the first, with
// another column where the codes stood.
func TestAHeaderWhoseColumnsStandElsewhere(t *testing.T) {
	data := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "Mã hồ sơ", "Ngày nhận", "Trạng thái")
		put("Sheet1", "A2", "H20.30-230905-0001", "05/09/2023", "Đã trả kết quả")
		put("Sheet1", "A3", "Trạng thái", "Số hồ sơ", "Ngày tiếp nhận")
		put("Sheet1", "A4", "Đang xử lý", "H20.30-230906-0002", "06/09/2023")
	})
	reg, err := readBytes(t, data, register.Options{})
	require.NoError(t, err)
	require.Len(t, reg.Entries, 2)
	assert.Equal(t, "H20.30-230906-0002", reg.Entries[1].Code)
	assert.Equal(t, "2023-09-06", reg.Entries[1].Received.Format(time.DateOnly))
	assert.Equal(t, "Đang xử lý", reg.Entries[1].Status)
	assert.Empty(t, reg.Entries[1].Faults)
	assert.Equal(t, []register.NoteKind{register.NoteAnother}, noteKinds(reg.Notes))
}

// TestAManifoldString has one long text under many lines: what a workbook shares
// costs as if it stood there each time.
func TestAManifoldString(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	named := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "Mã hồ sơ", "Trạng thái")
		for i := range 200 {
			put("Sheet1", "A"+strconv.Itoa(i+2), "A-"+strconv.Itoa(i), long)
		}
	})
	merged := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "Mã hồ sơ", "Trạng thái")
		put("Sheet1", "A2", "A-0", long)
		for i := range 200 {
			put("Sheet1", "A"+strconv.Itoa(i+3), "A-1"+strconv.Itoa(i))
		}
		require.NoError(t, f.MergeCell("Sheet1", "B2", "B202"))
	})
	for what, data := range map[string][]byte{"named": named, "merged": merged} {
		_, err := readBytes(t, data, register.Options{Limits: register.Limits{Inflated: 1 << 20}})
		var bad *register.Error
		require.ErrorAs(t, err, &bad, what)
		assert.Equal(t, "register/bomb", bad.Text().ID, what)
		reg, err := readBytes(t, data, register.Options{Limits: register.Limits{Inflated: 8 << 20}})
		require.NoError(t, err, what)
		assert.GreaterOrEqual(t, len(reg.Entries), 200, what)
	}
}

func TestABombInAWorkbook(t *testing.T) {
	data := workbook(t, func(f *excelize.File, put func(string, string, ...any)) {
		put("Sheet1", "A1", "Mã hồ sơ", "Trạng thái")
		for i := range 3000 {
			cell, err := excelize.CoordinatesToCellName(1, i+2)
			require.NoError(t, err)
			put("Sheet1", cell, "A-1", "Đang xử lý")
		}
	})
	_, err := readBytes(t, data, register.Options{Limits: register.Limits{Inflated: 10 << 10}})
	var bad *register.Error
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, "register/bomb", bad.Text().ID)
}
