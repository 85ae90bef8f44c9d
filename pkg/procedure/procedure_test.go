package procedure_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/procedure"
)

func TestSpousesSign(t *testing.T) {
	for _, c := range []struct {
		code, name string
		want       procedure.Answer
	}{
		{"1.000894", "", procedure.Yes},
		{"1.000894.000.00.00.H20", "", procedure.Yes},
		{"", "Đăng ký kết hôn", procedure.Yes},
		{"9.999999", "Đăng ký kết hôn có yếu tố nước ngoài", procedure.Yes},
		{"", "ĐĂNG KÝ LẠI KẾT HÔN", procedure.Yes},
		{"", "Cấp bản sao trích lục kết hôn", procedure.No},
		{"", "Cấp Giấy xác nhận tình trạng hôn nhân", procedure.No},
		{"", "Ghi vào sổ hộ tịch việc kết hôn đã giải quyết ở nước ngoài", procedure.No},
		{"2.000815", "", procedure.No},
		{"", "Đăng ký khai sinh", procedure.No},
		{"", "Đăng ký KH trong nước", procedure.Unknown},
		{"10008941", "", procedure.Unknown},
		{"", "", procedure.Unknown},
	} {
		assert.Equal(t, c.want, procedure.Builtin().SpousesSign(c.code, c.name), "%s %s", c.code, c.name)
	}
}

func TestCode(t *testing.T) {
	for text, want := range map[string]string{
		"1.000894": "1.000894", " 1.000894 ": "1.000894", "1.000894.000.00.00.H20": "1.000894",
		"1.0008945": "", "kết hôn": "", "": "",
	} {
		assert.Equal(t, want, procedure.Code(text), text)
	}
}

func TestComponents(t *testing.T) {
	table := procedure.Builtin()
	keys := func(code string, day time.Time) []string {
		var out []string
		for _, c := range table.Components(code, day) {
			out = append(out, c.Key)
		}
		return out
	}
	assert.Equal(t, []string{"application", "marital-status"}, keys("1.000894", law.Date(2023, 9, 11)))
	assert.Empty(t, keys("1.000894", law.Date(2027, 3, 1)), "the law of 2026 was not seen")
	assert.Equal(t, []string{"application", "birth-note"}, keys("1.001193", law.Date(2026, 8, 31)))
	assert.Empty(t, keys("1.001193", law.Date(2026, 9, 1)))
	assert.Equal(t, []string{"application", "minutes"}, keys("1.001612", law.Date(2025, 7, 1)), "one edition on its first day")
	assert.Empty(t, keys("9.999999", time.Time{}))

	application := table.Components("1.000894", law.Date(2023, 9, 11))[0]
	assert.True(t, application.Required)
	assert.True(t, application.Named("TP1 - Tờ khai đăng ký kết hôn.pdf"))
	assert.False(t, application.Named("TP1.pdf"))
}

func TestEveryComponentIsOfAProcedure(t *testing.T) {
	table := procedure.Builtin()
	for _, p := range table.Procedures() {
		found, ok := table.Find(p.Code, p.Name.VI)
		assert.True(t, ok, p.Name.VI)
		if p.Code != "" {
			assert.Equal(t, p.Code, found.Code)
		}
		seen := map[string]bool{}
		for _, c := range table.Components(p.Code, law.Date(2024, 1, 1)) {
			assert.False(t, seen[c.Key], "%s asks twice for %s", p.Code, c.Key)
			seen[c.Key] = true
		}
	}
}

func TestReadFaults(t *testing.T) {
	const head, parts = "code,name_vi,name_en,forms,signers,words,from,to,layers,stages,conf\n", "procedure,key,name_vi,name_en,need,forms,words,from,to,source,conf\n"
	for want, in := range map[string][2]string{
		"line 2: \"12\" is no code":         {head + "12,a,b,,,,,,,,M\n", parts},
		"line 2: a name is missing":         {head + "1.000894,a,,,,,,,,,M\n", parts},
		"line 2: signers":                   {head + "1.000894,a,b,,all,,,,,,M\n", parts},
		"line 2: conf":                      {head + "1.000894,a,b,,,,,,,,\n", parts},
		"column 1 is \"x\"":                 {"x,name_vi,name_en,forms,signers,words,from,to,layers,stages,conf\n", parts},
		"wrong number of fields":            {head + "1.000894,a\n", parts},
		"line 2: layers \"3\"":              {head + "1.000894,a,b,,,,,,3,,M\n", parts},
		"line 2: stages \"two\"":            {head + "1.000894,a,b,,,,,,,two,M\n", parts},
		"line 2: from 2025-01-01 is not":    {head + "1.000894,a,b,,,,2025-01-01,2024-01-01,,,M\n", parts},
		"components, line 2: need":          {head, parts + "1.000894,k,a,b,perhaps,,w,,,s,M\n"},
		"components, line 2: source":        {head, parts + "1.000894,k,a,b,required,,w,,,,M\n"},
		"components, line 2: parsing time":  {head, parts + "1.000894,k,a,b,required,,w,2023,,s,M\n"},
		"components, line 2: words is miss": {head, parts + "1.000894,k,a,b,required,,,,,s,M\n"},
	} {
		_, err := procedure.Read(strings.NewReader(in[0]), strings.NewReader(in[1]))
		assert.ErrorContains(t, err, want)
	}
}

// TestPeriods reads a procedure that has changed twice and was then taken off.
func TestPeriods(t *testing.T) {
	table := read(t, "1.000001,Cấp giấy,A paper,,,cap giay,2020-01-01,2024-01-01,1,,M\n"+
		"1.000001,Cấp giấy,A paper,,,cap giay,2024-01-01,2026-01-01,2,2,M\n", "")
	for day, layers := range map[time.Time]int{
		law.Date(2019, 12, 31): 0, law.Date(2020, 1, 1): 1, law.Date(2023, 12, 31): 1, law.Date(2024, 1, 1): 2, law.Date(2026, 1, 1): 0, {}: 0,
	} {
		p, ok := table.On("1.000001", "", day)
		assert.Equal(t, layers > 0, ok, day)
		if ok {
			assert.Equal(t, layers, p.Layers, day)
		}
		byName, named := table.On("", "Cấp giấy cho công dân", day)
		assert.Equal(t, ok, named)
		assert.Equal(t, p, byName)
	}
	last, ok := table.Find("1.000001", "")
	assert.True(t, ok)
	assert.Equal(t, 2, last.Stages, "the last line speaks where no day is asked for")
	assert.True(t, table.Known("", "cấp giấy"))
	assert.False(t, table.Known("1.000002", "xác nhận"))
}

// TestWith adds the lines of an office.
func TestWith(t *testing.T) {
	more := read(t, "1.000894,Đăng ký kết hôn,Marriage,ket_hon,spouses,ket hon,,,2,,M\n1.999999,Cấp thẻ,A card,,,cap the,,,,,M\n",
		"1.000894,application,Tờ khai,Application,required,,to khai,,,Quyết định của tỉnh,M\n")
	builtin := procedure.Builtin()
	sum := builtin.With(more)
	p, _ := sum.Find("1.000894", "")
	assert.Equal(t, 2, p.Layers)
	assert.True(t, sum.Known("1.999999", ""))
	assert.True(t, sum.Known("1.001193", ""), "those built in stay")
	assert.Len(t, sum.Components("1.000894", law.Date(2023, 9, 11)), 1)
	assert.NotEmpty(t, sum.Components("1.001193", law.Date(2023, 9, 11)))
	assert.Len(t, sum.Procedures(), len(builtin.Procedures())+1)
	before, _ := builtin.Find("1.000894", "")
	assert.Zero(t, before.Layers, "the table itself is not changed")
	assert.Same(t, builtin, builtin.With(nil))
}

func read(t *testing.T, procedures, components string) *procedure.Table {
	t.Helper()
	table, err := procedure.Read(strings.NewReader("code,name_vi,name_en,forms,signers,words,from,to,layers,stages,conf\n"+procedures),
		strings.NewReader("procedure,key,name_vi,name_en,need,forms,words,from,to,source,conf\n"+components))
	require.NoError(t, err)
	return table
}
