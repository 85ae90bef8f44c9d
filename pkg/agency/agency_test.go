package agency_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/law"
)

var (
	before = law.Date(2021, time.March, 1)
	after  = law.Date(2025, time.September, 1)
)

// names splits a name at " < ", which stands for "is below" here.
func names(s string) agency.Name { return agency.Parse(strings.Split(s, " < ")...) }

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		at   time.Time
		want agency.Answer
		why  string
	}{
		{"ỦY BAN NHÂN DÂN PHƯỜNG 3 < ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC", "UBND Phường 3", before, agency.Yes, "short form"},
		{"UỶ BAN NHÂN DÂN PHƯỜNG 3", "UBND P.03", before, agency.Yes, "shortened"},
		{"UỶ BAN NHÂN DÂN XÃ HOÀ AN", "Ủy ban nhân dân xã Hòa An", before, agency.Yes, "both ways to place a tone"},
		{"Uy ban nhan dan xa Tan Phu", "UBND xã Tân Phú", before, agency.Yes, "written without diacritics"},
		{"Uy ban nhan dan xa Tan Phu", "UBND xã Tân Hòa", after, agency.Unknown, "without diacritics it proves nothing"},
		{"VĂN PHÒNG HĐND VÀ UBND PHƯỜNG SA ĐÉC < UBND TỈNH ĐỒNG THÁP", "UBND phường Sa Đéc", after, agency.Yes, "an office of the commune"},
		{"Phòng Văn hóa - Xã hội phường Sa Đéc", "UBND phường Sa Đéc", after, agency.Yes, "xã hội is no commune"},
		{"Trung tâm Phục vụ hành chính công phường Sa Đéc", "Phường Sa Đéc", after, agency.Yes, "the bare unit"},
		{"Công an phường Sa Đéc", "UBND phường Sa Đéc", after, agency.Unknown, "the police is another body"},
		{"ỦY BAN NHÂN DÂN PHƯỜNG 3 < ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC", "UBND phường Sa Đéc", before, agency.Yes, "what it has become"},
		{"UBND XÃ TÂN QUY TÂY < UBND TP. SA ĐÉC", "UBND phường Sa Đéc, tỉnh Đồng Tháp", before, agency.Yes, "what it has become"},
		{"UBND PHƯỜNG SA ĐÉC < UBND TỈNH ĐỒNG THÁP", "UBND phường 3, thành phố Sa Đéc", after, agency.Yes, "the register kept the old name"},
		{"UBND PHƯỜNG SA ĐÉC < UBND TỈNH ĐỒNG THÁP", "UBND Phường 3", after, agency.Unknown, "a bare name, which may be the old one"},
		{"UBND PHƯỜNG 3 < UBND THÀNH PHỐ CAO LÃNH", "UBND phường Sa Đéc", before, agency.Unknown, "another city's ward of the same name"},
		{"UBND PHƯỜNG AN HÒA < UBND THÀNH PHỐ SA ĐÉC", "UBND phường Sa Đéc", before, agency.Unknown, "most likely, but not read"},
		{"UBND PHƯỜNG 1 < UBND THÀNH PHỐ SA ĐÉC", "UBND Phường 3", before, agency.No, "its history is known"},
		{"UBND PHƯỜNG 3 < UBND THÀNH PHỐ SA ĐÉC", "UBND xã Tân Phú Đông, tỉnh Đồng Tháp", before, agency.No, "its history is known"},
		{"UBND XÃ TÂN HÒA < UBND HUYỆN LAI VUNG", "UBND xã Phong Hòa", before, agency.Unknown, "it may have become that"},
		{"UBND XÃ TÂN HÒA < UBND HUYỆN LAI VUNG", "UBND phường 3, thành phố Sa Đéc", before, agency.No, "the register's unit has a known history"},
		{"UBND PHƯỜNG CAO LÃNH < UBND TỈNH ĐỒNG THÁP", "UBND phường Sa Đéc", after, agency.No, "both on the map of today"},
		{"UBND PHƯỜNG CAO LÃNH < UBND TỈNH ĐỒNG THÁP", "UBND phường Sa Đéc", before, agency.Unknown, "a name of that day may be of an older unit"},
		{"UBND XÃ SA ĐÉC < UBND TỈNH ĐỒNG THÁP", "UBND phường Sa Đéc", after, agency.Unknown, "the kind of unit may be a slip"},
		{"UBND XÃ PHAN RANG - THÁP CHÀM", "UBND xã Phan Rang", after, agency.Yes, "a name is read up to a dash"},
		{"UBND XÃ TÂN", "UBND xã Tân Hòa", after, agency.Unknown, "one name may be cut short"},
		{"SỞ TƯ PHÁP < UBND TỈNH ĐỒNG THÁP", "UBND phường Sa Đéc", after, agency.Unknown, "another level: received at the ward, settled above"},
		{"UBND TỈNH TIỀN GIANG", "UBND tỉnh Đồng Tháp", before, agency.Yes, "merged"},
		{"UBND TỈNH BẾN TRE", "UBND tỉnh Đồng Tháp", before, agency.Unknown, "not in the list"},
		{"UBND XÃ TÂN PHÚ, TỈNH TIỀN GIANG", "UBND xã Tân Phú, tỉnh Đồng Tháp", before, agency.Yes, "its province has merged"},
		{"UBND XÃ TÂN PHÚ, TỈNH CÀ MAU", "UBND xã Tân Phú, tỉnh Đồng Tháp", after, agency.Unknown, "the same name in another province"},
		{"CỤC THUẾ < BỘ TÀI CHÍNH", "Cục Thuế", after, agency.Yes, "no territory, the same name"},
		{"CỤC THUẾ < BỘ TÀI CHÍNH", "UBND phường Sa Đéc", after, agency.Unknown, "no territory"},
		{"HỢP TÁC XÃ SA ĐÉC", "UBND xã Sa Đéc", after, agency.Unknown, "a cooperative is no commune"},
		{"", "UBND phường Sa Đéc", after, agency.Unknown, "nothing"},
	} {
		assert.Equal(t, c.want, agency.Same(names(c.a), names(c.b), c.at), "%s | %s: %s", c.a, c.b, c.why)
		decomposed := agency.Same(names(norm.NFD.String(c.a)), names(strings.ToUpper(c.b)), c.at)
		assert.Equal(t, c.want, decomposed, "%s | %s, decomposed and in capitals", c.a, c.b)
	}
}

func TestLevels(t *testing.T) {
	for name, want := range map[string]agency.Level{
		"UBND phường 3, thành phố Sa Đéc, tỉnh Đồng Tháp": agency.Commune, "UBND thành phố Sa Đéc": agency.District,
		"UBND thành phố Mỹ Tho, tỉnh Tiền Giang": agency.District, "UBND huyện Lai Vung": agency.District, "UBND Quận 1": agency.District,
		"UBND Thành phố Hồ Chí Minh": agency.City, "UBND tỉnh Đồng Tháp": agency.Province, "Tỉnh ủy Đồng Tháp": agency.NoLevel,
		"Bảo hiểm xã hội": agency.NoLevel, "Đặc khu Phú Quốc": agency.Commune, "UBND thị trấn Lai Vung": agency.Commune, "xã": agency.NoLevel,
	} {
		assert.Equal(t, want, agency.Parse(name).Level(), name)
	}
	assert.True(t, agency.Parse("UBND thành phố Sa Đéc").Committee())
	assert.False(t, agency.Parse("Chi nhánh Văn phòng Đăng ký đất đai thành phố Sa Đéc").Committee())
	assert.False(t, agency.Parse("Phòng Tư pháp", "UBND thành phố Sa Đéc").Level() == agency.NoLevel)
}

func TestBegan(t *testing.T) {
	day, source, ok := names("UBND PHƯỜNG SA ĐÉC < UBND TỈNH ĐỒNG THÁP").Began()
	assert.True(t, ok)
	assert.Equal(t, agency.Reform(), day)
	assert.Contains(t, source.Instrument, "1663")
	for _, name := range []string{"UBND PHƯỜNG SA ĐÉC", "UBND PHƯỜNG 3 < UBND TP SA ĐÉC", "UBND PHƯỜNG SA ĐÉC, TỈNH CÀ MAU", "UBND tỉnh Đồng Tháp", ""} {
		_, _, ok := names(name).Began()
		assert.False(t, ok, name)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"UBND phường 3, TP. Sa Đéc", "P3", "ỦY BAN NHÂN DÂN", "xã", "tỉnh ủy", strings.Repeat("phường ", 500), "\xff\xfe", "Hòa-Hoà"} {
		f.Add(s, "UBND phường Sa Đéc")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := agency.Parse(a), agency.Parse(b, a)
		for _, at := range []time.Time{before, after} {
			assert.NotEqual(t, agency.No, agency.Same(x, x, at), "nobody is accused of being himself")
			agency.Same(x, y, at)
			agency.Same(y, x, at)
		}
		x.Began()
	})
}
