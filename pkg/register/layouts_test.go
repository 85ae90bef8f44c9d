package register_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/mistake"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
)

const layoutB = "STT;Đơn vị tiếp nhận;Lĩnh vực;Tên thủ tục hành chính;Mã hồ sơ;Trạng thái;Địa chỉ;Chủ hồ sơ;Ngày nhận;Ngày hẹn trả;Ngày kết thúc xử lý;Đơn vị/cá nhân giải quyết\n"

// shifted are lines of nine cells under the twelve headers of layout B, as one
// public export prints them.
func shifted(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d;UBND Phường %d;Đăng ký kết hôn;H20.30-2309%02d-%04d;Số %d, đường Mẫu, phường 3;Võ Thị Mẫu Đơn;%02d/09/2023 08:30;%02d/10/2023;%02d/10/2023\n",
			i+1, i%3+1, i%28+1, i, i, i%28+1, i%28+1, i%27+1)
	}
	return b.String()
}

func TestLayoutBIsPutRightByItsContent(t *testing.T) {
	reg := read(t, "DANH SÁCH\n"+layoutB+shifted(20))
	require.Len(t, reg.Entries, 20)
	assert.Equal(t, []register.NoteKind{register.NoteShifted}, noteKinds(reg.Mappings[0].Notes))
	for i, e := range reg.Entries {
		assert.Empty(t, e.Faults)
		assert.Equal(t, fmt.Sprintf("H20.30-2309%02d-%04d", i%28+1, i), e.Code)
		assert.Equal(t, fmt.Sprintf("UBND Phường %d", i%3+1), e.Unit)
		assert.Equal(t, "Đăng ký kết hôn", e.ProcedureName)
		assert.Equal(t, "Võ Thị Mẫu Đơn", e.Owner)
		assert.Equal(t, fmt.Sprintf("2023-09-%02d", i%28+1), e.Received.Format(time.DateOnly))
		assert.Equal(t, fmt.Sprintf("2023-10-%02d", i%28+1), e.Due.Format(time.DateOnly))
		assert.False(t, e.Finished.IsZero())
		assert.True(t, e.Sector == "" && e.Status == "" && e.Department == "")
	}
}

func TestColumnsThatCannotBePutRightAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		// The third day is always empty, so that two days stand under three headers.
		"two days of three": layoutB + strings.NewReplacer(
			"01/10/2023\n", "\n").Replace("1;UBND Phường 1;Đăng ký kết hôn;H20.30-230901-0001;Số 1, đường Mẫu, phường 3;Võ Thị Mẫu;01/09/2023;05/09/2023;01/10/2023\n"),
		"no code anywhere": layoutB + "1;UBND Phường 1;Đăng ký kết hôn;;Số 1, đường Mẫu, phường 3;Võ Thị Mẫu;01/09/2023;05/09/2023;01/10/2023\n",
	} {
		_, err := readText(text)
		var bad *register.Error
		require.ErrorAs(t, err, &bad, name)
		assert.Equal(t, "register/shifted", bad.Text().ID, name)
		assert.NotContains(t, bad.Text().In(msg.Vietnamese), "Võ Thị", name)
	}
}

func TestAColumnThatDoesNotHoldDaysIsNotUsed(t *testing.T) {
	reg := read(t, "Mã hồ sơ,Ngày nhận,Ngày trả\n"+strings.Repeat("A-1,05/09/2023,Bưu điện\n", 6))
	assert.Empty(t, reg.Entries[0].Faults)
	assert.False(t, reg.Entries[0].Has(dossier.FieldReturned))
	assert.Equal(t, []register.NoteKind{register.NoteUnsuited}, noteKinds(reg.Mappings[0].Notes))
}

func TestLayoutC(t *testing.T) {
	reg := read(t, "MaHoSo,MaTTHC,MaChuGiayTo,NgayTiepNhan,TrangThaiHoSo,DonViXuLy,MaGiayToKetQua,SoKyHieu,NgayCap,TenFileGiayToKetQuaDinhKem,HoSoCoThanhPhanSoHoa,NgayHenTra,NgayTra\n"+
		"H20.30-230911-0001,1.000894,087000000000,20230911083000,10,UBND Phường 3,KQ.01,12/2023,12/09/2023,\"luu/GCN 12.pdf; GCN 12 trang 2.pdf\",1,14/09/2023,13/09/2023\n")
	e := reg.Entries[0]
	assert.Empty(t, e.Faults)
	assert.Equal(t, "Đã trả kết quả", e.Status)
	assert.Equal(t, "087000000000", e.OwnerID)
	assert.Equal(t, dossier.Yes, e.Digitized)
	assert.Equal(t, "2023-09-13", e.Ended().Format(time.DateOnly))
	require.Len(t, e.Results, 2)
	assert.Equal(t, "GCN 12.pdf", e.Results[0].File)
	assert.Equal(t, "KQ.01", e.Results[0].Code)
	assert.Equal(t, "12/2023", e.Results[0].Number)
	assert.Equal(t, "2023-09-12", e.Results[0].Issued.Format(time.DateOnly))
	assert.Equal(t, "GCN 12 trang 2.pdf", e.Results[1].File)
}

func TestEncodings(t *testing.T) {
	plain := "Mã hồ sơ;Tên thủ tục;Trạng thái\nA-1;Đăng ký kết hôn;Đã trả kết quả\nA-2;\"Cấp giấy\nxác nhận\";Đang xử lý\n"
	// Windows-1258 has the tone of a letter behind it.
	var tones strings.Builder
	for _, r := range plain {
		letters := []rune(norm.NFD.String(string(r)))
		if n := len(letters); n > 1 && strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", letters[n-1]) {
			tones.WriteString(norm.NFC.String(string(letters[:n-1])) + string(letters[n-1]))
		} else if n > 2 { // a tone below stands before the mark above
			tones.WriteString(norm.NFC.String(string(letters[0])+string(letters[2:])) + string(letters[1]))
		} else {
			tones.WriteRune(r)
		}
	}
	windows, err := charmap.Windows1258.NewEncoder().String(tones.String())
	require.NoError(t, err)
	encoded := map[string]string{"UTF-8": plain, "with a mark": "\ufeff" + plain, "Windows-1258": windows, "decomposed": norm.NFD.String(plain), "CRLF": strings.ReplaceAll(plain, "\n", "\r\n"), "sep=": "sep=;\r\n" + plain}
	for name, e := range map[string]struct {
		order unicode.Endianness
		mark  unicode.BOMPolicy
	}{"UTF-16LE": {unicode.LittleEndian, unicode.UseBOM}, "UTF-16BE": {unicode.BigEndian, unicode.UseBOM}, "UTF-16LE without a mark": {unicode.LittleEndian, unicode.IgnoreBOM}} {
		encoded[name], err = unicode.UTF16(e.order, e.mark).NewEncoder().String(plain)
		require.NoError(t, err)
	}
	for name, text := range encoded {
		reg, err := readText(text)
		require.NoError(t, err, name)
		require.Equal(t, 2, reg.Len(), name)
		assert.Equal(t, "Đăng ký kết hôn|Đã trả kết quả", reg.At(0).ProcedureName+"|"+reg.At(0).Status, name)
		assert.Equal(t, "Cấp giấy xác nhận", reg.At(1).ProcedureName, name)
		assert.Empty(t, reg.At(0).Faults, name)
	}
}

func TestMalformedLists(t *testing.T) {
	reg := read(t, "Mã hồ sơ,Trạng thái,Ngày nhận,Ngày hẹn trả\n"+
		"A-1,Đang xử lý,05/09/2023,04/09/2023\n"+
		"Mã hồ sơ,Trạng thái,Ngày nhận,Ngày hẹn trả\n"+ // a page of the print
		strings.Repeat(",,,\n", 3000)+
		"A-2,Đang xử lý,05/09/2023 14:00,05/09/2023\n"+
		"Số hồ sơ,Ngày nhận,Tình trạng\n"+ // another list below
		"A-3,06/09/2023,Đã trả\n"+
		"Người lập biểu,,,\n")
	require.Len(t, reg.Entries, 3)
	assert.Equal(t, []dossier.Fault{{Kind: dossier.FaultOrder, Column: 4, Header: "Ngày hẹn trả", Value: "04/09/2023"}}, reg.Entries[0].Faults)
	assert.Empty(t, reg.Entries[1].Faults, "due on the day of receipt")
	assert.Equal(t, 3004, reg.Entries[1].Row)
	assert.Equal(t, "2023-09-06", reg.Entries[2].Received.Format(time.DateOnly))
	assert.Equal(t, "Đã trả", reg.Entries[2].Status)

	_, err := readText("STT,Họ và tên,Ngày nhận,Ngày hẹn trả\n1,Võ Thị Mẫu,05/09/2023,07/09/2023\n")
	var bad *register.Error
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, "register/no-code-column", bad.Text().ID)
}

func TestUnknownProceduresAreListed(t *testing.T) {
	text := "Mã hồ sơ,Mã TTHC,Tên TTHC\nA-1,1.000894,Đăng ký kết hôn\nA-2,9.999999,Thủ tục lạ\nA-3,9.999999,Thủ tục lạ\n"
	reg, err := register.Read(t.Context(), strings.NewReader(text), int64(len(text)), "r.csv", register.Options{
		Known: func(code, _ string) bool { return code == "1.000894" },
	})
	require.NoError(t, err)
	require.Len(t, reg.Notes, 1)
	assert.Equal(t, "Thủ tục chưa biết: 9.999999 Thủ tục lạ (2 dòng, dòng đầu: 3).", reg.Notes[0].Text.In(msg.Vietnamese))
}

func TestAliases(t *testing.T) {
	builtin, err := register.BuiltinAliases()
	require.NoError(t, err)
	for _, f := range register.Fields() {
		assert.NotEmpty(t, builtin.Headers[f], f)
	}
	more, err := register.ParseAliases("a.yaml", []byte("headers:\n  received: [Ngày vào sổ]\n  code: [Thủ tục]\n"))
	require.NoError(t, err)
	text := "Thủ tục,Ngày vào sổ\nA-1,05/09/2023\n"
	reg, err := register.Read(t.Context(), strings.NewReader(text), int64(len(text)), "r.csv", register.Options{Aliases: builtin.With(more)})
	require.NoError(t, err)
	assert.Equal(t, "A-1 2023-09-05", reg.At(0).Code+" "+reg.At(0).Received.Format(time.DateOnly))
	for src, want := range map[string]string{
		"header: {}":                              "a.yaml, dòng 1, cột 1: không có khóa «header».",
		"headers:\n  recieved: [x]":               "a.yaml, dòng 2, cột 3: không có loại cột «recieved».",
		"headers: {code: [x], due: [X]}":          "a.yaml, dòng 1, cột 28: tên cột «X» đã dùng cho «code» ở dòng 1.",
		"headers:\n\t- x":                         "a.yaml, dòng 2, cột 1: không đúng cú pháp YAML (có dấu Tab",
		"headers:\n  code: x":                     "a.yaml, dòng 2, cột 9: ở đây phải là một danh sách.",
		"headers: [x]":                            "a.yaml, dòng 1, cột 10: ở đây phải là các khóa có giá trị.",
		"headers: {code: [[x]]}":                  "a.yaml, dòng 1, cột 18: ở đây phải là một dòng chữ.",
		"footers: []\nfooters: []":                "a.yaml, dòng 2, cột 1: khóa «footers» đã có ở dòng 1.",
		"headers: " + strings.Repeat("[", 60_000): "a.yaml, dòng 1, cột 1: dòng này lồng quá nhiều cấp",
		strings.Repeat("#", 100<<10):              "a.yaml: tệp lớn hơn 64 KiB",
	} {
		_, err := register.ParseAliases("a.yaml", []byte(src))
		var wrong *mistake.Error
		require.ErrorAs(t, err, &wrong, "%.40q", src)
		assert.Contains(t, wrong.Text().In(msg.Vietnamese), want, "%.40q", src)
	}
}

// The numbers of identity cards begin with the code of a province: a column of
// those from 034 on is no column of telephone numbers.
func TestIdentityNumbersAreNoTelephoneNumbers(t *testing.T) {
	reg := read(t, "Mã hồ sơ,Số định danh,Số điện thoại\nH20.30-260901-0001,087190000001,0912345678\nH20.30-260901-0002,034090000002,0912 345 678\n")
	assert.Equal(t, map[register.Kind]int{register.KindID: 2}, reg.Mappings[0].Columns[1].Sample)
	assert.Equal(t, map[register.Kind]int{register.KindPhone: 2}, reg.Mappings[0].Columns[2].Sample)
}
