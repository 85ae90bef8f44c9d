package score

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
)

func TestReadValues(t *testing.T) {
	got, err := ReadValues(strings.NewReader("file,key,state,how,text,x\na.pdf,number,filled,print,12/2024,1\na.pdf,issuer,blank,,,2\n"), ValuesName)
	require.NoError(t, err)
	assert.Equal(t, map[string][]ValueLabel{"a.pdf": {
		{Line: 2, Key: "number", Filled: true, How: form.ByPrint, Text: "12/2024"}, {Line: 3, Key: "issuer"},
	}}, got)
	for row, want := range map[string]string{
		"a,number,there,,\n":       "values.csv:2: state: «there» cannot be used; use filled, blank",
		"a,number,filled,typed,\n": "values.csv:2: how: «typed» cannot be used; use print, hand",
		",number,filled,,\n":       "values.csv:2: the cell file is empty",
		"a,number,filled\n":        "values.csv:2: the row has 3 cells, the row of column names has 5",
	} {
		_, err := ReadValues(strings.NewReader("file,key,state,how,text\n"+row), ValuesName)
		var bad *LabelsError
		require.ErrorAs(t, err, &bad)
		assert.Equal(t, want, bad.Text().In(msg.English))
	}
}

func TestScoreValues(t *testing.T) {
	set, err := form.Builtin()
	require.NoError(t, err)
	f := set.Form("ket_hon")
	page := Page{Label: Label{File: "a.pdf", Form: "ket_hon"}, Values: []ValueLabel{
		{Key: "number", Filled: true, How: form.ByPrint, Text: "12/2024"}, {Key: "issuer"},
		{Key: "wife_name", Filled: true, How: form.ByHand, Text: "A"}, {Key: "husband_name"}, {Key: "registered_on", Filled: true},
		{Key: "not_asked_for", Filled: true},
	}}
	page.Reading = &form.Reading{Form: f, Values: []form.ValueReading{
		{Key: "number", State: form.Filled, How: form.ByPrint, Text: "12/2024"}, {Key: "issuer", State: form.Blank},
		{Key: "wife_name", State: form.Filled, How: form.ByPrint}, {Key: "husband_name", State: form.Filled}, {Key: "registered_on", State: form.UnsureValue},
	}}
	lost := Page{Label: Label{File: "b.pdf"}, Values: []ValueLabel{{Key: "number"}}}
	all := scoreValues([]Page{page, lost})[0]
	assert.Equal(t, "", all.Key)
	assert.Equal(t, 6, all.N)
	assert.Equal(t, 1, all.Unsure)
	assert.Equal(t, 1, all.Unread)
	assert.Equal(t, [3]int{2, 1, 1}, [3]int{all.Filled.TP, all.Filled.FP, all.Filled.FN})
	assert.Equal(t, [3]int{1, 0, 2}, [3]int{all.Blank.TP, all.Blank.FP, all.Blank.FN})
	assert.Equal(t, Rate{1, 2}, all.How)
	assert.Equal(t, Rate{1, 1}, all.Text)
	var out strings.Builder
	require.NoError(t, WriteMarkdown(&out, &Report{All: Score([]Page{page, lost}, nil)}, msg.English))
	assert.Contains(t, out.String(), "| all values | 6 |")
	assert.NotContains(t, out.String(), "12/2024", "values are personal data")
}

// What stands in each row of a table is counted under one key.
func TestScoreRows(t *testing.T) {
	slip := &form.Form{ID: "phieu", Values: []form.Value{{Key: "at", Repeated: true}}}
	p := Page{Label: Label{Form: "phieu"}, Reading: &form.Reading{Form: slip, Rows: []form.RowReading{
		{N: 1, When: form.ValueReading{Key: "at1", State: form.Filled}}, {N: 2, When: form.ValueReading{Key: "at2", State: form.UnsureValue}}}},
		Values: []ValueLabel{{Key: "at1", Filled: true}, {Key: "at2"}, {Key: "at3"}}}
	all := scoreValues([]Page{p})
	require.Len(t, all, 2)
	assert.Equal(t, "at", all[1].Key)
	assert.Equal(t, [4]int{3, 1, 1, 1}, [4]int{all[1].N, all[1].Unsure, all[1].Unread, all[1].Filled.TP})
}
