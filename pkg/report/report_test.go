package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

var update = flag.Bool("update", false, "write the golden files")

func TestGolden(t *testing.T) {
	s := officeSample()
	for name, p := range map[string]func(io.Writer) report.Printer{
		"office.vi.txt": func(w io.Writer) report.Printer { return report.NewText(w, report.TextOptions{}) },
		"office.en.txt": func(w io.Writer) report.Printer {
			return report.NewText(w, report.TextOptions{Lang: msg.English, Width: 80})
		},
		"office.verbose.txt": func(w io.Writer) report.Printer {
			return report.NewText(w, report.TextOptions{Verbose: true, Width: 80})
		},
		"office.json": func(w io.Writer) report.Printer { return report.NewJSON(w, report.JSONOptions{}) },
		"office.utf8.json": func(w io.Writer) report.Printer {
			return report.NewJSON(w, report.JSONOptions{Lang: msg.English, UTF8: true})
		},
		"office.ndjson":     func(w io.Writer) report.Printer { return report.NewNDJSON(w, report.JSONOptions{UTF8: true}) },
		"office.sarif":      func(w io.Writer) report.Printer { return report.NewSARIF(w, report.JSONOptions{UTF8: true}) },
		"office.junit.xml":  func(w io.Writer) report.Printer { return report.NewJUnit(w, report.XMLOptions{}) },
		"office.csv":        func(w io.Writer) report.Printer { return report.NewCSV(w, "") },
		"office.github.txt": func(w io.Writer) report.Printer { return report.NewAnnotations(w, msg.English) },
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			s.print(t, p(&got))
			golden := filepath.Join("testdata", name)
			if *update {
				require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got.String())
		})
	}
}

func TestJSONKeepsTheSchema(t *testing.T) {
	whole := compileSchema(t, "")
	empty := &sample{} // nothing known at all
	for name, s := range map[string]*sample{"office": officeSample(), "awkward": awkwardSample(), "empty": empty} {
		for _, utf8Out := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				var out bytes.Buffer
				s.print(t, report.NewJSON(&out, report.JSONOptions{UTF8: utf8Out}))
				validate(t, whole, out.Bytes())
				checkSigns(t, out.String(), utf8Out)
			})
		}
	}
}

func TestNDJSONKeepsTheSchema(t *testing.T) {
	line := compileSchema(t, "#/$defs/line")
	var out bytes.Buffer
	s := awkwardSample()
	s.print(t, report.NewNDJSON(&out, report.JSONOptions{}))
	lines := bytes.Split(bytes.TrimSuffix(out.Bytes(), []byte("\n")), []byte("\n"))
	assert.Len(t, lines, len(s.results)+2)
	for _, l := range lines {
		validate(t, line, l)
	}
	checkSigns(t, out.String(), false)
}

// checkSigns fails for a sign that a reader in another code page would see
// wrongly, or that cannot be seen.
func checkSigns(t *testing.T, out string, utf8Out bool) {
	t.Helper()
	assert.True(t, utf8.ValidString(out))
	for _, r := range out {
		if r != '\n' && (!unicode.IsGraphic(r) || !utf8Out && r > 0x7e) {
			t.Errorf("%U in the output", r)
		}
	}
}

func TestJSONLosesNoName(t *testing.T) {
	var out bytes.Buffer
	awkwardSample().print(t, report.NewJSON(&out, report.JSONOptions{}))
	var got struct {
		Results []struct {
			Findings []struct{ Place struct{ File string } }
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	require.Len(t, got.Results, len(awkward))
	for i, name := range awkward {
		require.Len(t, got.Results[i].Findings, 1)
		want := strings.Join(strings.Split(strings.ToValidUTF8(name, "\x00"), "\x00"), "\ufffd")
		if utf8.ValidString(name) {
			assert.Equal(t, want, got.Results[i].Findings[0].Place.File)
		} else {
			assert.Equal(t, "bad\ufffd\ufffd\ufffd.pdf", got.Results[i].Findings[0].Place.File)
		}
	}
	assert.Contains(t, out.String(), `\ud83d\ude00\ud835\udc00.pdf`) // pairs of surrogates
}

func TestArguments(t *testing.T) {
	m := msg.Message{ID: "x", VI: "x", EN: "x"}
	r := &lint.Result{Findings: []lint.Finding{{
		Message: m.With("nan", math.NaN(), "inner", m.With("n", 1), "big", int64(1)<<60, "time", law.Date(2026, 1, 2).Add(time.Hour)),
		Place:   lint.Place{Page: 1, Box: lint.Box{X: math.Inf(1)}},
	}}}
	var out bytes.Buffer
	require.NoError(t, report.NewNDJSON(&out, report.JSONOptions{}).Result(r))
	assert.Contains(t, out.String(), `"args":{"big":1152921504606846976,"inner":{"messageId":"x","args":{"n":1}},"nan":null,"time":"2026-01-02T01:00:00+07:00"}`)
	assert.Contains(t, out.String(), `"page":1,"box":null`)
}

func TestTextIsInert(t *testing.T) {
	for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
		out := awkwardSample().text(t, report.TextOptions{Lang: lang, Verbose: true})
		checkSigns(t, out, true)
		for _, want := range []string{`\x1b[31mred`, `hop\u202efdp.exe\u200f.pdf`, `bad\xff\xfe\xc3.pdf`, `a"b'\\n\r\tc.pdf`, "😀𝐀.pdf", `c1\u009b31m`} {
			assert.Contains(t, out, want)
		}
	}
}

func TestTextSaysSeverityInWords(t *testing.T) {
	s := officeSample()
	coloured := s.text(t, report.TextOptions{Color: true})
	assert.Contains(t, coloured, "\x1b[1;31mLỖI\x1b[0m: ")
	bare := strings.NewReplacer("\x1b[1;31m", "", "\x1b[1;32m", "", "\x1b[1;33m", "", "\x1b[1;34m", "", "\x1b[0m", "").Replace(coloured)
	assert.Equal(t, s.text(t, report.TextOptions{}), bare)
}

func TestDayOfTheCheckIsThatInVietnam(t *testing.T) {
	s := &sample{head: lint.Head{AsOf: time.Date(2026, 11, 23, 20, 30, 0, 0, time.UTC)}}
	assert.Contains(t, s.text(t, report.TextOptions{}), "24/11/2026\n")
	var out bytes.Buffer
	s.print(t, report.NewJSON(&out, report.JSONOptions{}))
	assert.Contains(t, out.String(), `"asOf":"2026-11-24"`)
}

func TestTextNotices(t *testing.T) {
	s := officeSample()
	s.head.Anchors, s.head.Register = nil, nil
	out := strings.Join(strings.Fields(s.text(t, report.TextOptions{})), " ")
	assert.Contains(t, out, "Không có sổ theo dõi hồ sơ: không thể biết hồ sơ nào chưa đính kèm kết quả.")
	assert.Contains(t, out, "Không có chứng thư gốc nào")
}

func TestTextKeepsItsWidth(t *testing.T) {
	for _, width := range []int{60, 80, 120} {
		for l := range strings.Lines(officeSample().text(t, report.TextOptions{Width: width, Verbose: true})) {
			assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(l, "\n")), width, l)
		}
	}
}

func TestPrintersTellThatWritingFailed(t *testing.T) {
	for _, p := range []report.Printer{
		report.NewText(broken{}, report.TextOptions{}), report.NewJSON(broken{}, report.JSONOptions{}), report.NewNDJSON(broken{}, report.JSONOptions{}),
	} {
		s := officeSample()
		assert.ErrorIs(t, p.Begin(s.head), io.ErrClosedPipe)
		assert.ErrorIs(t, p.Result(s.results[1]), io.ErrClosedPipe)
		assert.ErrorIs(t, p.End(s.summary), io.ErrClosedPipe)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestMemoryIsFlat(t *testing.T) {
	s := officeSample()
	for name, p := range map[string]report.Printer{
		"text":   report.NewText(io.Discard, report.TextOptions{Verbose: true}),
		"json":   report.NewJSON(io.Discard, report.JSONOptions{}),
		"ndjson": report.NewNDJSON(io.Discard, report.JSONOptions{}),
	} {
		require.NoError(t, p.Begin(s.head))
		before := heap()
		for range 5000 {
			for _, r := range s.results {
				require.NoError(t, p.Result(r))
			}
		}
		assert.Less(t, heap(), before+1<<20, name)
		require.NoError(t, p.End(s.summary))
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func compileSchema(t *testing.T, part string) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "docs", "schema", "report-v1.schema.json"))
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	assert.Equal(t, report.Schema, doc.(map[string]any)["$id"])
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(report.Schema, doc))
	schema, err := c.Compile(report.Schema + part)
	require.NoError(t, err)
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, data []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err, "%s", data)
	require.NoError(t, schema.Validate(doc))
}
