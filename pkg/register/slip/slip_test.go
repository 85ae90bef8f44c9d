package slip_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/register/slip"
)

func read(t *testing.T, data []byte) *slip.Slip {
	t.Helper()
	s, err := slip.Read(t.Context(), bytes.NewReader(data), int64(len(data)), "phieu.xlsx")
	require.NoError(t, err)
	return s
}

func clock(day, hour, minute int) time.Time {
	return law.Date(2026, 11, day).Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

// want are the two handovers that the layouts below hold.
var want = []dossier.Handover{
	{N: 1, From: "Bộ phận Một cửa", To: "Phòng Tư pháp", Given: clock(2, 8, 30), Received: clock(2, 8, 30)},
	{N: 2, From: "Phòng Tư pháp", To: "Bộ phận Một cửa", Given: clock(4, 15, 0), Received: clock(4, 15, 0)},
}

func same(t *testing.T, want, got []dossier.Handover) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range got {
		assert.Positive(t, got[i].Row)
		got[i].Row, got[i].Sheet = 0, ""
		assert.True(t, want[i].Given.Equal(got[i].Given), "%s, want %s", got[i].Given, want[i].Given)
		assert.True(t, want[i].Received.Equal(got[i].Received), "%s, want %s", got[i].Received, want[i].Received)
		got[i].Given, got[i].Received = want[i].Given, want[i].Received
		assert.Equal(t, want[i], got[i])
	}
}

func TestLayouts(t *testing.T) {
	const title = "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ,,\nMã hồ sơ: H20.30-261102-0001,,\n"
	const first, second = `"08 giờ 30 phút, ngày 02 tháng 11 năm 2026"`, `"15 giờ 00 phút, ngày 04 tháng 11 năm 2026"`
	for name, text := range map[string]string{
		"the form, both in a cell": title + "TÊN CƠ QUAN,\"THỜI GIAN GIAO, NHẬN HỒ SƠ\",GHI CHÚ\n" +
			"\"1. Giao: Bộ phận Một cửa\n2. Nhận: Phòng Tư pháp\"," + first + ",\n\"1. Giao: Phòng Tư pháp\n2. Nhận: Bộ phận Một cửa\"," + second + ",\n" +
			"\"1. Giao: ……\n2. Nhận: ……\",\"… giờ … phút, ngày … tháng … năm …\",\n",
		"the form, in rows of their own": title + "Tên cơ quan,Thời gian giao nhận,Ghi chú\n1. Giao: Bộ phận Một cửa," + first + ",\n2. Nhận: Phòng Tư pháp,,\n" +
			"1. Giao: Phòng Tư pháp," + second + ",\n2. Nhận: Bộ phận Một cửa,,\n1. Giao: ...,,\n2. Nhận: ...,,\n",
		"an export":              "STT;Nơi giao;Nơi nhận;Thời gian giao;Thời gian nhận\n1;Bộ phận Một cửa;Phòng Tư pháp;02/11/2026 08:30;02/11/2026 08:30\n2;Phòng Tư pháp;Bộ phận Một cửa;04/11/2026 15:00;04/11/2026 15:00\n3;;;;\n",
		"a header of two lines":  "STT,Giao,,Thời gian\n,Nơi giao,Nơi nhận,giao nhận\n1,Bộ phận Một cửa,Phòng Tư pháp,02/11/2026 08:30\n2,Phòng Tư pháp,Bộ phận Một cửa,04/11/2026 15:00\n",
		"the header twice":       "Nơi giao,Nơi nhận,Thời gian\nBộ phận Một cửa,Phòng Tư pháp,02/11/2026 08:30\nNơi giao,Nơi nhận,Thời gian\nPhòng Tư pháp,Bộ phận Một cửa,04/11/2026 15:00\n",
		"numbers of the columns": "Nơi giao,Nơi nhận,Thời gian\n1,2,3\nBộ phận Một cửa,Phòng Tư pháp,02/11/2026 08:30\nPhòng Tư pháp,Bộ phận Một cửa,04/11/2026 15:00\n",
		"a list in JSON":         `[{"NoiGiao":"Bộ phận Một cửa","NoiNhan":"Phòng Tư pháp","ThoiGian":"20261102083000"},{"NoiGiao":"Phòng Tư pháp","NoiNhan":"Bộ phận Một cửa","ThoiGian":"20261104150000"}]`,
		"an object in JSON": `{"MaHoSo":"H20.30-261102-0001","TienTrinh":[{"DonViGiao":"Bộ phận Một cửa","DonViNhan":"Phòng Tư pháp","NgayGiao":"20261102083000","NgayNhan":"20261102083000"},` +
			`{"DonViGiao":"Phòng Tư pháp","DonViNhan":"Bộ phận Một cửa","NgayGiao":"20261104150000","NgayNhan":"20261104150000"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := read(t, []byte(text))
			same(t, want, s.Handovers)
			assert.True(t, s.Columns.Times())
			assert.Positive(t, s.Columns.From)
			assert.Positive(t, s.Columns.To)
			assert.Zero(t, s.Columns.Giver)
		})
	}
}

func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"},
		{"Mã hồ sơ", "H20.30-261102-0001"},
		{"TT", "Bên giao", "Bên nhận", "Người giao (ký, ghi rõ họ tên)", "Người nhận (ký, ghi rõ họ tên)", "Ngày giờ giao, nhận"},
		{1, "Bộ phận Một cửa", "Phòng Tư pháp", "Nguyễn Mẫu", "", time.Date(2026, 11, 2, 8, 30, 0, 0, time.UTC)},
		{2, "Phòng Tư pháp", "", "", "", "sáng thứ 4"},
		{3},
	} {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		require.NoError(t, err)
		require.NoError(t, f.SetSheetRow("Sheet1", cell, &row))
	}
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	s := read(t, b.Bytes())
	assert.Equal(t, slip.Columns{From: 2, To: 3, Giver: 4, Receiver: 5, Given: 6, Received: 6}, s.Columns)
	require.Len(t, s.Handovers, 2)
	assert.Equal(t, "Nguyễn Mẫu", s.Handovers[0].Giver)
	assert.Empty(t, s.Handovers[0].Receiver)
	assert.True(t, clock(2, 8, 30).Equal(s.Handovers[0].At()))
	assert.Equal(t, 4, s.Handovers[0].Row)
	assert.True(t, s.Handovers[1].Unread, "a time that is none")
	assert.True(t, s.Handovers[1].At().IsZero())
}

func TestTimes(t *testing.T) {
	for text, want := range map[string]time.Time{
		"08 giờ 30 phút, ngày 02 tháng 11 năm 2026": clock(2, 8, 30),
		"8h30 ngày 2 tháng 11 năm 2026":             clock(2, 8, 30),
		"lúc 14 giờ, ngày 02 tháng 11 năm 2026.":    clock(2, 14, 0),
		"ngày 02 tháng 11 năm 2026":                 clock(2, 0, 0),
		"02/11/2026 8:30":                           clock(2, 8, 30),
		"08 giờ 30 phút, ngày 31 tháng 11 năm 2026": {},
		"25 giờ 00 phút, ngày 02 tháng 11 năm 2026": {},
		"hôm 2": {},
		"…… giờ …… phút, ngày …… tháng …… năm ……":         {},
		"… giờ … phút, ngày … tháng … năm …, có ghi thêm": {},
	} {
		s := read(t, []byte("Nơi giao\tNơi nhận\tThời gian\nA\tB\t"+text+"\n"))
		require.Len(t, s.Handovers, 1, text)
		h := s.Handovers[0]
		assert.True(t, want.Equal(h.At()), "%s: %s", text, h.At())
		assert.Equal(t, want.IsZero() && text != "…… giờ …… phút, ngày …… tháng …… năm ……", h.Unread, text)
	}
}

func TestNoSlip(t *testing.T) {
	for text, id := range map[string]string{
		"Mã hồ sơ,Trạng thái\nA-1,Xong\n": "slip/no-table",
		"":                                "slip/no-table",
		strings.Repeat("x,y\n", 100) + "Nơi giao,Nơi nhận,Thời gian\n": "slip/no-table",
		`{"a":1}`:   "slip/not-a-list",
		`[1,2]`:     "slip/not-a-list",
		`[{"a":1}]`: "slip/not-a-list",
		"Nơi giao,Nơi nhận,Thời gian\n" + strings.Repeat("A,B,02/11/2026\n", 2001): "slip/too-many",
		"%PDF-1.7": "register/not-csv",
	} {
		_, err := slip.Read(t.Context(), strings.NewReader(text), int64(len(text)), "phieu.csv")
		var bad *register.Error
		if assert.ErrorAs(t, err, &bad, text) {
			assert.Equal(t, id, bad.Because.ID)
		}
	}
	var bad *register.Error
	_, err := slip.Read(t.Context(), strings.NewReader(""), 9<<20, "phieu.csv")
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, "slip/too-large", bad.Because.ID)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("Nơi giao,Nơi nhận,Thời gian\nA,B,02/11/2026\n"))
	f.Add([]byte("Tên cơ quan;Thời gian giao nhận\n1. Giao: A;08 giờ 30 phút, ngày 02 tháng 11 năm 2026\n2. Nhận: B;\n"))
	f.Add([]byte(`{"TienTrinh":[{"NoiGiao":"A","NoiNhan":null,"ThoiGian":20261102083000},null]}`))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := slip.Read(t.Context(), bytes.NewReader(data), int64(len(data)), "a")
		if err != nil {
			return
		}
		for i, h := range s.Handovers {
			if h.Empty() || h.N != i+1 || h.Row < 1 {
				t.Errorf("handover %d is %+v", i, h)
			}
		}
	})
}
