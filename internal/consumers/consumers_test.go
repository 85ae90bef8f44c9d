// Package consumers opens the reports of one run with programs that are not
// ours: a browser, a spreadsheet, a word processor, and the readers and schemas
// of SARIF and JUnit. .ci/run makes the reports of examples/thang-9/a and names
// their folder in TTHCLINT_REPORTS.
package consumers

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reports returns the folder of the reports.
func reports(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("TTHCLINT_REPORTS")
	if dir == "" {
		t.Skip("TTHCLINT_REPORTS names no folder with bao-cao.{html,json,sarif}, loi.xlsx, junit.xml and phieu/: nothing to open")
	}
	return dir
}

func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed: the report was not opened with it", name)
	}
	return path
}

// said is what our own report in JSON says, to compare with.
type said struct {
	Results []struct {
		Dossier  string `json:"dossier"`
		Verdict  string `json:"verdict"`
		Findings []any  `json:"findings"`
	} `json:"results"`
}

func ours(t *testing.T, dir string) (s said, findings int, rejected []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "bao-cao.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &s))
	for _, r := range s.Results {
		findings += len(r.Findings)
		if r.Verdict == "rejected" {
			rejected = append(rejected, r.Dossier)
		}
	}
	require.NotEmpty(t, rejected)
	return s, findings, rejected
}

// TestBrowser has Chromium read the page and give back what stands in it.
func TestBrowser(t *testing.T) {
	dir := reports(t)
	s, _, rejected := ours(t, dir)
	cmd := exec.Command(program(t, "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000",
		"--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+filepath.Join(dir, "bao-cao.html"))
	page, err := cmd.Output()
	require.NoError(t, err)
	assert.Contains(t, string(page), fmt.Sprintf("trong %d hồ sơ", len(s.Results)), "its script has counted them")
	for _, id := range rejected { // these stand first; the rest comes on demand
		if file, row, ok := strings.Cut(id, ".xlsx:"); ok { // a line of the register is told in words
			id = "Dòng " + row[strings.LastIndexByte(row, ':')+1:]
			assert.Contains(t, string(page), file+".xlsx")
		}
		if !strings.Contains(string(page), id) {
			t.Errorf("%s is not on the page", id)
		}
	}
}

// convert has LibreOffice write a file in another form.
func convert(t *testing.T, file, form, out string) {
	t.Helper()
	cmd := exec.Command(program(t, "soffice"), "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", form, "--outdir", out, file)
	message, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", message)
}

func TestSpreadsheet(t *testing.T) {
	dir, out := reports(t), t.TempDir()
	s, findings, _ := ours(t, dir)
	convert(t, filepath.Join(dir, "loi.xlsx"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", out)
	for sheet, least := range map[string]int{"Hồ sơ": len(s.Results), "Lỗi": findings} {
		file, err := os.Open(filepath.Join(out, "loi-"+sheet+".csv"))
		require.NoError(t, err)
		defer file.Close()
		lines, err := csv.NewReader(file).ReadAll()
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(lines)-1, least, sheet)
		assert.Equal(t, "Mã hồ sơ", lines[0][0])
	}
}

func TestWordProcessor(t *testing.T) {
	dir, out := reports(t), t.TempDir()
	_, _, rejected := ours(t, dir)
	slips, err := filepath.Glob(filepath.Join(dir, "phieu", "*.docx"))
	require.NoError(t, err)
	rejected = slices.DeleteFunc(rejected, func(id string) bool { return strings.Contains(id, ":") }) // a line of the register, no dossier
	require.Len(t, slips, len(rejected), "a slip for each rejected dossier")
	convert(t, slips[0], "txt:Text (encoded):UTF8", out)
	text, err := os.ReadFile(filepath.Join(out, strings.TrimSuffix(filepath.Base(slips[0]), ".docx")+".txt"))
	require.NoError(t, err)
	assert.Contains(t, string(text), "PHIẾU CHUYỂN TRẢ")
}

func TestSARIF(t *testing.T) {
	dir := reports(t)
	_, findings, _ := ours(t, dir)
	log, err := sarif.Open(filepath.Join(dir, "bao-cao.sarif"))
	require.NoError(t, err)
	require.NoError(t, log.Validate(), "the official schema")
	failed := 0
	for _, r := range log.Runs[0].Results {
		if r.Kind == "fail" {
			failed++
		}
	}
	assert.Equal(t, findings, failed)
}

func TestJUnit(t *testing.T) {
	dir := reports(t)
	cmd := exec.Command(program(t, "xmllint"), "--noout", "--nonet", "--schema", "../../pkg/report/testdata/jenkins-junit.xsd", filepath.Join(dir, "junit.xml"))
	message, err := cmd.CombinedOutput()
	assert.NoError(t, err, "%s", message)
}
