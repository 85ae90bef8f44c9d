package form_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tthclint/tthclint/pkg/form"
)

func builtin(t testing.TB) *form.Set {
	t.Helper()
	s, err := form.Builtin()
	require.NoError(t, err)
	return s
}

func TestForProcedure(t *testing.T) {
	s := builtin(t)
	for _, c := range []struct{ code, name, want string }{
		{"1.000894", "", "ket_hon"},
		{" 2.000806 ", "anything", "ket_hon"},
		{"", "Thủ tục Đăng ký KẾT HÔN", "ket_hon"},
		{"", "Đăng ký kết hôn có yếu tố nước ngoài", "ket_hon"}, // decomposed letters
		{"", "Dang ky ket hon", "ket_hon"},
		{"9.999999", "Đăng ký lại kết hôn", "ket_hon"},
		{"", "Cấp bản sao Trích lục kết hôn", "trich_luc_ket_hon"},
		{"2.000635", "Cấp bản sao Trích lục hộ tịch", ""},
		{"1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân để kết hôn", "xac_nhan_hon_nhan"},
		{"", "Cấp Giấy xác nhận tình trạng hôn nhân để kết hôn", "xac_nhan_hon_nhan"},
		{"1.001193", "", "khai_sinh"},
		{"", "", ""},
		{"", "Đăng ký khai tử", "trich_luc_khai_tu"},
		{"", "Đăng ký giám hộ", ""},
	} {
		got := ""
		if f := s.ForProcedure(c.code, c.name); f != nil {
			got = f.ID
		}
		assert.Equal(t, c.want, got, "%q %q", c.code, c.name)
	}
}

func TestMarriageForm(t *testing.T) {
	f := builtin(t).Form("ket_hon")
	require.NotNil(t, f)
	for _, e := range f.Editions {
		if !e.Measured() {
			continue
		}
		for _, key := range []string{form.WifeSignature, form.HusbandSignature, form.OfficialSignature, form.SealField} {
			fd, ok := e.Place(key)
			require.True(t, ok, "%s %s", e.ID, key)
			assert.NotEmpty(t, fd.Anchors)
		}
	}
}

func TestLoadShowsTheLineOfAMistake(t *testing.T) {
	const good = `
id: a
name: {vi: A, en: A}
fields:
  - {key: k, label: {vi: K, en: K}, kind: seal}
editions:
  - id: e
    paper: [210, 297]
    captions:
      - {id: title, text: T, box: [10, 10, 50, 5], title: true}
`
	_, err := form.Load(fstest.MapFS{"a.yaml": {Data: []byte(good)}})
	require.NoError(t, err)
	for name, c := range map[string]struct{ src, want string }{
		"unknown key":    {good + "colour: red\n", `unknown field "colour"`},
		"line":           {good + "colour: red\n", "11 | colour: red"},
		"not yaml":       {"id: [", "id"},
		"empty":          {"", "empty"},
		"off the paper":  {"id: a\nname: {vi: A, en: A}\neditions:\n  - {id: e, paper: [210, 297], captions: [{id: t, text: T, box: [200, 10, 50, 5], title: true}]}\n", "outside the paper"},
		"no title":       {"id: a\nname: {vi: A, en: A}\neditions:\n  - {id: e, paper: [210, 297]}\n", "title"},
		"bad date":       {"id: a\nname: {vi: A, en: A}\neditions:\n  - {id: e, from: 2020-13-01, paper: [210, 297]}\n", "from"},
		"unknown anchor": {good + "    places:\n      - {field: k, box: [1, 1, 9, 9], captions: [x]}\n", `no caption "x"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := form.Load(fstest.MapFS{"a.yaml": {Data: []byte(c.src)}})
			require.Error(t, err)
			assert.Contains(t, err.Error(), "a.yaml")
			assert.Contains(t, err.Error(), c.want)
		})
	}
	_, err = form.Load(fstest.MapFS{"a.yaml": {Data: []byte(good)}, "b.yaml": {Data: []byte(good)}})
	require.ErrorContains(t, err, "twice")
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("id: a\nname: {vi: A, en: A}\neditions:\n  - {id: e, paper: [210, 297], captions: [{id: t, text: T, box: [20, 10, 50, 5], title: true}]}\n"))
	f.Add([]byte("a: &a [*a]"))
	f.Add([]byte("\x00"))
	f.Fuzz(func(t *testing.T, src []byte) {
		got, err := form.Parse(src)
		if err == nil && got.ID == "" {
			t.Fatal("a form without an id")
		}
	})
}
