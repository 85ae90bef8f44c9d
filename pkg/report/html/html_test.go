package html_test

import (
	"cmp"
	"flag"
	"iter"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/html"
)

var update = flag.Bool("update", false, "write the expected pages anew")

// long is what a golden page leaves out: the style, the script, their digests
// and the bytes of pictures.
var long = regexp.MustCompile(`(?s)(<style>).*?(</style>)|(<script>).*?(</script>)|(sha256-).+?(=&#39;)|(;base64,)[^"]+()`)

func TestPage(t *testing.T) {
	for file, o := range map[string]html.Options{
		"testdata/week.html":    {Pictures: scans(t)},
		"testdata/week-en.html": {Lang: msg.English},
	} {
		got := long.ReplaceAllString(string(week().page(t, o)), "$1$3$5$7…$2$4$6$8")
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(got), 0o600))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), got, file)
	}
}

func TestPageOfNothing(t *testing.T) {
	s := &sample{head: lint.Head{ToolName: "tthclint", AsOf: law.Date(2026, 1, 2)}}
	page := string(s.page(t, html.Options{}))
	holds(t, page, "0 hồ sơ")
	assert.NotContains(t, page, "ZgotmplZ")
	assert.True(t, strings.HasSuffix(page, "</html>\n"))
}

// TestPicturesAreBounded fills the room: what has no pictures for that reason says
// so, once more in the summary, and half of it waits for rejected dossiers that
// come last.
func TestPicturesAreBounded(t *testing.T) {
	s := many(20)
	slices.SortStableFunc(s.results, func(a, b *lint.Result) int {
		last := map[lint.Verdict]int{lint.Rejected: 1}
		return cmp.Compare(last[a.Verdict], last[b.Verdict])
	})
	one := int64(len(scan(t))+2) / 3 * 4
	page := string(s.page(t, html.Options{Pictures: scans(t), Show: html.ShowAll, MaxPictures: 10*one + 500}))
	assert.Equal(t, 10, strings.Count(page, "<img "))
	assert.Equal(t, 5, strings.Count(page[strings.Index(page, s.results[16].Dossier):], "<img "), "of four rejected dossiers with two pictures each")
	bare := strings.Count(page, "Hồ sơ này không kèm hình ảnh")
	assert.Equal(t, 11+2, bare)
	holds(t, page, "13 hồ sơ không kèm hình ảnh vì đã đủ 0,0", "--pictures-max")
}

func TestWhichDossiersHavePictures(t *testing.T) {
	for name, want := range map[string]int{"none": 0, "failing": 3, "all": 4} {
		var show html.Show
		require.NoError(t, show.UnmarshalText([]byte(name)))
		assert.Equal(t, name, show.String())
		page := string(week().page(t, html.Options{Pictures: scans(t), Show: show}))
		assert.Equal(t, want, strings.Count(page, "<img "), name)
	}
	var show html.Show
	assert.Error(t, show.UnmarshalText([]byte("some")))
}

func TestMarksLieWhereTheirBoxesAre(t *testing.T) {
	s := week()
	s.results = s.results[1:2]
	file := s.results[0].Documents[0].Path
	s.results[0].Findings = append(s.results[0].Findings, lint.Finding{
		Rule: "scan/cut", Severity: lint.Warning, Message: stamp.With(), Place: lint.Place{File: file, Page: 1, Box: lint.Box{X: 0, Y: 0, W: 105, H: 29.7}},
	})
	seen := msg.Message{ID: "seal", VI: "Con dấu", EN: "Seal"}
	for turned, want := range map[int]string{
		0:   `<rect class="m found" x="21" y="29.7" width="42" height="59.4"/>`,
		90:  `<rect class="m found" x="29.7" y="147" width="59.4" height="42"/>`,
		180: `<rect class="m found" x="147" y="207.9" width="42" height="59.4"/>`,
		270: `<rect class="m found" x="207.9" y="21" width="59.4" height="42"/>`,
	} {
		picture := html.Picture{File: file, Page: 1, Width: 210, Height: 297, Turned: turned, Part: lint.Box{W: 210, H: 297}, Marks: []html.Mark{
			{Box: lint.Box{X: 21, Y: 29.7, W: 42, H: 59.4}, State: html.Found, Label: seen.With()},
			{Box: lint.Box{X: 300, Y: 10, W: 5, H: 5}, State: html.Missing, Label: seen.With()}, // beside the page
		}}
		if turned%180 != 0 {
			picture.Width, picture.Height = 297, 210
		}
		page := string(s.page(t, html.Options{Pictures: func(*lint.Result) iter.Seq[html.Picture] {
			return func(yield func(html.Picture) bool) { yield(picture) }
		}}))
		holds(t, page, want, turned)
		holds(t, page, `<rect class="m unsure"`, "the box of a finding without a mark")
		assert.Equal(t, 4, strings.Count(page, "<rect class=\"m "), "two boxes of errors, one of a warning, one seal")
		holds(t, page, `class="page sheet"`, "there is no picture, only a sheet")
	}
}

// TestWritesEachDossierWhenItComes looks at the pieces of a page: nothing waits for
// its end.
func TestWritesEachDossierWhenItComes(t *testing.T) {
	w := &pieces{}
	s := many(10)
	s.print(t, html.New(w, html.Options{}))
	require.Len(t, w.all, 12)
	assert.Contains(t, w.all[0], "<!doctype html>")
	for i, r := range s.results {
		assert.Contains(t, w.all[i+1], r.Dossier)
	}
	assert.Contains(t, w.all[11], "</html>")
}

// holds is assert.Contains, without the page in the message.
func holds(t *testing.T, page, want string, about ...any) {
	t.Helper()
	assert.True(t, strings.Contains(page, want), "%s %v", want, about)
}

type pieces struct{ all []string }

func (p *pieces) Write(b []byte) (int, error) {
	p.all = append(p.all, string(b))
	return len(b), nil
}

// TestAlikeFindingsAreOnePoint names both files in it.
func TestAlikeFindingsAreOnePoint(t *testing.T) {
	s := week()
	s.results = s.results[:1]
	r := *s.results[0]
	text := msg.Message{ID: "x", VI: "Chưa biết.", EN: "Not known."}.With()
	r.Documents = append(slices.Clone(r.Documents), lint.DocumentInfo{Path: "x/2.pdf"})
	r.Findings = []lint.Finding{
		{Rule: "a/b", Severity: lint.Warning, Message: text, Place: lint.Place{File: r.Documents[0].Path}},
		{Rule: "a/b", Severity: lint.Warning, Message: text, Place: lint.Place{File: "x/2.pdf"}},
	}
	s.results[0] = &r
	page := string(s.page(t, html.Options{}))
	assert.Equal(t, 1, strings.Count(page, "Chưa biết."))
	holds(t, page, r.Documents[0].Path+"</bdi></dd><dd><bdi class=\"path\">x/2.pdf</bdi></dd>")
}
