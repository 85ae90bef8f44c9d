package agency_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/law"
)

func TestProfileBears(t *testing.T) {
	p := &agency.Profile{Names: []agency.Borne{
		{Name: "UBND phường Sa Đéc, tỉnh Đồng Tháp", In: law.Since(2025, 7, 1)},
		{Name: "UBND phường 3, thành phố Sa Đéc", In: law.Period{To: law.Date(2025, 7, 1)}},
		{Name: "Trung tâm Phục vụ hành chính công số 5"},
	}}
	before, after := law.Date(2025, 6, 30), law.Date(2025, 7, 1)
	for _, c := range []struct {
		name string
		at   time.Time
		want bool
	}{
		{"ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", after, true},
		{"UBND PHUONG SA DEC", after, true},
		{"ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", before, false},
		{"UBND Phường 3", before, true},
		{"UBND Phường 3", after, false},
		{"UBND Phường 3", time.Time{}, true},
		{"UBND phường 3, thành phố Cao Lãnh", before, false},
		{"trung tâm phục vụ hành chính công số 5", after, true},
		{"Trung tâm Phục vụ hành chính công số 6", after, false},
		{"Công an phường Sa Đéc", after, false},
		{"Nguyễn Văn A", after, false},
		{"", after, false},
	} {
		assert.Equal(t, c.want, p.Bears(agency.Parse(c.name), c.at), "%s %s", c.name, c.at)
	}
	var none *agency.Profile
	assert.False(t, none.Bears(agency.Parse("UBND Phường 3"), before))
	assert.Equal(t, agency.Unknown, none.Same(agency.Parse("UBND Phường 3"), agency.Parse(""), before))
	assert.Empty(t, none.Official("A", "1"))
}

func TestOfficialSigns(t *testing.T) {
	for _, c := range []struct {
		o            agency.Official
		name, serial string
		want         bool
	}{
		{agency.Official{Name: "Trần Thị Ví Dụ"}, "TRẦN THỊ VÍ DỤ", "1", true},
		{agency.Official{Name: "Trần Thị Ví Dụ"}, "Tran Thi Vi Du", "1", true},
		{agency.Official{Name: "Trần Thị Ví Dụ"}, "Trần Thị Vì Dụ", "1", false},
		{agency.Official{Name: "Trần Thị Ví Dụ", Title: "Chủ tịch"}, "Chủ tịch Trần Thị Ví Dụ", "1", true},
		{agency.Official{Name: "Trần Thị Ví Dụ"}, "Nguyễn Trần Thị Ví Dụ", "1", false},
		{agency.Official{Name: "A B", Serial: "5401"}, "X", "5401", true},
		{agency.Official{Name: "A B", Serial: "5401"}, "A B", "5402", false},
		{agency.Official{Name: "A B", CommonName: "C D", Serial: "5401"}, "C D", "5401", true},
		{agency.Official{Name: "A B", CommonName: "C D", Serial: "5401"}, "A B", "5401", false},
		{agency.Official{Name: "A B"}, "", "", false},
	} {
		assert.Equal(t, c.want, c.o.Signs(c.name, c.serial), "%+v %s %s", c.o, c.name, c.serial)
	}
}
