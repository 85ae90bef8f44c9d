package html_test

import (
	"iter"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/html"
)

// awkward are names as nobody should give them: markup, ends of the elements and
// attributes that a page is made of, templates, marks that turn the direction of
// writing, sequences that steer terminals, line ends, bytes that are no UTF-8.
var awkward = []string{
	"<script>document.title='hit'</script>.pdf", "</script><script>document.title='hit'</script>", "</noscript><img src=x onerror=\"document.title='hit'\">",
	"\" onfocus=\"document.title='hit'\" autofocus x=\"", "' onclick='document.title=1", "</style><style>*{display:none}</style>", "<!--", "-->", "]]>", "<![CDATA[",
	"</details></template></select></svg>", "{{.}}", "${document.title='hit'}", "`;document.title='hit'//", "javascript:document.title='hit'", "&lt;script&gt;", "&#x3c;script&#x3e;",
	"hop\u202efdp.exe\u200f.pdf", "\x1b[31mred\x1b]0;t\x07", "a\r\nb\tc", "bad\xff\xfe\xc3", "ls\u2028ps\u2029", "\ufeffbom\u00ad\u200b", "\x00nul", "=cmd|' /C calc'!A0", "ho\u0302\u0300 so\u031b",
}

// awkwardSample has every name in every place that a name can stand in.
func awkwardSample(names []string) (*sample, func(*lint.Result) iter.Seq[html.Picture]) {
	all := strings.Join(names, "")
	s := &sample{head: lint.Head{
		ToolName: all, ToolVersion: all, AsOf: law.Date(2026, 1, 2), Register: &lint.RegisterInfo{File: all}, Ignored: names, Evidence: all,
		About: []lint.About{{ID: names[0], Title: msg.Message{VI: all, EN: all}}}, Anchors: []lint.Anchor{{Name: all, Subject: all, Source: all, Origin: lint.Own}},
	}}
	named := msg.Message{ID: "named", VI: "Tệp {file}: {why}", EN: "File {file}: {why}"}
	for _, name := range names {
		text := named.With("file", name, "why", named.With("file", name, "why", name))
		r := &lint.Result{
			Dossier: name, Procedure: name, ProcedureName: name, Unit: name, Verdict: lint.Rejected,
			Documents: []lint.DocumentInfo{{Path: name}},
			Findings: []lint.Finding{{
				Rule: name, Severity: lint.Error, Message: text, Remedy: text, Place: lint.Place{File: name, Sheet: name, Row: 2, Page: 1, Box: lint.Box{X: 1, Y: 1, W: 9, H: 9}},
				Basis: []law.Citation{{Instrument: name, Clause: name}}, Waived: &lint.Waiver{Reason: name, By: name, Source: name},
			}},
			Outcomes: []lint.Outcome{{Rule: name, Subject: name + "x", State: lint.Failed, Because: text}},
		}
		s.results = append(s.results, r)
		s.summary.Add(r)
	}
	s.summary.Rates = []lint.Rate{{Key: all, Title: msg.Message{VI: all, EN: all}, Counts: lint.Counts{Numerator: 1, Denominator: 2}, Target: .5}}
	return s, func(r *lint.Result) iter.Seq[html.Picture] {
		return func(yield func(html.Picture) bool) {
			label := named.With("file", r.Dossier, "why", r.Dossier)
			yield(html.Picture{File: r.Dossier, Page: 1, Type: r.Dossier, Data: []byte(r.Dossier), Width: 210, Height: 297, Part: lint.Box{W: 210, H: 297},
				Marks: []html.Mark{{Box: lint.Box{X: 9, Y: 9, W: 9, H: 9}, State: html.State(r.Dossier), Label: label}}})
		}
	}
}

func awkwardPage(t *testing.T, names []string) []byte {
	s, pictures := awkwardSample(names)
	return s.page(t, html.Options{Pictures: pictures})
}

// TestNamesAreInert: a page with awkward names has the same tags as one whose
// names are plain, and no sign that cannot be seen.
func TestNamesAreInert(t *testing.T) {
	page := string(awkwardPage(t, awkward))
	for _, r := range page {
		if r != '\n' && !unicode.IsGraphic(r) {
			at := strings.IndexRune(page, r)
			t.Fatalf("%q stands in the page: %q", r, page[max(0, at-80):min(len(page), at+80)])
		}
	}
	plain := make([]string, len(awkward))
	for i := range plain {
		plain[i] = "name" + strings.Repeat("x", i)
	}
	assert.Equal(t, tags(string(awkwardPage(t, plain))), tags(page))
}

// TestNamesAreInertInABrowser opens the page with every section open.
func TestNamesAreInertInABrowser(t *testing.T) {
	for _, noScripts := range []bool{false, true} {
		b := open(t, awkwardPage(t, awkward), window{width: 1280, noScripts: noScripts})
		if !noScripts {
			eval[int](b, `document.getElementById("open-all").click(); 1`)
			b.settle()
			for _, name := range []string{"<script>document.title='hit'</script>.pdf", `</noscript><img src=x onerror="document.title='hit'">`} {
				got := eval[[]string](b, `[...document.querySelectorAll(".id")].map(e => e.textContent)`)
				assert.Contains(t, got, name)
			}
			require.Equal(t, len(awkward), eval[int](b, `document.querySelectorAll(".d[open] figure").length`))
			assert.Zero(t, eval[int](b, `document.querySelectorAll("main script, [onerror], [onfocus], [onclick], main img").length`))
			assert.Equal(t, "Báo cáo kiểm tra kết quả số hóa", eval[string](b, `document.title`))
		}
		b.quiet()
	}
}

var (
	tagPattern   = regexp.MustCompile(`<[^>]*>`)
	valuePattern = regexp.MustCompile(`="[^"]*"`)
)

// tags lists the elements of a page with the names of their attributes.
func tags(page string) (all []string) {
	for _, tag := range tagPattern.FindAllString(long.ReplaceAllString(page, ""), -1) {
		all = append(all, valuePattern.ReplaceAllString(tag, `=""`))
	}
	return all
}
