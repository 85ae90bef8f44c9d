package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"os/exec"
	"path"
	"strings"
	"testing"
	"unicode"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// machine formats by name.
func formats(w io.Writer) map[string]report.Printer {
	return map[string]report.Printer{
		"json":   report.NewJSON(w, report.JSONOptions{}),
		"ndjson": report.NewNDJSON(w, report.JSONOptions{}),
		"sarif":  report.NewSARIF(w, report.JSONOptions{UTF8: true}),
		"junit":  report.NewJUnit(w, report.XMLOptions{}),
		"github": report.NewAnnotations(w, ""),
		"csv":    report.NewCSV(w, ""),
		"text":   report.NewText(w, report.TextOptions{Verbose: true}),
	}
}

func printed(t *testing.T, s *sample, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	s.print(t, formats(&out)[format])
	return out.Bytes()
}

// TestSARIFKeepsTheSchema has another implementation read the report and compare
// it with the official schema; nothing may be lost on the way through it.
func TestSARIFKeepsTheSchema(t *testing.T) {
	for name, s := range map[string]*sample{"office": officeSample(), "awkward": awkwardSample(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			out := printed(t, s, "sarif")
			log, err := sarif.FromBytes(out)
			require.NoError(t, err)
			require.NoError(t, log.Validate())
			again, err := json.Marshal(log)
			require.NoError(t, err)
			var ours, theirs any
			require.NoError(t, json.Unmarshal(out, &ours))
			require.NoError(t, json.Unmarshal(again, &theirs))
			assertWithin(t, "", ours, theirs)
		})
	}
}

// assertWithin fails for what a has and b has not or otherwise.
func assertWithin(t *testing.T, at string, a, b any) {
	t.Helper()
	switch a := a.(type) {
	case map[string]any:
		b, _ := b.(map[string]any)
		for key, value := range a {
			assertWithin(t, at+"/"+key, value, b[key])
		}
	case []any:
		b, _ := b.([]any)
		if assert.Len(t, b, len(a), at) {
			for i := range a {
				assertWithin(t, at, a[i], b[i])
			}
		}
	default:
		if at != "/runs/results/ruleIndex" || a != 0.0 { // their writer leaves out an index of 0
			assert.Equal(t, a, b, at)
		}
	}
}

func TestSARIFTellsWhatIsOpen(t *testing.T) {
	log, err := sarif.FromBytes(printed(t, officeSample(), "sarif"))
	require.NoError(t, err)
	run := log.Runs[0]
	kinds := map[string]int{}
	for _, r := range run.Results {
		kinds[r.Kind+" "+r.Level]++
	}
	assert.Equal(t, map[string]int{"fail error": 3, "fail note": 1, "open none": 3}, kinds)
	assert.Len(t, run.Tool.Driver.Rules, 3)
	first := run.Results[0]
	assert.Equal(t, "field/spouse-signature", *first.RuleID)
	assert.Equal(t, "H20.30-260911-0002/KQ1.pdf", *first.Locations[0].PhysicalLocation.ArtifactLocation.URI)
	assert.Equal(t, 4, *run.Results[3].Locations[0].PhysicalLocation.Region.StartLine, "the row of the register")
}

func TestJUnitKeepsTheSchema(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint (libxml2-utils) is not installed: the schema of Jenkins was not asked")
	}
	for name, s := range map[string]*sample{"office": officeSample(), "awkward": awkwardSample(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command(xmllint, "--noout", "--nonet", "--schema", "testdata/jenkins-junit.xsd", "-")
			cmd.Stdin = bytes.NewReader(printed(t, s, "junit"))
			said, err := cmd.CombinedOutput()
			assert.NoError(t, err, "%s", said)
		})
	}
}

func TestJUnitCounts(t *testing.T) {
	type detail struct {
		Message string `xml:"message,attr"`
	}
	var all struct {
		Suites []struct {
			Name     string `xml:"name,attr"`
			Tests    int    `xml:"tests,attr"`
			Failures int    `xml:"failures,attr"`
			Errors   int    `xml:"errors,attr"`
			Skipped  int    `xml:"skipped,attr"`
			Cases    []struct {
				Name    string   `xml:"name,attr"`
				Failure []detail `xml:"failure"`
				Error   []detail `xml:"error"`
				Skipped []string `xml:"skipped"`
				Output  string   `xml:"system-out"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	require.NoError(t, xml.Unmarshal(printed(t, officeSample(), "junit"), &all))
	require.Len(t, all.Suites, 4)
	for _, s := range all.Suites {
		assert.Len(t, s.Cases, s.Tests, s.Name)
	}
	assert.Zero(t, all.Suites[0].Failures+all.Suites[0].Errors+all.Suites[0].Skipped)
	assert.Equal(t, 1, all.Suites[1].Failures, "both spouses are two failures of one case")
	assert.Len(t, all.Suites[1].Cases[0].Failure, 2)
	assert.Contains(t, all.Suites[1].Cases[1].Output, "dấu thời gian", "a note is no failure")
	assert.Equal(t, 3, all.Suites[3].Skipped)
	assert.Equal(t, 1, all.Suites[3].Errors, "a dossier without a verdict does not pass")
}

func TestCSVIsATable(t *testing.T) {
	for _, s := range []*sample{officeSample(), awkwardSample()} {
		out := printed(t, s, "csv")
		body, ok := bytes.CutPrefix(out, []byte("\ufeff"))
		require.True(t, ok)
		lines, err := csv.NewReader(bytes.NewReader(body)).ReadAll() // refuses a line of another length
		require.NoError(t, err)
		dossiers := map[string]bool{}
		for _, line := range lines[1:] {
			dossiers[line[0]] = true
		}
		assert.Len(t, dossiers, len(s.results), "every dossier has a line")
	}
}

// TestHostileNamesComeOutInert: names that would be a formula, markup, a command
// of a workflow or of a terminal, or that turn the direction of writing, are
// themselves in every format and nothing else.
func TestHostileNamesComeOutInert(t *testing.T) {
	hostile := []string{
		"<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "a\r\n::error::x", "%0A::set-output", "\u202egpj.exe", "\x1b[31mred",
		"]]>", "&amp;", "a,b\"c", "../../etc/passwd", "http://x/y.pdf", "c:\\x.pdf", "\u2028", "\x00", "\xff\xfe",
	}
	named := msg.Message{ID: "x/y", VI: "{file}", EN: "{file}"}
	s := officeSample()
	s.results = nil
	for _, name := range hostile {
		s.results = append(s.results, &lint.Result{
			Dossier: name, Procedure: name, ProcedureName: name, Unit: name, Verdict: lint.Rejected,
			Documents: []lint.DocumentInfo{{Path: name}},
			Findings: []lint.Finding{{
				Rule: "x/y", Severity: lint.Error, Message: named.With("file", name), Remedy: named.With("file", name), Place: lint.Place{File: name, Sheet: name, Row: 3},
			}},
			Outcomes: []lint.Outcome{{Rule: "x/z", Subject: name, State: lint.NotChecked, Because: named.With("file", name)}},
		})
	}
	for format := range formats(io.Discard) {
		t.Run(format, func(t *testing.T) {
			out := string(printed(t, s, format))
			for _, r := range out {
				if !unicode.IsGraphic(r) && !strings.ContainsRune("\r\n\t\ufeff", r) {
					t.Errorf("%U in the output", r)
				}
			}
			switch format {
			case "junit":
				assert.NotContains(t, out, "<script>")
			case "github":
				for line := range strings.Lines(out) {
					assert.Regexp(t, `^::(error|warning|notice) [^:]*::`, line)
				}
				assert.Equal(t, 2*len(hostile), strings.Count(out, "\n"), "no name begins a line of its own")
			case "csv":
				lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
				require.NoError(t, err)
				for _, line := range lines {
					for _, cell := range line {
						assert.NotRegexp(t, `^[=+@-]`, cell)
					}
				}
			case "sarif":
				log, err := sarif.FromBytes([]byte(out))
				require.NoError(t, err)
				for _, r := range log.Runs[0].Results {
					if r.Locations[0].PhysicalLocation == nil {
						continue // about the dossier
					}
					at := *r.Locations[0].PhysicalLocation.ArtifactLocation.URI
					u, err := url.Parse(at)
					require.NoError(t, err)
					assert.False(t, u.IsAbs() || u.Host != "" || path.IsAbs(u.Path), at)
				}
			}
		})
	}
}

func TestSeveralPrintAlike(t *testing.T) {
	var a, b bytes.Buffer
	officeSample().print(t, report.Several(report.NewCSV(&a, ""), report.NewJSON(&b, report.JSONOptions{})))
	assert.Equal(t, printed(t, officeSample(), "csv"), a.Bytes())
	assert.Equal(t, printed(t, officeSample(), "json"), b.Bytes())
}

// TestWhatDoesNotCountStays: a waived finding and one known before are in every
// format, with who decided, and a build server does not fail for them.
func TestWhatDoesNotCountStays(t *testing.T) {
	s := officeSample()
	s.head.Waivers, s.head.Baseline = "mien-tru.yaml", "biet.json"
	found := s.results[1].Findings
	found[0].Waived = &lint.Waiver{Reason: "Chờ bản gốc", By: "Chủ tịch", Until: law.Date(2027, 1, 1), Source: "mien-tru.yaml:3"}
	found[1].Known = true
	s.summary.Settings = []lint.Finding{{
		Rule: "waiver/unused", Severity: lint.Warning, Place: lint.Place{File: "mien-tru.yaml", Row: 9}, Message: msg.Text{Message: stamp}, Basis: decree[:1],
	}}
	for format := range formats(io.Discard) {
		out := string(printed(t, s, format))
		if format == "json" || format == "ndjson" {
			var unescaped strings.Builder
			for line := range strings.Lines(out) {
				var doc any
				if json.Unmarshal([]byte(line), &doc) == nil {
					again, err := json.Marshal(doc)
					require.NoError(t, err)
					unescaped.Write(again)
				}
			}
			if format == "ndjson" {
				out = unescaped.String()
				assert.Contains(t, out, `"until":"2026-12-31"`)
			}
			assert.Contains(t, out, `"known":true`)
			assert.Contains(t, out, `"settings":[{`)
			continue
		}
		assert.Contains(t, out, "Chờ bản gốc", format)
		assert.Contains(t, out, "waiver/unused", format)
	}
	junit := string(printed(t, s, "junit"))
	assert.Contains(t, junit, `name="H20.30-260911-0002" tests="2" failures="0"`)
	log, err := sarif.FromBytes(printed(t, s, "sarif"))
	require.NoError(t, err)
	require.NoError(t, log.Validate())
	assert.Equal(t, "external", *log.Runs[0].Results[0].Suppressions[0].Kind)
	assert.Equal(t, "unchanged", *log.Runs[0].Results[1].BaselineState)
	assert.Equal(t, "new", *log.Runs[0].Results[2].BaselineState)
	whole := compileSchema(t, "")
	validate(t, whole, printed(t, s, "json"))
}
