package register

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

func TestPackedEntriesComeBackWhole(t *testing.T) {
	at := func(day int) time.Time { return law.Date(2023, 9, day).Add(8*time.Hour + 30*time.Minute + time.Second) }
	fields := []dossier.Field{dossier.FieldCode}
	all := []dossier.Entry{
		{
			Sheet: "Tháng 9", Row: 7, Fields: fields, Columns: []int{2}, Code: "H20.30-230911-0001", Procedure: "1.000894", ProcedureName: "Đăng ký kết hôn", Sector: "Hộ tịch",
			Department: "Tư pháp", Unit: "UBND Phường 3", Status: "Đã trả", Owner: "Võ Thị Mẫu", OwnerID: "087000000000", Sets: 2,
			Submitted: at(1), Received: at(2), Due: at(3), Transferred: at(4), ResultReceived: at(5), Finished: at(6), Returned: at(7),
			SecondReceived: at(8), SecondDue: at(9), Digitized: dossier.No,
			Results:    []dossier.Attachment{{File: "a.pdf", Code: "K1", Number: "12/2023", Issuer: "UBND Phường 3", Issued: at(10)}, {}},
			Components: []dossier.Attachment{{File: "b.pdf", Digitized: dossier.Yes, Reused: dossier.No}},
			Faults:     []dossier.Fault{{Kind: dossier.FaultDate, Column: 3, Header: "x", Value: "y"}},
		},
		{Row: 1},
		{Row: 2, Received: law.Date(2000, 1, 1), Due: law.Date(2100, 12, 31)},
	}
	var p packed
	for range 5000 { // many chunks
		for i := range all {
			p.add(&all[i])
		}
	}
	assert.Equal(t, 5000*len(all), p.len())
	for i := range p.len() {
		want := all[i%len(all)]
		want.File = "so.xlsx"
		got := p.get(i, "so.xlsx")
		for k, day := range times(&want) {
			assert.True(t, day.Equal(*times(got)[k]), "%d %d", i, k)
			*times(&want)[k], *times(got)[k] = time.Time{}, time.Time{}
		}
		for k := range want.Results {
			assert.True(t, want.Results[k].Issued.Equal(got.Results[k].Issued))
			got.Results[k].Issued = want.Results[k].Issued
		}
		if !assert.Equal(t, want, *got) {
			return
		}
	}
}
