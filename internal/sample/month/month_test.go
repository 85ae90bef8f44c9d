package month

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/ocrtest"
	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	procedures "github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
)

var update = flag.Bool("update", false, "write the golden reports")

const examples = "../../../examples"

// checked is what the linter said of a folder.
type checked struct {
	results []*lint.Result
	summary lint.Summary
	text    []byte
	json    []byte
}

// TestFolders checks the folders as they lie in the repository: every planted
// defect is found and nothing else, the reports are the golden ones, and the
// indicators are those counted by hand.
func TestFolders(t *testing.T) {
	cache := wasmtest.Cache(t)
	engine := tesseract.New(tesseract.Options{Cache: cache, Instances: runtime.GOMAXPROCS(0)})
	defer engine.Close()
	renderer := raster.NewRenderer(raster.Options{Cache: cache, Parallel: runtime.GOMAXPROCS(0)})
	defer renderer.Close()
	trust, err := sign.LoadTrust(os.DirFS(filepath.Join(examples, "trust")))
	require.NoError(t, err)
	revocation, err := sign.LoadEvidence(os.DirFS(filepath.Join(examples, Name, "thu-hoi")))
	require.NoError(t, err)
	for _, f := range Folders() {
		t.Run(f.Name, func(t *testing.T) {
			o := check.Options{
				AsOf: AsOf(), Trust: trust, TrustSource: "examples/trust", Evidence: revocation, EvidenceSource: "examples/thang-9/thu-hoi",
				OCR: ocrtest.Remember(engine), Renderer: renderer, Version: "(devel)",
			}
			got := run(t, &f, o)
			assertPlanted(t, &f, got.results)
			assertIndicators(t, f.Name, got.summary)
			golden(t, f.Name+".txt", got.text)
			golden(t, f.Name+".json", got.json)
		})
	}
}

// run checks a folder as the command does with --register.
func run(t *testing.T, f *Folder, o check.Options) checked {
	t.Helper()
	dir := filepath.Join(examples, Name, f.Name)
	list, err := os.Open(filepath.Join(dir, f.Register))
	require.NoError(t, err)
	defer list.Close()
	info, err := list.Stat()
	require.NoError(t, err)
	o.Register, err = register.Read(t.Context(), list, info.Size(), f.Register, register.Options{Known: procedures.Builtin().Known})
	require.NoError(t, err)
	checking, err := check.Dir(t.Context(), os.DirFS(dir), o)
	require.NoError(t, err)
	var text, machine bytes.Buffer
	printers := []report.Printer{
		report.NewText(&text, report.TextOptions{Lang: msg.Vietnamese}),
		report.NewJSON(&machine, report.JSONOptions{Lang: msg.Vietnamese, UTF8: true}),
	}
	for _, p := range printers {
		require.NoError(t, p.Begin(checking.Head()))
	}
	got := checked{}
	for r, err := range checking.Results(t.Context()) {
		require.NoError(t, err)
		for _, p := range printers {
			require.NoError(t, p.Result(r))
		}
		got.results = append(got.results, r)
	}
	got.summary = checking.Summary()
	for _, p := range printers {
		require.NoError(t, p.End(got.summary))
	}
	got.text, got.json = text.Bytes(), essential(t, machine.Bytes())
	return got
}

func assertPlanted(t *testing.T, f *Folder, results []*lint.Result) {
	t.Helper()
	wants, err := f.Wants()
	require.NoError(t, err)
	want := map[string][]string{}
	for _, w := range wants {
		want[w.Dossier] = w.Messages
	}
	for _, r := range results {
		planted, known := want[r.Dossier]
		assert.True(t, known, "%s is no dossier of the folder", r.Dossier)
		delete(want, r.Dossier)
		var said []string
		for _, finding := range r.Findings {
			said = append(said, finding.Message.ID)
		}
		slices.Sort(said)
		assert.Equal(t, planted, said, r.Dossier)
		for i := range r.Outcomes {
			o := &r.Outcomes[i]
			assert.False(t, o.Open() && o.After == "", "%s: %s is %s: %s", r.Dossier, o.Rule, o.State, o.Because.In(msg.English))
		}
		if len(planted) == 0 {
			assert.Equal(t, lint.Accepted, r.Verdict, r.Dossier)
		}
	}
	assert.Empty(t, want, "dossiers without a result of the check")
}

// essential returns a JSON report without what says nothing of the dossiers: the
// lists of rules and engines, and outcomes of rules that passed, did not apply or
// kept silent after another.
func essential(t *testing.T, data []byte) []byte {
	t.Helper()
	var all map[string]any
	require.NoError(t, json.Unmarshal(data, &all))
	for _, key := range []string{"tool", "rules", "engines", "trust", "unchecked"} {
		delete(all, key)
	}
	for _, r := range all["results"].([]any) {
		result := r.(map[string]any)
		for _, f := range result["findings"].([]any) {
			delete(f.(map[string]any)["place"].(map[string]any), "box") // see golden
		}
		outcomes, _ := result["outcomes"].([]any)
		result["outcomes"] = slices.DeleteFunc(outcomes, func(o any) bool {
			said := o.(map[string]any)
			return said["after"] != "" || slices.Contains([]any{"passed", "not-applicable", "not-in-force", "found"}, said["state"])
		})
	}
	out := &bytes.Buffer{}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	require.NoError(t, enc.Encode(all))
	return out.Bytes()
}

// golden compares a report with the one that is kept, in which millimetres are
// left out: where a box ends by a hair changes with how well pages are read.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	report := millimetres.ReplaceAllString(string(got), "# mm")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(report), 0o644))
	}
	kept, err := os.ReadFile(path)
	require.NoError(t, err)
	want, have := strings.Split(string(kept), "\n"), strings.Split(report, "\n")
	for i := range max(len(want), len(have)) {
		if i >= len(want) || i >= len(have) || want[i] != have[i] {
			t.Errorf("%s differs from line %d on; go test ./internal/sample/month -update writes it\nkept: %s\nnow:  %s", name, i+1,
				strings.Join(want[min(i, len(want)):min(i+3, len(want))], "\n      "), strings.Join(have[min(i, len(have)):min(i+3, len(have))], "\n      "))
			return
		}
	}
}

var millimetres = regexp.MustCompile(`\d+[ \x{a0}]mm`)
