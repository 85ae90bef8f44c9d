// Package onereport holds the golden reports of every format, all printed from
// one report.json, which has awkward names in it. A change of what a format says
// shows here as a change of one file:
//
//	go test ./internal/onereport -update
package onereport

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/report/html"
	"github.com/tthclint/tthclint/pkg/report/slip"
	"github.com/tthclint/tthclint/pkg/report/xlsx"
)

var update = flag.Bool("update", false, "write the golden files")

// saved is the part of a report that this test prints.
type saved struct {
	Tool     struct{ Name, Version string }
	AsOf     string
	Rules    []string
	Register lint.RegisterInfo
	Results  []struct {
		Dossier, Procedure, ProcedureName, Unit string
		Verdict                                 lint.Verdict
		Documents                               []string
		Findings                                []finding
		Outcomes                                []struct {
			Rule, Subject, Because string
			State                  lint.State
		}
	}
	Rates []struct {
		Key, Title                        string
		Target                            float64
		Numerator, Denominator, Unchecked int
		Failing                           []string
	}
}

type finding struct {
	Rule, MessageID, Message, Remedy, Fingerprint string
	Severity                                      lint.Severity
	Place                                         lint.Place
	Basis                                         []law.Citation
	Waived                                        *struct{ Reason, By, Until, Source string }
	Known                                         bool
}

// said is a sentence that has its words already.
func said(id, text string) msg.Text {
	if text == "" {
		return msg.Text{}
	}
	m := msg.Message{ID: id, VI: "{text}", EN: "{text}"}
	return m.With("text", text)
}

func day(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.ParseInLocation(time.DateOnly, s, law.Vietnam())
	require.NoError(t, err)
	return d
}

// print gives the saved report to a printer, as a run would.
func print(t *testing.T, p report.Printer) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "report.json"))
	require.NoError(t, err)
	var s saved
	require.NoError(t, json.Unmarshal(data, &s))
	require.NoError(t, p.Begin(lint.Head{ToolName: s.Tool.Name, ToolVersion: s.Tool.Version, AsOf: day(t, s.AsOf), Rules: s.Rules, Register: &s.Register, Dossiers: len(s.Results)}))
	var sum lint.Summary
	for _, r := range s.Results {
		result := &lint.Result{Dossier: r.Dossier, Procedure: r.Procedure, ProcedureName: r.ProcedureName, Unit: r.Unit, Verdict: r.Verdict}
		for _, path := range r.Documents {
			result.Documents = append(result.Documents, lint.DocumentInfo{Path: path, Role: dossier.Result})
		}
		for _, f := range r.Findings {
			g := lint.Finding{
				Rule: f.Rule, Severity: f.Severity, Place: f.Place, Message: said(f.MessageID, f.Message), Remedy: said(f.MessageID+".remedy", f.Remedy),
				Basis: f.Basis, Fingerprint: f.Fingerprint, Known: f.Known,
			}
			if w := f.Waived; w != nil {
				g.Waived = &lint.Waiver{Reason: w.Reason, By: w.By, Until: day(t, w.Until).AddDate(0, 0, 1), Source: w.Source}
			}
			result.Findings = append(result.Findings, g)
		}
		for _, o := range r.Outcomes {
			result.Outcomes = append(result.Outcomes, lint.Outcome{Rule: o.Rule, Subject: o.Subject, State: o.State, Because: said("because", o.Because)})
		}
		require.NoError(t, p.Result(result))
		sum.Add(result)
	}
	for _, r := range s.Rates {
		sum.Rates = append(sum.Rates, lint.Rate{
			Key: r.Key, Title: msg.Message{ID: r.Key, VI: r.Title, EN: r.Title}, Target: r.Target,
			Counts: lint.Counts{Numerator: r.Numerator, Denominator: r.Denominator, Unchecked: r.Unchecked, Failing: r.Failing},
		})
	}
	require.NoError(t, p.End(sum))
}

func TestGoldens(t *testing.T) {
	for name, of := range map[string]func(io.Writer) report.Printer{
		"text.txt":    func(w io.Writer) report.Printer { return report.NewText(w, report.TextOptions{}) },
		"json.json":   func(w io.Writer) report.Printer { return report.NewJSON(w, report.JSONOptions{UTF8: true}) },
		"lines.jsonl": func(w io.Writer) report.Printer { return report.NewNDJSON(w, report.JSONOptions{}) },
		"table.csv":   func(w io.Writer) report.Printer { return report.NewCSV(w, "") },
		"a.sarif":     func(w io.Writer) report.Printer { return report.NewSARIF(w, report.JSONOptions{UTF8: true}) },
		"junit.xml":   func(w io.Writer) report.Printer { return report.NewJUnit(w, report.XMLOptions{}) },
		"github.txt":  func(w io.Writer) report.Printer { return report.NewAnnotations(w, "") },
		"page.html":   func(w io.Writer) report.Printer { return html.New(w, html.Options{}) },
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			print(t, of(&out))
			compare(t, name, out.Bytes())
		})
	}
}

// page are the parts of a page that are files of their own, by what stands for
// them in the golden page.
func page(t *testing.T) map[string]string {
	t.Helper()
	parts := map[string]string{}
	for _, name := range []string{"style.css", "script.js"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "pkg", "report", "html", "page", name))
		require.NoError(t, err)
		parts["{{"+name+"}}"] = string(data)
	}
	return parts
}

// TestGoldenWorkbook compares what stands in the cells.
func TestGoldenWorkbook(t *testing.T) {
	var out bytes.Buffer
	print(t, xlsx.New(&out, xlsx.Options{Base: "../ho-so"}))
	f, err := excelize.OpenReader(&out)
	require.NoError(t, err)
	defer f.Close()
	var b bytes.Buffer
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		b.WriteString("== " + sheet + "\n")
		for _, row := range rows {
			b.WriteString(strings.Join(row, " | ") + "\n")
		}
	}
	compare(t, "workbook.txt", b.Bytes())
}

type closer struct{ *bytes.Buffer }

func (closer) Close() error { return nil }

// TestGoldenSlips compares the documents of the slips, a line each paragraph.
func TestGoldenSlips(t *testing.T) {
	files := map[string]*bytes.Buffer{}
	print(t, slip.New(slip.Options{Create: func(name string) (io.WriteCloser, error) {
		files[name] = &bytes.Buffer{}
		return closer{files[name]}, nil
	}}))
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	for _, name := range names {
		data := files[name].Bytes()
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		require.NoError(t, err)
		part, err := archive.Open("word/document.xml")
		require.NoError(t, err)
		document, err := io.ReadAll(part)
		require.NoError(t, err)
		b.WriteString("== " + name + "\n" + strings.ReplaceAll(string(document), "</w:p>", "</w:p>\n"))
	}
	compare(t, "slips.txt", b.Bytes())
}

func compare(t *testing.T, name string, got []byte) {
	t.Helper()
	golden := filepath.Join("testdata", name)
	var short, whole []string // pairs for a replacer, and those the other way round
	if filepath.Ext(name) == ".html" {
		for mark, part := range page(t) {
			short, whole = append(short, part, mark), append(whole, mark, part)
			require.Contains(t, string(got), part)
		}
	}
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(strings.NewReplacer(short...).Replace(string(got))), 0o644))
	}
	data, err := os.ReadFile(golden)
	require.NoError(t, err)
	want := []byte(strings.NewReplacer(whole...).Replace(string(data)))
	assert.True(t, bytes.Equal(want, got), "%s differs: look at it and run go test ./internal/onereport -update", golden)
}
