package register_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
)

const layoutA = "Số hồ sơ,Tên thủ tục hành chính,Tên lĩnh vực,Phòng ban,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Cơ quan/đơn vị,Chủ hồ sơ,Số điện thoại,Cán bộ xử lý hiện tại,Trạng thái hồ sơ\n"

// whole is a register with all its lines.
type whole struct {
	*register.Register
	Entries []dossier.Entry
	Header  int // of the first list
}

func unpack(reg *register.Register) *whole {
	w := &whole{Register: reg, Header: reg.Mappings[0].Header}
	for i := range reg.Len() {
		w.Entries = append(w.Entries, *reg.At(i))
	}
	return w
}

func read(t testing.TB, text string) *whole {
	t.Helper()
	reg, err := readText(text)
	require.NoError(t, err)
	return unpack(reg)
}

func readText(text string) (*register.Register, error) {
	return register.Read(context.Background(), strings.NewReader(text), int64(len(text)), "ho-so.csv", register.Options{})
}

func TestLayoutA(t *testing.T) {
	reg := read(t, "\ufeffDANH SÁCH HỒ SƠ\n\n"+layoutA+
		"H20.30-230911-0001,Đăng ký kết hôn,Hộ tịch,Tư pháp,11/09/2023 08:30,13/9/2023,12/09/2023,UBND Phường 3,Nguyễn Thị  A,0900000000,,Đã trả kết quả\n"+
		",,,,,,,,,,,\n")
	require.Len(t, reg.Entries, 1)
	e := reg.Entries[0]
	assert.Equal(t, 3, reg.Header)
	assert.Equal(t, 4, e.Row)
	assert.Empty(t, e.Faults)
	assert.Equal(t, "Đăng ký kết hôn", e.ProcedureName)
	assert.Equal(t, "UBND Phường 3", e.Unit)
	assert.Equal(t, "2023-09-11 08:30", e.Received.Format("2006-01-02 15:04"))
	assert.Equal(t, "2023-09-13", e.Due.Format(time.DateOnly))
	assert.True(t, e.Done())
}

func TestCarriageReturnsEndLines(t *testing.T) {
	reg := read(t, "\ufeffMã hồ sơ,Trạng thái\rA-1,Đang xử lý\rA-2,Đã trả kết quả\r")
	require.Len(t, reg.Entries, 2)
	assert.Equal(t, "A-2", reg.Entries[1].Code)
	assert.Equal(t, 3, reg.Entries[1].Row)
}

func TestSeparators(t *testing.T) {
	for _, sep := range []string{";", "\t", ","} {
		reg := read(t, strings.ReplaceAll("Mã hồ sơ|Trạng thái\r\nA-1|Đang xử lý\r\n", "|", sep))
		require.Len(t, reg.Entries, 1, "%q", sep)
		assert.Equal(t, "A-1", reg.Entries[0].Code)
	}
}

func TestBrokenCellsAreFaultsAndOthersStand(t *testing.T) {
	reg := read(t, layoutA+
		"A-1,Đăng ký kết hôn,,,31/02/2023,,12/09/2023,,,,,\n"+ // a day that does not exist
		",Đăng ký khai tử,,,,,,,,,,Đang xử lý\n"+ // no code
		"A-2,Đăng ký khai sinh\n"+ // short line
		"a-1,Đăng ký kết hôn,,,,,,,,,,\n"+ // code again
		"A-3,\"Đăng ký \"kết\" hôn\",,,,,,,,,,,thừa\n"+ // bare quotes, a cell too many
		"A-4,\xff\xfe,,,,,,,,,,\n")
	kinds := func(i int) (out []dossier.FaultKind) {
		for _, f := range reg.Entries[i].Faults {
			out = append(out, f.Kind)
		}
		return out
	}
	require.Len(t, reg.Entries, 6)
	assert.Equal(t, dossier.Fault{Kind: dossier.FaultDate, Column: 5, Header: "Ngày tiếp nhận", Value: "31/02/2023"}, reg.Entries[0].Faults[0])
	assert.Equal(t, "2023-09-12", reg.Entries[0].Finished.Format(time.DateOnly), "the other cells stand")
	assert.Equal(t, []dossier.FaultKind{dossier.FaultNoCode}, kinds(1))
	assert.Equal(t, []dossier.FaultKind{dossier.FaultCells}, kinds(2))
	assert.Equal(t, 3, reg.Entries[2].Faults[0].Column)
	assert.Equal(t, []dossier.FaultKind{dossier.FaultDuplicate}, kinds(3))
	assert.Equal(t, []dossier.FaultKind{dossier.FaultCells}, kinds(4))
	assert.Equal(t, []dossier.FaultKind{dossier.FaultEncoding}, kinds(5))
	assert.Equal(t, 5, reg.Entries[3].Row)
	assert.Equal(t, dossier.Fault{Kind: dossier.FaultDuplicate, Column: 1, Header: "Số hồ sơ", Value: "a-1"}, reg.Entries[3].Faults[0])
	assert.Equal(t, dossier.Fault{Kind: dossier.FaultNoCode, Column: 1, Header: "Số hồ sơ"}, reg.Entries[1].Faults[0])
}

func TestDatesThatStandForNone(t *testing.T) {
	reg := read(t, layoutA+"A-1,Đăng ký kết hôn,,,01/01/0001,01/01/1900,01/01/0001 00:00:00,,,,,\n")
	e := reg.Entries[0]
	require.Len(t, e.Faults, 3)
	for _, f := range e.Faults {
		assert.Equal(t, dossier.FaultDate, f.Kind)
	}
	assert.True(t, e.Received.IsZero() && e.Due.IsZero() && e.Finished.IsZero())
	assert.Equal(t, dossier.ProgressUnknown, e.Progress())
}

func TestNotARegister(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "no code column": "Tên,Ngày nhận\nA,1/1/2023\n", "xlsx": "PK\x03\x04....", "utf-16": "\xff\xfeS\x00",
		"binary": "a\x00b", "one endless line": strings.Repeat("x", 2<<20),
		"header too far down": strings.Repeat("x\n", 30) + layoutA,
	} {
		_, err := readText(text)
		var bad *register.Error
		require.ErrorAs(t, err, &bad, name)
		for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
			assert.Contains(t, bad.Text().In(lang), "ho-so.csv", name)
			assert.NotContains(t, bad.Text().In(lang), "{", name)
		}
	}
}

// brokenAfter is a disk that fails behind a text.
type brokenAfter string

func (b brokenAfter) ReadAt(p []byte, off int64) (int, error) {
	if off >= int64(len(b)) {
		return 0, errDisk
	}
	n := copy(p, b[off:])
	if n < len(p) {
		return n, errDisk
	}
	return n, nil
}

var errDisk = errors.New("disk")

func TestReaderErrors(t *testing.T) {
	rows := strings.Repeat("A-1,\"Đăng ký kết hôn,,,,,,,,,,\n", 10_000) // fails while it looks for the end of a cell
	for _, text := range []string{"", layoutA + "A-1,Đăng ký kết hôn,,,,,,,,,,\n", layoutA + rows} {
		_, err := register.Read(t.Context(), brokenAfter(text), int64(len(text))+1, "ho-so.csv", register.Options{})
		assert.ErrorIs(t, err, errDisk)
	}
}

func TestParseDate(t *testing.T) {
	for _, cell := range []string{"5/9/2023", "05/09/2023 07:00:01", "2023-09-05", "20230905070001", "5-9-2023", "07:00 05/09/2023"} {
		got, err := register.ParseDate(cell)
		require.NoError(t, err, cell)
		assert.Equal(t, "2023-09-05 +0700", got.Format("2006-01-02 -0700"), cell)
	}
	for _, cell := range []string{"13/13/2023", "01/01/0001", "01/01/0001 07:00:00", "0001-01-01", "01/01/1900", "31/12/1999", "01/01/2101", "00010101000000"} {
		got, err := register.ParseDate(cell)
		assert.Error(t, err, cell)
		assert.True(t, got.IsZero(), cell)
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte(layoutA + "A-1,x\n"))
	f.Add([]byte("\ufeffMã hồ sơ;Trạng thái\n\"A\"\"\n"))
	f.Add([]byte(short + "A-1,\"x\ny\",,\"Đã trả\nA-2,\"\",\"a \"b\"\",\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := register.Read(t.Context(), bytes.NewReader(text), int64(len(text)), "r.csv", register.Options{})
		if err != nil {
			return
		}
		reg := unpack(got)
		last, lines := reg.Header, bytes.Count(text, []byte("\n"))+1
		for i := range reg.Entries {
			e := &reg.Entries[i]
			if e.Row <= last || e.Row > lines {
				t.Fatalf("line %d after %d of %d", e.Row, last, lines)
			}
			last = e.Row
			for _, day := range []time.Time{e.Received, e.Due, e.Finished} {
				if !day.IsZero() && (day.Year() < 2000 || day.Year() > 2100) {
					t.Fatalf("a dossier of %s", day)
				}
			}
		}
	})
}
