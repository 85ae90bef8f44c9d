package form_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
)

// good is a form without anything wrong; mistakes are made in it.
const good = `id: bien_ban
name: {vi: Biên bản, en: Minutes}
role: result
procedures: {codes: ["1.234567"]}
titles: [BIÊN BẢN, BIÊN BẢN HỌP]
fields:
  - key: chair
    label: {vi: Chủ tọa, en: Chair}
    kind: signature
    captions: [Chủ tọa, Chủ trì]
    area: {size: [70, 30], side: below}
  - key: seal
    label: {vi: Con dấu, en: Seal}
    kind: seal
    with: chair
editions:
  - id: bb-2020
    from: "2020-01-01"
    basis: [{instrument: Nghị định 1/2020/NĐ-CP, clause: Điều 1}]
    paper: [210, 297]
    captions:
      - {id: state, text: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, box: [60, 20, 90, 5]}
      - {id: title, text: BIÊN BẢN, box: [60, 40, 90, 6], title: true}
      - {id: chair, text: Chủ tọa, box: [140, 200, 20, 4]}
    places:
      - {field: chair, box: [110, 210, 70, 30], captions: [chair]}
`

// unfilled is the place of an argument that a text was not given.
const unfilled = `\{\w+\}`

func problems(t *testing.T, err error) []form.Problem {
	t.Helper()
	var e *form.FileError
	require.ErrorAs(t, err, &e)
	for _, p := range e.Problems {
		assert.NotEmpty(t, p.What.In(msg.Vietnamese))
		assert.NotEmpty(t, p.Remedy.In(msg.Vietnamese))
	}
	return e.Problems
}

func TestParseTellsLineAndRemedy(t *testing.T) {
	_, err := form.Parse([]byte(good))
	require.NoError(t, err)
	for name, c := range map[string]struct {
		old, new string
		line     int
		id       string
	}{
		"unknown key":       {"role: result", "colour: red", 3, "yaml/unknown-key"},
		"unknown inner key": {"    area: {size: [70, 30], side: below}", "    area: {size: [70, 30], sied: below}", 11, "yaml/unknown-key"},
		"key twice":         {"role: result", "id: b", 3, "yaml/key-twice"},
		"tab":               {"    kind: signature", "\tkind: signature", 9, "yaml/not-yaml"},
		"text for list":     {"titles: [BIÊN BẢN, BIÊN BẢN HỌP]", "titles: BIÊN BẢN", 5, "yaml/wants-list"},
		"text for number":   {"paper: [210, 297]", "paper: [a4, 297]", 20, "yaml/wants-number"},
		"text for bool":     {"title: true", "title: maybe", 23, "yaml/wants-bool"},
		"list for text":     {"id: bien_ban", "id: [bien_ban]", 1, "yaml/wants-text"},
		"text for keys":     {"name: {vi: Biên bản, en: Minutes}", "name: Biên bản", 2, "yaml/wants-keys"},
		"no name":           {"id: bien_ban", "id: \"\"", 1, "form/missing"},
		"bad name":          {"id: bien_ban", "id: Biên bản", 1, "form/bad-name"},
		"one language":      {"{vi: Biên bản, en: Minutes}", "{vi: Biên bản}", 2, "form/missing"},
		"bad role":          {"role: result", "role: paper", 3, "form/bad-choice"},
		"bad kind":          {"kind: signature", "kind: stamp", 9, "form/bad-choice"},
		"bad side":          {"side: below", "side: left", 11, "form/bad-choice"},
		"bad code":          {"1.234567", "1234567", 4, "form/bad-code"},
		"blank wording":     {"BIÊN BẢN HỌP", "\"…\"", 5, "form/blank"},
		"field twice":       {"key: seal", "key: chair", 12, "form/twice"},
		"with nobody":       {"with: chair", "with: nobody", 15, "form/no-other"},
		"with itself":       {"with: chair", "with: seal", 15, "form/no-other"},
		"bad day":           {"2020-01-01", "01/01/2020", 18, "form/bad-day"},
		"to before from":    {"    paper:", "    to: \"2020-01-01\"\n    paper:", 20, "form/to-before-from"},
		"no instrument":     {"{instrument: Nghị định 1/2020/NĐ-CP, clause: Điều 1}", "{clause: Điều 1}", 19, "form/missing"},
		"bad paper":         {"[210, 297]", "[210]", 20, "form/bad-size"},
		"bad box":           {"[110, 210, 70, 30]", "[110, 210, 70, 0]", 26, "form/bad-box"},
		"not a number":      {"[110, 210, 70, 30]", "[110, 210, 70, .nan]", 26, "yaml/wants-number"},
		"off the paper":     {"[110, 210, 70, 30]", "[150, 210, 70, 30]", 26, "form/off-paper"},
		"no title":          {", title: true", "", 21, "form/one-title"},
		"no such field":     {"field: chair", "field: nobody", 26, "form/no-field"},
		"no such caption":   {"captions: [chair]", "captions: [nobody]", 26, "form/no-caption"},
		"no editions":       {good[strings.Index(good, "editions:"):], "", 1, "form/missing"},
		"two documents":     {"editions:", "---\neditions:", 17, "yaml/several"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, good, c.old)
			_, err := form.Parse([]byte(strings.Replace(good, c.old, c.new, 1)))
			all := problems(t, err)
			assert.Equal(t, c.id, all[0].What.ID)
			assert.Equal(t, c.line, all[0].Line)
			assert.NotRegexp(t, unfilled, all[0].What.In(msg.English)+all[0].Remedy.In(msg.Vietnamese))
		})
	}
}

func TestParseTellsEverything(t *testing.T) {
	src := strings.NewReplacer("role: result", "role: paper", "kind: seal", "kind: stamp", "2020-01-01", "once").Replace(good)
	_, err := form.Parse([]byte(src))
	var lines []int
	for _, p := range problems(t, err) {
		lines = append(lines, p.Line)
	}
	assert.Equal(t, []int{3, 14, 18}, lines)
}

func TestLoadNamesTheFile(t *testing.T) {
	bad := strings.Replace(good, "role: result", "role: paper", 1)
	_, err := form.Load(fstest.MapFS{"a.yaml": {Data: []byte(bad)}})
	assert.EqualError(t, err, "a.yaml, line 3: the value «paper» cannot be used.")
	_, err = form.Load(fstest.MapFS{"a.yaml": {Data: []byte(good)}, "b.yaml": {Data: []byte(good)}})
	assert.EqualError(t, err, "b.yaml, line 1: the form «bien_ban» is in a.yaml already.")
	_, err = form.Load(fstest.MapFS{"a.yaml": {Mode: fs.ModeDir}})
	require.Error(t, err)
	assert.False(t, errors.As(err, new(*form.FileError)), "it cannot be read at all")
}

// Files that would take the parser minutes or more memory than there is.
func TestParseBoundsHostileFiles(t *testing.T) {
	start := time.Now()
	for name, src := range hostile() {
		_, err := form.Parse([]byte(src))
		assert.Error(t, err, name)
	}
	t.Log(time.Since(start))
}

func hostile() map[string]string {
	bomb := "a: &a [x, x, x]\n"
	for c := 'b'; c < 'z'; c++ {
		bomb += strings.ReplaceAll("C: &C [*P, *P, *P]\n", "C", string(c))
		bomb = strings.ReplaceAll(bomb, "P", string(c-1))
	}
	return map[string]string{
		"brackets":   strings.Repeat("[", 60000),
		"braces":     strings.Repeat("{a: ", 15000),
		"lines":      strings.Repeat("[\n", 30000),
		"dashes":     strings.Repeat("- ", 30000),
		"tight":      strings.Repeat("-\t", 30000),
		"questions":  strings.Repeat("? ", 30000),
		"tags":       strings.Repeat("!!a ", 15000),
		"anchors":    strings.Repeat("&a ", 20000),
		"indented":   strings.Repeat(" ", 5000) + "a: b",
		"aliases":    "labels:\n  - &a x\n" + strings.Repeat("  - *a\n", 200),
		"bomb":       bomb,
		"itself":     "a: &a [*a]",
		"large":      strings.Repeat("#", 1<<20),
		"keys":       strings.Repeat("a: 1\n", 12000),
		"no value":   "id: !!\n",
		"not a text": "\x00\xff\xfe",
		"only notes": "# nothing\n",
		"nothing":    " \n",
		"null":       "null\n",
	}
}

// review returns the ids of what looks wrong in a form file.
func review(t *testing.T, src string) (ids []string) {
	t.Helper()
	f, err := form.Parse([]byte(src))
	require.NoError(t, err)
	for _, p := range builtin(t).Review(f) {
		assert.Positive(t, p.Line)
		assert.NotRegexp(t, unfilled, p.What.In(msg.Vietnamese)+p.Remedy.In(msg.English))
		ids = append(ids, p.What.ID)
	}
	return ids
}

func TestReview(t *testing.T) {
	require.Empty(t, review(t, good))
	for name, c := range map[string]struct{ old, new, id string }{
		"no titles":          {"titles: [BIÊN BẢN, BIÊN BẢN HỌP]\n", "", "form/no-titles"},
		"another's title":    {"BIÊN BẢN HỌP", "Quyết định", "form/shared-title"},
		"title twice":        {"BIÊN BẢN HỌP", "Bien ban", "form/repeated-wording"},
		"one wording":        {"[Chủ tọa, Chủ trì]", "[Chủ tọa]", "form/one-wording"},
		"caption is title":   {"Chủ trì", "biên bản họp", "form/caption-is-label"},
		"seal's captions":    {"    with: chair", "    with: chair\n    captions: [Con dấu]", "form/captions-unused"},
		"shared caption":     {"    with: chair", "    captions: [Chủ trì, Dấu]", "form/shared-caption"},
		"nowhere":            {"    with: chair\n", "", "form/nowhere"},
		"small place":        {"[110, 210, 70, 30]", "[110, 210, 12, 30]", "form/small-place"},
		"place over print":   {"[110, 210, 70, 30]", "[110, 190, 70, 50]", "form/over-print"},
		"overlapping place":  {"captions: [chair]}\n", "captions: [chair]}\n      - {field: clerk, box: [100, 220, 60, 30]}\n", "form/overlapping"},
		"few captions":       {"      - {id: state, text: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, box: [60, 20, 90, 5]}\n", "", "form/few-captions"},
		"another's code":     {"1.234567", "1.000894", "form/shared-code"},
		"in no form's place": {"role: result", "instead_of: [giay_khac]", "form/no-form"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, good, c.old)
			src := strings.Replace(good, c.old, c.new, 1)
			if strings.Contains(c.new, "clerk") {
				src = strings.Replace(src, "editions:", "  - {key: clerk, label: {vi: Thư ký, en: Clerk}, kind: signature, captions: [Thư ký, Người ghi]}\neditions:", 1)
			}
			if c.id == "form/one-wording" {
				assert.Empty(t, review(t, src), "there is a place for the field in each edition")
				src += "  - id: bb-2010\n    to: \"2020-01-01\"\n"
			}
			assert.Equal(t, []string{c.id}, review(t, src))
		})
	}
}

// The shipped forms are what own ones are modelled on.
func TestBuiltinFormsLookRight(t *testing.T) {
	set := builtin(t)
	for _, f := range set.Forms() {
		for _, p := range set.Review(f) {
			if p.What.ID != "form/shared-code" { // one procedure gives extracts of every kind
				t.Errorf("%s, line %d: %s", f.ID, p.Line, p.What.In(msg.English))
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("a: &a [*a]"))
	f.Add([]byte("\x00"))
	for _, src := range hostile() {
		f.Add([]byte(src[:min(len(src), 4096)]))
	}
	for _, name := range []string{"ket_hon", "phieu_kiem_soat"} {
		src, err := os.ReadFile("forms/" + name + ".yaml")
		require.NoError(f, err)
		f.Add(src)
	}
	set := builtin(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		got, err := form.Parse(src)
		if err != nil {
			for _, p := range problems(t, err) {
				if p.Line < 0 || p.Line > 1+strings.Count(string(src), "\n")+strings.Count(string(src), "\r") {
					t.Fatalf("line %d of %q", p.Line, src)
				}
			}
			return
		}
		if got.ID == "" || len(got.Editions) == 0 {
			t.Fatal("a form without an id or an edition")
		}
		set.Review(got)
	})
}

func TestReadFileThatIsNone(t *testing.T) {
	pipe := fstest.MapFS{"a.yaml": {Mode: fs.ModeNamedPipe}}
	_, err := form.ReadFile(pipe, "a.yaml")
	assert.ErrorIs(t, err, fs.ErrInvalid)
}
