package form_test

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
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

func TestResultsOfAProcedure(t *testing.T) {
	s := builtin(t)
	ids := func(forms []*form.Form) (ids []string) {
		for _, f := range forms {
			ids = append(ids, f.ID)
		}
		return ids
	}
	assert.Equal(t, []string{"ket_hon", "trich_luc_ket_hon"}, ids(s.Results("1.000894", "")), "the extract may stand in its place")
	assert.Equal(t, []string{"trich_luc_ho_tich", "trich_luc_ket_hon", "trich_luc_khai_sinh", "trich_luc_khai_tu"}, ids(s.Results("2.000635", "")))
	assert.Empty(t, s.Results("9.999999", "Cấp giấy phép xây dựng"))
	for _, f := range s.Forms() {
		if f.Role != form.Result {
			assert.Empty(t, f.Procedures.Codes, "%s is no result", f.ID)
			assert.Empty(t, f.Procedures.Names, "%s is no result", f.ID)
		}
	}
}

func TestMarriageEditionsByDate(t *testing.T) {
	f := builtin(t).Form("ket_hon")
	for day, want := range map[string][]string{
		"2009-05-01": {"kh-2010"},
		"2015-12-31": {"kh-2010"},
		"2016-01-01": {"kh-2015"},
		"2020-12-31": {"kh-2015", "kh-2020", "kh-2020-p", "kh-2020-l"},
		"2026-11-24": {"kh-2020", "kh-2020-p", "kh-2020-l"},
	} {
		on, err := time.ParseInLocation(time.DateOnly, day, law.Vietnam())
		require.NoError(t, err)
		var got []string
		for _, e := range f.EditionsAt(on) {
			got = append(got, e.ID)
			assert.NotEmpty(t, e.Basis, e.ID)
		}
		assert.Equal(t, want, got, day)
	}
}

// No form but the certificate itself may ask for the spouses' signatures.
func TestOnlyTheCertificateIsSignedBySpouses(t *testing.T) {
	for _, f := range builtin(t).Forms() {
		for _, key := range []string{form.WifeSignature, form.HusbandSignature} {
			assert.Equal(t, f.ID == "ket_hon", f.Field(key) != nil, f.ID)
		}
	}
}

func TestMeasuredEditionsSayWhatWasMeasured(t *testing.T) {
	for _, f := range builtin(t).Forms() {
		for _, e := range f.Editions {
			assert.Equal(t, e.Measured(), e.MeasuredOn.VI != "", e.ID)
		}
	}
}

func TestWith(t *testing.T) {
	own, err := form.Load(fstest.MapFS{
		"a.yaml": {Data: []byte("id: ket_hon\nname: {vi: A, en: A}\ntitles: [A]\neditions: [{id: e}]\n")},
		"b.yaml": {Data: []byte("id: zz\nname: {vi: B, en: B}\ntitles: [B]\neditions: [{id: e}]\n")},
	})
	require.NoError(t, err)
	all := builtin(t)
	with := all.With(own)
	assert.Len(t, with.Forms(), len(all.Forms())+1)
	assert.Equal(t, "A", with.Form("ket_hon").Name.VI, "the own form takes the place of the built-in one")
	assert.NotEqual(t, "A", all.Form("ket_hon").Name.VI)
	assert.Empty(t, all.Digest())
	assert.Len(t, with.Digest(), 16, "what was used besides the program can be told again")
	assert.Equal(t, own.Digest(), with.Digest())
	assert.Equal(t, "zz", with.Forms()[len(with.Forms())-1].ID, "by id")
}

func TestCutOpen(t *testing.T) {
	for wording, want := range map[string]string{"TM. …": "TM.", "TM.…": "TM.", "Vợ": "", "…": "", "a … b": ""} {
		begins, open := form.CutOpen(wording)
		if want == "" && wording != "…" {
			assert.False(t, open, wording)
			assert.Equal(t, wording, begins)
			continue
		}
		assert.True(t, open, wording)
		assert.Equal(t, want, begins)
	}
}
