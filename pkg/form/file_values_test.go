package form_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
)

// goodValues are values of the form good, which begin at line 15.
const goodValues = `values:
  - key: number
    label: {vi: Số, en: Number}
    type: number
    required: true
    basis: [{instrument: Nghị định 1/2020/NĐ-CP, clause: Điều 2}]
    captions: ["Số: …"]
  - {key: issued_on, label: {vi: Ngày, en: Day}, type: date, captions: ["…, ngày … tháng … năm …"]}
  - {key: person_name, label: {vi: Họ tên, en: Name}, type: name, side: below, captions: ["Họ và tên:"], owner: true}
  - {key: born_on, label: {vi: Ngày sinh, en: Born on}, type: date, captions: ["Ngày sinh:"], under: person_name}
  - {key: chair_name, label: {vi: Tên chủ tọa, en: Name of the chair}, type: name, signer: chair, same_as: person_name}
`

func withValues(from, to string) string {
	values := strings.Replace(goodValues, from, to, 1)
	return strings.Replace(good, "editions:", values+"editions:", 1)
}

func TestParseValues(t *testing.T) {
	f, err := form.Parse([]byte(withValues("", "")))
	require.NoError(t, err)
	require.Len(t, f.Values, 5)
	number := f.Value("number")
	require.NotNil(t, number)
	assert.Equal(t, form.NumberValue, number.Type)
	assert.True(t, number.Required)
	assert.Equal(t, "Điều 2", number.Basis[0].Clause)
	assert.Equal(t, form.After, number.Side, "where nothing is said")
	assert.Equal(t, form.Below, f.Value("person_name").Side)
	assert.True(t, f.Value("person_name").Owner)
	assert.Equal(t, "person_name", f.Value("born_on").Under)
	assert.Equal(t, "chair", f.Value("chair_name").Signer)
	assert.Nil(t, f.Value("chair"))
	assert.Empty(t, review(t, withValues("", "")))
}

func TestParseTellsWhatIsWrongInValues(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		line     int
		id       string
	}{
		"unknown key":         {"type: number", "kind: number", 19, "yaml/unknown-key"},
		"unknown type":        {"type: number", "type: digits", 19, "form/bad-choice"},
		"no label":            {"label: {vi: Số, en: Number}", "label: {vi: Số}", 18, "form/missing"},
		"unknown side":        {"side: below", "side: above", 24, "form/bad-choice"},
		"key of another":      {"key: born_on", "key: number", 25, "form/twice"},
		"key of a field":      {"key: born_on", "key: chair", 25, "form/twice"},
		"under nothing":       {"under: person_name", "under: person", 25, "form/no-other-value"},
		"under itself":        {"under: person_name", "under: born_on", 25, "form/no-other-value"},
		"same as nothing":     {"same_as: person_name", "same_as: person", 26, "form/no-other-value"},
		"under one under it":  {`captions: ["Họ và tên:"]`, `captions: ["Họ và tên:"], under: born_on`, 24, "form/under-under"},
		"signer is no field":  {"signer: chair", "signer: person_name", 26, "form/no-signer"},
		"signer is a seal":    {"signer: chair", "signer: seal", 26, "form/no-signer"},
		"nothing but a blank": {`["Số: …"]`, `["…"]`, 22, "form/blank"},
		"no list of captions": {`["Số: …"]`, `"Số: …"`, 22, "yaml/wants-list"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, goodValues, c.old)
			_, err := form.Parse([]byte(withValues(c.old, c.new)))
			p := problems(t, err)[0]
			assert.Equal(t, c.line, p.Line)
			assert.Equal(t, c.id, p.What.ID)
		})
	}
}

func TestReviewOfValues(t *testing.T) {
	for name, c := range map[string]struct{ old, new, id string }{
		"wording twice":            {`["Số: …"]`, `["Số: …", "SỐ: …"]`, "form/repeated-wording"},
		"no captions":              {`, captions: ["Ngày sinh:"]`, "", "form/value-nowhere"},
		"captions of a signer":     {"signer: chair", `signer: chair, captions: ["Tên:"]`, "form/signer-captions"},
		"caption of another value": {`["Họ và tên:"]`, `["Số:"]`, "form/shared-value"},
		"two codes":                {"owner: true}\n", "owner: true, code: true}\n  - {key: c, label: {vi: M, en: C}, captions: [\"Mã:\"], code: true}\n", "form/several-codes"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, goodValues, c.old)
			assert.Equal(t, []string{c.id}, review(t, withValues(c.old, c.new)))
		})
	}
}
