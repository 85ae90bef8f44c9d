package config_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/procedure"
)

func table(t *testing.T, src string) *procedure.Table {
	t.Helper()
	c, err := config.Parse("f", []byte(src))
	require.NoError(t, err)
	var o check.Options
	require.NoError(t, c.Apply(&o))
	return o.Procedures
}

func TestProceduresKeepWhatIsNotMentioned(t *testing.T) {
	all := table(t, `procedures: [{code: "1.000894", layers: 2}]`)
	p, ok := all.Find("1.000894", "")
	require.True(t, ok)
	assert.Equal(t, 2, p.Layers)
	assert.True(t, p.Spouses)
	assert.Equal(t, []string{"ket_hon"}, p.Forms)
	assert.Equal(t, procedure.Yes, all.SpousesSign("", "Đăng ký kết hôn"))
	assert.Len(t, all.Components("1.000894", law.Date(2024, 1, 1)), 2, "papers stay")
	assert.Len(t, all.Procedures(), len(procedure.Builtin().Procedures()))
}

func TestProceduresHoldOnTheirDaysAlone(t *testing.T) {
	all := table(t, `
procedures:
  - code: "1.000894"
    spouses: false
    since: 2024-01-01
    until: 2024-12-31
    components: [{key: k, name: Giấy X, words: [Giấy ích]}]
`)
	spouses := func(day time.Time) bool {
		p, ok := all.On("1.000894", "", day)
		assert.True(t, ok, day)
		return p.Spouses
	}
	assert.True(t, spouses(law.Date(2023, 12, 31)))
	assert.False(t, spouses(law.Date(2024, 1, 1)))
	assert.False(t, spouses(law.Date(2024, 12, 31)))
	assert.True(t, spouses(law.Date(2025, 1, 1)))
	keys := func(day time.Time) (out []string) {
		for _, c := range all.Components("1.000894", day) {
			out = append(out, c.Key)
		}
		return out
	}
	builtin := []string{"application", "marital-status"}
	assert.Equal(t, builtin, keys(law.Date(2023, 12, 31)))
	assert.Equal(t, []string{"k"}, keys(law.Date(2024, 6, 1)))
	assert.Equal(t, builtin, keys(law.Date(2025, 1, 1)))
	paper := all.Components("1.000894", law.Date(2024, 6, 1))[0]
	assert.True(t, paper.Required)
	assert.True(t, paper.Named("01 GIẤY ÍCH.pdf"))
}

func TestProceduresOfOnesOwn(t *testing.T) {
	all := table(t, `procedures: [{code: "9.123456", name: Cấp thẻ thư viện}]`)
	p, ok := all.Find("", "Cấp thẻ thư viện thiếu nhi")
	require.True(t, ok)
	assert.Equal(t, "9.123456", p.Code)
	assert.False(t, procedure.Builtin().Known("9.123456", ""), "the built-in table stays as it is")
}
