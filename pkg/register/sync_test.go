package register_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register"
)

const synced = `{"MaHoSo":"H20.30-230911-0001","MaTTHC":"1.000894","TenTTHC":"Đăng ký kết hôn","ChuHoSo":"Võ Thị Mẫu",
	"DinhDanhCHS":[{"LoaiDinhDanh":1,"SoDinhDanh":"087000000000"}],"NgayTiepNhan":"20230911083000","NgayHenTra":"20230914170000","TrangThaiHoSo":10,"NgayTra":"20230913100000",
	"TaiLieuNop":[{"TenTepDinhKem":"to khai.pdf","MaThanhPhanHoSo":"TP1","DuongDanTaiTepTin":"https://x/y?id=7","DuocSoHoa":"1","DuocLayTuKhoDMQG":"1"},{"TenTepDinhKem":"cu.pdf","IsDeleted":"true"}],
	"DanhSachGiayToKetQua":[{"TenGiayTo":"GCN","DuongDanTepTinKetQua":"https://x/f?Path=/2023/kq-001.pdf","MaGiayToKetQua":"K1"}]}`

func TestSynchronisation(t *testing.T) {
	second := `{"MaHoSo":"H20.30-230911-0002","NgayTiepNhan":"20230231000000","TrangThaiHoSo":"4","La":{"x":[1]}}`
	for name, text := range map[string]string{
		"as it is sent": `{"isUpdating":false,"session":{"a":["data"]},"data":[` + synced + "," + second + `],"x":1}`,
		"the list":      "\ufeff [" + synced + ",\n" + second + "]",
		"one by one":    synced + "\n" + second + "\n",
	} {
		reg, err := readText(text)
		require.NoError(t, err, name)
		require.Equal(t, 2, reg.Len(), name)
		e := reg.At(0)
		assert.Empty(t, e.Faults, name)
		assert.Equal(t, "Đã trả kết quả", e.Status)
		assert.Equal(t, "087000000000", e.OwnerID)
		assert.Equal(t, "2023-09-11 08:30", e.Received.Format("2006-01-02 15:04"))
		assert.Equal(t, "2023-09-13", e.Ended().Format(time.DateOnly))
		assert.Equal(t, []dossier.Attachment{{File: "kq-001.pdf", Code: "K1", Named: true}}, e.Results)
		assert.Equal(t, []dossier.Attachment{{File: "to khai.pdf", Code: "TP1", Digitized: dossier.Yes, Reused: dossier.Yes}}, e.Components)
		assert.Equal(t, []dossier.Fault{{Kind: dossier.FaultDate, Header: "NgayTiepNhan", Value: "20230231000000"}}, reg.At(1).Faults)
	}
}

func TestBrokenSynchronisation(t *testing.T) {
	for name, text := range map[string]string{
		"cut off": `{"data":[` + synced + `,{"MaHoSo":`, "no dossiers": `{"data":[]}`, "other things": `[{"a":1}]`, "numbers": `[1,2]`, "brackets": strings.Repeat("[", 1<<20),
		"an endless dossier": `[{"MaHoSo":"` + strings.Repeat("x", 8<<20), "endless space": "[" + strings.Repeat(" ", 8<<20), "endless before the list": `{"a":"` + strings.Repeat("x", 8<<20),
	} {
		_, err := readText(text)
		var bad *register.Error
		require.ErrorAs(t, err, &bad, name)
		assert.Equal(t, "register/json", bad.Text().ID, name)
		assert.NotContains(t, err.Error(), "Võ Thị", name)
	}
}

// FuzzFormats reads whatever it is given: JSON, CSV in any encoding, workbooks.
func FuzzFormats(f *testing.F) {
	f.Add([]byte(`{"data":[` + synced + `]}`))
	f.Add([]byte("[" + synced + "]"))
	f.Add([]byte(layoutB + shifted(3)))
	f.Add([]byte("\xff\xfeM\x00\xe3\x00 \x00h\x00\xd3\x1e \x00s\x00\xa1\x01,\x00N\x00g\x00\xe0\x00y\x00\n\x00A\x00,\x001\x00\n\x00"))
	f.Add([]byte("STT\tMã hồ sơ\tNgày\t\n\t\tNhận\tHẹn trả\n(1)\t(2)\t(3)\t(4)\n1\tA-1\t5/9/2023\t45180\nTổng cộng\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		reg, err := readBytes(t, data, register.Options{Limits: register.Limits{Inflated: 1 << 20, Item: 64 << 10, Rows: 10_000}})
		if err != nil {
			return
		}
		for _, m := range reg.Mappings {
			codes := 0
			for _, c := range m.Columns {
				if c.Field == dossier.FieldCode {
					codes++
				}
			}
			if codes != 1 {
				t.Fatalf("%d columns of codes", codes)
			}
		}
		for i := range reg.Entries {
			if e := &reg.Entries[i]; e.Code == "" && len(e.Faults) == 0 {
				t.Fatalf("line %d has neither code nor fault", e.Row)
			}
		}
	})
}

// FuzzParseDate wants no day outside the years of dossiers.
func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"5/9/2023", "05/09/2023 07:00:01", "20230905070001", "45174.354", "07h30 ngày 05/09/2023", "2023-09-05T07:00:00+00:00", "30/02/2023"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, err := register.ParseDate(text)
		if err != nil && !day.IsZero() || !day.IsZero() && (day.Year() < 2000 || day.Year() > 2100) {
			t.Fatalf("%q is %v, %v", text, day, err)
		}
	})
}
