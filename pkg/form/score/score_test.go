package score

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

// page makes a labelled page with a reading: what the labels say of wife,
// husband, official and seal, and what was read, by initials of the states
// (p, f, a, u; – for no such field).
func page(name, truth, reading string, columns map[string]string) Page {
	states := map[rune]ink.State{'p': ink.Present, 'f': ink.Fingerprint, 'a': ink.Absent, 'u': ink.Unsure}
	l := Label{File: name, Form: "ket_hon", Fields: map[string]ink.State{}, Columns: map[string]string{}}
	for k, v := range columns {
		l.Columns[k] = v
	}
	r := &form.Reading{Form: &form.Form{ID: "ket_hon"}}
	for i, c := range []rune(truth) {
		if c != '–' {
			l.Fields[fieldColumns[i]] = states[c]
		}
	}
	for i, c := range []rune(reading) {
		if c != '–' {
			r.Fields = append(r.Fields, form.FieldReading{Key: fieldColumns[i], State: states[c], Confidence: 0.9})
		}
	}
	l.Spouses = both(l.Fields)
	return Page{Label: l, Reading: r}
}

// noForm makes a page whose form was not found.
func noForm(name, truth string) Page {
	p := page(name, truth, "", nil)
	p.Reading = &form.Reading{Reason: form.NoMatch}
	return p
}

func TestPageScore(t *testing.T) {
	pages := []Page{
		page("1", "pp", "pp", nil),   // right
		page("2", "pf", "fp", nil),   // right: a fingerprint is a signature, and the other way round
		page("3", "ap", "ap", nil),   // right
		page("4", "aa", "ua", nil),   // right: one that is surely empty decides
		page("5", "ap", "pp", nil),   // passed
		page("6", "pp", "pa", nil),   // accused
		page("7", "pp", "pu", nil),   // unsure
		noForm("8", "pa"),            // unsure
		page("9", "––pp", "ap", nil), // not about spouses
	}
	s := Score(pages, nil).Spouses
	assert.Equal(t, PageScore{Pages: 8, Signed: 4, Right: 4, Passed: 1, Accused: 1, Unsure: 2}, s)
	assert.Equal(t, Rate{4, 8}, s.Accuracy())
	assert.Equal(t, Rate{6, 8}, s.Answered())
	assert.Equal(t, Rate{2, 8}, s.NotSure())
	assert.Equal(t, Rate{1, 4}, s.FalsePass())
	assert.Equal(t, Rate{1, 4}, s.FalseAlarm())
}

func TestFieldScore(t *testing.T) {
	pages := []Page{
		page("1", "p", "p", nil), page("2", "p", "p", nil), page("3", "p", "a", nil), page("4", "p", "u", nil),
		page("5", "f", "f", nil), page("6", "f", "p", nil), page("7", "a", "a", nil), page("8", "a", "p", nil),
		page("9", "a", "–", nil), page("10", "p", "f", nil),
	}
	fields := Score(pages, nil).Fields
	require.Len(t, fields, 1)
	f := fields[0]
	assert.Equal(t, form.WifeSignature, f.Key)
	assert.Equal(t, []int{10, 1, 1}, []int{f.N, f.Unsure, f.Unread})
	// Signed: 7 of 10; 5 of them were read so, and one that is not.
	assert.Equal(t, []int{5, 1, 2}, []int{f.Present.TP, f.Present.FP, f.Present.FN})
	assert.Equal(t, Rate{5, 6}, f.Present.Precision())
	assert.Equal(t, Rate{5, 7}, f.Present.Recall())
	assert.InDelta(t, 2*(5./6)*(5./7)/(5./6+5./7), f.Present.F1(), 1e-12)
	// Absent: 3; one was read so, and one that is signed.
	assert.Equal(t, []int{1, 1, 2}, []int{f.Absent.TP, f.Absent.FP, f.Absent.FN})
	assert.InDelta(t, 0.4, f.Absent.F1(), 1e-12)
	assert.Equal(t, Fingerprints{Signed: Rate{2, 2}, Named: Rate{1, 2}, Rightly: Rate{1, 2}}, f.Fingerprints)
	assert.Equal(t, Confusion{
		ink.Present:     {ink.Present: 2, ink.Absent: 1, ink.Unsure: 1, ink.Fingerprint: 1},
		ink.Fingerprint: {ink.Fingerprint: 1, ink.Present: 1},
		ink.Absent:      {ink.Absent: 1, ink.Present: 1, "": 1},
	}, f.Confusion)
	assert.Equal(t, 1, f.Confusion.of(ink.Present, ink.Unsure))
	assert.Less(t, f.Present.F1Low, f.Present.F1())
	assert.Greater(t, f.Present.F1High, f.Present.F1())
}

// TestRowsOfTables: fields that stand in each row are one.
func TestRowsOfTables(t *testing.T) {
	p := Page{Label: Label{Fields: map[string]ink.State{"giao1": ink.Present, "giao12": ink.Absent}}, Reading: &form.Reading{Fields: []form.FieldReading{{Key: "giao1", State: ink.Present}}}}
	fields := Score([]Page{p}, nil).Fields
	require.Len(t, fields, 1)
	assert.Equal(t, "giao", fields[0].Key)
	assert.Equal(t, 2, fields[0].N)
	assert.Equal(t, 1, fields[0].Unread)
	assert.Equal(t, "12", rowless("12"))
}

// The intervals of Newcombe (Statistics in Medicine 17, 1998), table I, method 3.
func TestWilson(t *testing.T) {
	for _, c := range []struct {
		r         Rate
		low, high float64
	}{
		{Rate{81, 263}, 0.2553, 0.3662}, {Rate{15, 148}, 0.0624, 0.1605},
		{Rate{0, 20}, 0, 0.1611}, {Rate{1, 29}, 0.0061, 0.1718},
	} {
		low, high := c.r.Interval()
		assert.InDelta(t, c.low, low, 5e-5, c.r)
		assert.InDelta(t, c.high, high, 5e-5, c.r)
	}
	low, high := Rate{}.Interval()
	assert.Equal(t, []float64{0, 1}, []float64{low, high})
	assert.True(t, math.IsNaN(Rate{}.Value()))
	low, high = Rate{7, 7}.Interval()
	assert.InDelta(t, 0.6457, low, 5e-5)
	assert.Equal(t, 1.0, high)
}

// TestBootstrap: with pages that are all right or half wrong.
func TestBootstrap(t *testing.T) {
	var right, half []Page
	for i := range 40 {
		right = append(right, page(fmt.Sprint(i), "p", "p", nil))
		half = append(half, page(fmt.Sprint(i), "p", []string{"p", "a"}[i%2], nil))
	}
	c := Score(right, nil).Fields[0].Present
	assert.Equal(t, []float64{1, 1}, []float64{c.F1Low, c.F1High})
	// F1 is 2k/(k+40) for k right of 40, and k is binomial: 14 to 26 in the middle 95 %.
	c = Score(half, nil).Fields[0].Present
	assert.InDelta(t, 2*14./54, c.F1Low, 0.03)
	assert.InDelta(t, 2*26./66, c.F1High, 0.03)
	again := Score(half, nil).Fields[0].Present
	assert.Equal(t, c, again)
	absent := Score(right, nil).Fields[0].Absent
	assert.True(t, math.IsNaN(absent.F1()) && math.IsNaN(absent.F1Low))
}

func TestGroups(t *testing.T) {
	pages := []Page{
		page("1", "pp", "pp", map[string]string{"difficulty": "hard", "dpi": "100", "degradation": "blur skew"}),
		page("2", "pp", "pa", map[string]string{"difficulty": "easy", "dpi": "200", "degradation": "blur"}),
		page("3", "pp", "pp", map[string]string{"difficulty": "easy", "dpi": "75"}),
	}
	groups := Score(pages, nil).Groups
	got := map[string][]string{}
	for _, g := range groups {
		for _, v := range g.Values {
			got[g.Column] = append(got[g.Column], fmt.Sprint(v.Value, " ", v.Right, "/", v.Pages))
		}
	}
	assert.Equal(t, map[string][]string{
		"difficulty": {"easy 1/2", "hard 1/1"}, "dpi": {"75 1/1", "100 1/1", "200 0/1"},
		"degradation": {"blur 1/2", "skew 1/1", "– 1/1"},
	}, got)
	parts := Split(pages, "difficulty")
	require.Len(t, parts, 2)
	assert.Equal(t, "easy", parts[0].Value)
	assert.Len(t, parts[0].Pages, 2)
	assert.True(t, HasColumn([]Label{pages[0].Label}, "dpi"))
	assert.False(t, HasColumn([]Label{pages[0].Label}, "nothing"))
}

// TestFitAndCheck divides by what was fitted on.
func TestFitAndCheck(t *testing.T) {
	known := KnownFrom([]Label{{Writers: []string{"c-1", "e-2"}, Columns: map[string]string{"layout": "p"}}})
	with := func(layout string, writers ...string) Page {
		p := page("x", "pp", "pp", map[string]string{"layout": layout})
		p.Label.Writers = writers
		return p
	}
	pages := []Page{with("p", "c-1"), with("p", "c-1", "007"), with("q", "007", "008"), with("q")}
	got := map[string][]string{}
	for _, g := range Score(pages, known).Groups {
		for _, v := range g.Values {
			got[g.Column] = append(got[g.Column], fmt.Sprint(v.Value, " ", v.Pages))
		}
	}
	assert.Equal(t, []string{"check 1", "fit 1", "mixed 1", "– 1"}, got["fit writers"])
	assert.Equal(t, []string{"check 2", "fit 2"}, got["fit layouts"])
	assert.Equal(t, []string{"# 2", "c 2", "– 1"}, got["writers"])
}

func TestFormsAndCases(t *testing.T) {
	other := page("3", "pp", "pp", map[string]string{"wife_case": "normal"})
	other.Reading.Form = &form.Form{ID: "khai_sinh"}
	pages := []Page{page("1", "pp", "up", map[string]string{"wife_case": "tiny"}), noForm("2", "pp"), other, page("4", "ap", "pp", map[string]string{"wife_case": "tiny", "husband_case": "normal"})}
	table := Score(pages, nil)
	assert.Equal(t, Rate{2, 4}, table.Forms.Right)
	assert.Equal(t, map[string]map[string]int{"ket_hon": {"ket_hon": 2, "": 1, "khai_sinh": 1}}, table.Forms.Confusion)
	assert.Equal(t, []Case{
		{"normal", map[string]CaseScore{form.WifeSignature: {N: 1, Right: 1}, form.HusbandSignature: {N: 1, Right: 1}}},
		{"tiny", map[string]CaseScore{form.WifeSignature: {N: 2, Unsure: 1, Wrong: 1}}},
	}, table.Cases)
}

func TestWrong(t *testing.T) {
	blank := msg.Message{ID: "form/no-match", VI: "Không nhận ra", EN: "Not recognised"}.With()
	passed := page("passed.pdf", "app", "ppp", map[string]string{"wife_case": "pencil_x", "dpi": "200"})
	passed.Label.Line = 7
	passed.Reading.Fields[0].Features = ink.Features{Length: 12.34, Turning: 1}
	lost := noForm("lost.pdf", "pp")
	lost.Because = blank
	covered := page("covered.pdf", "pp", "up", nil)
	covered.Reading.Fields[0].Because = form.Covered
	other := page("other.pdf", "––p", "––p", nil)
	other.Reading.Form = &form.Form{ID: "khai_sinh"}
	table := Score([]Page{page("right.pdf", "ppp", "pfp", nil), passed, page("accused.pdf", "pp", "ap", nil), lost, covered, other, page("seal.pdf", "pppp", "pppa", nil)}, nil)
	var got []string
	for i := range table.Wrong {
		w := &table.Wrong[i]
		got = append(got, string(w.Fault)+" "+w.In(msg.English))
	}
	assert.Equal(t, []string{
		"passed passed.pdf:7 (200): wife_signature (absent, pencil_x): read as present 0.90 (length 12.3, turning 1)",
		"accused accused.pdf:0: wife_signature (present): read as absent 0.90",
		"unsure lost.pdf:0: the form was not found: Not recognised",
		"unsure covered.pdf:0: wife_signature (present): read as unsure because of covered",
		"wrong-form other.pdf:0: taken for the form khai_sinh",
		"field seal.pdf:0: seal (present): read as absent 0.90",
	}, got)
	for _, f := range Faults() {
		assert.NotEmpty(t, f.Word().VI)
	}
}

func TestWrite(t *testing.T) {
	pages := []Page{page("a.pdf", "pppp", "pppp", map[string]string{"layout": "p"}), page("b.pdf", "fa–a", "fp–a", map[string]string{"layout": "q"}), noForm("c|d.pdf", "pp")}
	r := &Report{All: Score(pages, nil)}
	for _, p := range Split(pages, "layout") {
		r.Parts = append(r.Parts, PartTable{p.Column, p.Value, Score(p.Pages, nil)})
	}
	out := func(write func(*strings.Builder) error) string {
		var b strings.Builder
		require.NoError(t, write(&b))
		return b.String()
	}
	text := out(func(b *strings.Builder) error { return WriteText(b, r, msg.English) })
	assert.Equal(t, text, out(func(b *strings.Builder) error { return WriteText(b, r, msg.English) }))
	assert.Contains(t, text, "Did both spouses sign?\n")
	assert.Contains(t, text, "  all       3      33.3 % [6.1–79.2]     33.3 % [6.1–79.2]")
	assert.Contains(t, text, "layout p: Fields\n")
	assert.Contains(t, text, "  - b.pdf:0 (q): husband_signature (absent): read as present 0.90\n")
	vi := out(func(b *strings.Builder) error { return WriteText(b, r, msg.Vietnamese) })
	assert.Contains(t, vi, "33,3 % [6,1–79,2]")
	assert.NotContains(t, vi, "33.3")
	markdown := out(func(b *strings.Builder) error { return WriteMarkdown(b, r, msg.English) })
	assert.True(t, strings.HasPrefix(markdown, "### Did both spouses sign?\n"))
	assert.Contains(t, markdown, "| set | pages | right | unsure | false pass | false alarm |\n|---|--:|--:|--:|--:|--:|\n| all | 3 |")
	r.Picture = func(file string) string { return strings.ReplaceAll("set/"+file, "|", "-") }
	assert.Contains(t, out(func(b *strings.Builder) error { return WriteMarkdown(b, r, msg.English) }),
		"- c|d.pdf:0: the form was not found: no-match\n\n  ![c|d.pdf](set/c-d.pdf)\n")
	var object struct {
		All struct {
			Spouses struct {
				Accuracy struct{ K, N int }
			}
			Wrong []struct {
				File, Fault string
				Causes      []string
			}
			Fields []struct {
				Key    string
				Absent struct{ F1 *float64 }
			}
		}
		Parts []struct{ Column, Value string }
	}
	data := out(func(b *strings.Builder) error { return WriteJSON(b, r, msg.English) })
	require.NoError(t, json.Unmarshal([]byte(data), &object))
	assert.Equal(t, 3, object.All.Spouses.Accuracy.N)
	assert.Equal(t, 1, object.All.Spouses.Accuracy.K)
	require.Len(t, object.All.Wrong, 2)
	assert.Equal(t, "passed", object.All.Wrong[0].Fault)
	assert.Equal(t, "official_signature", object.All.Fields[2].Key)
	assert.Nil(t, object.All.Fields[2].Absent.F1)
	assert.Len(t, object.Parts, 3)
}

func TestNothingToScore(t *testing.T) {
	var b strings.Builder
	require.NoError(t, WriteText(&b, &Report{All: Score([]Page{{Label: Label{File: "a"}}}, nil)}, msg.English))
	assert.Equal(t, "Did both spouses sign?\n  No page is about spouses.\n\nWrong pages\n  None.\n", b.String())
}

func TestPagesWithoutAForm(t *testing.T) {
	none, taken := noForm("1", ""), page("2", "", "", nil)
	none.Label.Form, taken.Label.Form = NoForm, NoForm
	assert.Equal(t, Rate{1, 2}, Score([]Page{none, taken}, nil).Forms.Right)
	_, wrong := WrongOf(&none)
	assert.False(t, wrong, "no form is what it shows")
	w, wrong := WrongOf(&taken)
	assert.True(t, wrong)
	assert.Equal(t, WrongForm, w.Fault)
}
