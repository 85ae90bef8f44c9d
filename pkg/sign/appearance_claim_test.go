package sign_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/sign"
)

func TestAppearanceSigner(t *testing.T) {
	for text, want := range map[string]string{
		"Người ký: Nguyễn Văn An\nEmail: an@dongthap.gov.vn\nCơ quan: UBND phường Sa Đéc\nThời gian ký: 11.09.2023 08:30:00 +07:00": "Nguyễn Văn An",
		"Người ký: ỦY BAN NHÂN DÂN\nPHƯỜNG SA ĐÉC\nEmail: sadec@dongthap.gov.vn":                                                    "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC",
		"Signature Valid\nKý bởi: CÔNG TY A\nKý ngày: 11/09/2023 08:30:00":                                                          "CÔNG TY A",
		"Được ký bởi: Trần Thị Bình Ký ngày: 11/09/2023":                                                                            "Trần Thị Bình",
		"Ký số bởi Lê Văn Cường\n11/09/2023 08:30":                                                                                  "Lê Văn Cường",
		"KÝ BỞI :\nPHẠM THỊ DUNG\nNGÀY KÝ: 11/9/2023":                                                                               "PHẠM THỊ DUNG",
		"Lord\nTesterino\nDigitally signed\nby Lord\nTesterino\nDate: 2021.01.11\n19:45:14 +01'00'":                                 "Lord Testerino",
		"Digitally signed by Alice <alice@example.com>.\nTimestamp: 2022-11-16 00:07:52 CET.":                                       "Alice",
		"Signed by: Yury Strozhevsky\nSigning date: Mon Apr 18 2016":                                                                "Yury Strozhevsky",
		"Digitally signed by John B Harris\nDN: c=US, cn=Other":                                                                     "John B Harris",
		"Signatory Neelie Kroes": "",
		"NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN\nNguyễn Văn An": "",
		"Nguye\u0302\u0303n Văn An":                       "",
		"Ký bởi: Nguy\uFFFDn Văn An\nKý ngày: 11/09/2023": "",
		"Ký bởi:":                    "",
		"":                           "",
		"redesigned by Alice":        "",
		"Người ký: A\n\nNgười ký: B": "A",
		"Đã ký điện tử bởi: Nguyễn Văn An\nVào lúc: 08:30":       "Nguyễn Văn An",
		"Ký bởi: Nguyễn Văn An\nChủ tịch\nGiờ ký: 08:30:00 sáng": "Nguyễn Văn An Chủ tịch",
	} {
		a := &sign.Appearance{Text: text}
		assert.Equal(t, want, a.Signer(), text)
	}
	assert.Empty(t, (*sign.Appearance)(nil).Signer())
}

func TestAppearanceTime(t *testing.T) {
	vn := time.FixedZone("", 7*3600)
	at := time.Date(2023, 9, 11, 8, 30, 5, 0, vn)
	for text, want := range map[string]time.Time{
		"Thời gian ký: 11.09.2023 08:30:05 +07:00":              at,
		"Ký ngày: 11/09/2023 08:30:05":                          at,
		"Ngày ký: 11-9-2023, 8:30:05":                           at,
		"Date: 2023.09.11\n08:30:05 +07'00'":                    at,
		"2023-09-11T08:30:05+07:00":                             at,
		"2023-09-11T01:30:05.123Z":                              at,
		"Signing time: 2023-09-11 01:30:05 UTC":                 at,
		"08:30:05 ngày 11/09/2023":                              at,
		"08:30:05 11/09/2023 GMT +7":                            at,
		"lúc 11/09/2023 8:30:05 SA":                             at,
		"11/09/2023 08:30:05\nUBND PHƯỜNG":                      at,
		"11/09/2023 14:30:05\nSA ĐÉC":                           at.Add(6 * time.Hour),
		"Số 1 ngày 01/02/2020 10:00\nKý ngày: 11/09/2023 08:30": at.Add(-5 * time.Second),
		"13/09/2023 02:30:05 PM":                                at.Add(54 * time.Hour),
		"9/11/2023 8:30:05 AM":                                  {},
		"Timestamp: 2022-11-16 00:07:52 CET.":                   {},
		"Ký ngày: 11/09/2023":                                   {},
		"31/02/2023 08:30:05":                                   {},
		"11/09/2023 25:30:05":                                   {},
		"":                                                      {},
	} {
		got := (&sign.Appearance{Text: text}).Time()
		assert.True(t, want.Equal(got), "%q: %v, want %v", text, got, want)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Nguyễn Văn An", "NGUYỄN VĂN AN", true},
		{"Nguyễn Văn An", "Nguye\u0302\u0303n Va\u0306n An", true},
		{"Nguyễn Văn An", "Nguyen Van An", true},
		{"NguyễnVăn An", "Nguyễn Văn An", true},
		{"Nguyễn Văn An", "Phó Chủ tịch Nguyễn Văn An", true},
		{"UBND phường Sa Đéc", "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", true},
		{"UBND phường Sa Đéc", "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC Chủ tịch", true},
		{"Nguyễn Văn An", "Nguyễn Văn Anh", false},
		{"Nguyễn Văn An", "Nguyễn Thị An", false},
		{"An", "Nguyễn Văn An", false},
		{"", "", false},
	} {
		assert.Equal(t, c.same, sign.SameName(c.a, c.b), "%q %q", c.a, c.b)
		assert.Equal(t, c.same, sign.SameName(c.b, c.a), "%q %q", c.b, c.a)
	}
	a := &sign.Appearance{Text: "Ký bởi: NGUYỄN VĂN\nANH\nUBND phường Sa Đéc"}
	assert.True(t, a.ShowsName("Nguyễn Văn Anh"))
	assert.True(t, a.ShowsName("Ủy ban nhân dân phường Sa Đéc"))
	assert.False(t, a.ShowsName("Nguyễn Văn An"))
	assert.False(t, a.ShowsName("Anh"), "too short to mean anything")
	assert.False(t, (*sign.Appearance)(nil).ShowsName("Nguyễn Văn Anh"))
}

// FuzzAppearanceClaims: any text is asked for its claims; a name lies in it.
func FuzzAppearanceClaims(f *testing.F) {
	f.Add("Người ký: ỦY BAN NHÂN DÂN\nPHƯỜNG SA ĐÉC\nThời gian ký: 11.09.2023 08:30:00 +07:00", "UBND phường Sa Đéc")
	f.Add("Digitally signed\nby Lord\nTesterino\nDate: 2021.01.11\n19:45:14 +01'00'", "Lord Testerino")
	f.Add("ký bởi\u0301:\n\n:Ngày: 99/99/9999 99:99:99 SA GMT+99", "\xff\u0300")
	f.Fuzz(func(t *testing.T, text, name string) {
		a := &sign.Appearance{Text: text}
		got := a.Signer()
		if len(got) > len(text) {
			t.Fatalf("%q", got)
		}
		a.Time()
		a.ShowsName(name)
		if sign.SameName(name, got) != sign.SameName(got, name) {
			t.Fatalf("%q %q", name, got)
		}
	})
}
