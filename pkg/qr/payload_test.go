package qr_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/qr"
)

func TestParse(t *testing.T) {
	const code = "H20.30-230911-0001"
	day := law.Date(2023, 9, 11)
	for _, c := range []struct {
		name, text string
		dossiers   []string
		procedures []string
		persons    []string
		days       []time.Time
	}{
		{"code alone", code, []string{code}, nil, nil, nil},
		{"between bars", code + "|1.000894|087199000001|Giấy chứng nhận kết hôn|Một cửa|11/09/2023", []string{code}, []string{"1.000894"}, []string{"087199000001"}, []time.Time{day}},
		{"JSON", `{"maHoSo":"` + code + `","maTTHC":"1.000894.000.00.00.H20","soDinhDanh":"087199000001","ngayCap":"2023-09-11T08:00:00"}`, []string{code}, []string{"1.000894"}, []string{"087199000001"}, []time.Time{day}},
		{"lines", "Mã hồ sơ: " + code + "\nNgày hẹn trả: 20-9-2023\n", []string{code}, nil, nil, []time.Time{law.Date(2023, 9, 20)}},
		{"address", "https://dvc.example.vn/tra-cuu?ma=h20.30-230911-0001&t=20230911083000", []string{code}, nil, nil, []time.Time{day}},
		{"old code", "000.16.30.H20-230911-0001-KQ1", []string{"000.16.30.H20-230911-0001"}, nil, nil, nil},
		{"two codes", code + "," + code + ";H20.30-230912-0007", []string{code, "H20.30-230912-0007"}, nil, nil, nil},
		{"no procedure", "10.762622,106.660172 v11.000894 1.0008945", nil, nil, nil, nil},
		{"no person", "202309111530 0871990000012 A087199000001 000199000001 097199000001", nil, nil, nil, nil},
		{"no day", "31/02/2023 111/09/2023 1999-01-01", nil, nil, nil, nil},
		{"nothing", "", nil, nil, nil, nil},
		{"garbage", "\xff\xfe\x00|\x1b[31m", nil, nil, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := qr.Parse(c.text, nil)
			assert.Equal(t, qr.Paper, p.Kind)
			var dossiers []string
			for _, d := range p.Dossiers {
				dossiers = append(dossiers, d.Text)
			}
			assert.Equal(t, c.dossiers, dossiers)
			assert.Equal(t, c.procedures, p.Procedures)
			assert.Equal(t, c.persons, p.Persons)
			assert.Equal(t, c.days, p.Days)
		})
	}
}

func TestCitizenCard(t *testing.T) {
	const card = "087199000001|341234567|Nguyễn Thị A|01011999|Nữ|Khóm 1, Phường 3, Sa Đéc, Đồng Tháp|12082021"
	assert.Equal(t, qr.Payload{Kind: qr.CitizenCard}, qr.Parse(card, nil))
	assert.Equal(t, qr.CitizenCard, qr.Parse(card+"||||", nil).Kind, "newer cards say more")
	assert.Equal(t, qr.Paper, qr.Parse(strings.Replace(card, "01011999", "99999999", 1), nil).Kind)
}

func FuzzParse(f *testing.F) {
	f.Add("H20.30-230911-0001|1.000894|087199000001|11/09/2023")
	f.Add("{\"a\":\"000.16.30.h20-230911-0001\"}")
	f.Fuzz(func(t *testing.T, text string) {
		p := qr.Parse(text, nil)
		for _, person := range p.Persons {
			if len(person) != 12 {
				t.Fatal(person)
			}
		}
		for _, code := range p.Dossiers {
			if strings.ContainsFunc(code.Text, func(r rune) bool { return r > '~' || r < '!' }) {
				t.Fatalf("%q", code.Text)
			}
		}
	})
}
