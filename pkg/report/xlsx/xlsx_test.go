package xlsx_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/xlsx"
)

var (
	unsigned = msg.Message{ID: "field/spouse-signature", VI: "Thiếu chữ ký của người {who}.", EN: "The {who}'s signature is missing."}
	faint    = msg.Message{ID: "field/unsure", VI: "Ảnh quét quá mờ", EN: "The scan is too faint"}
)

func result(id string) *lint.Result {
	path := id + "/KQ1.pdf"
	return &lint.Result{
		Dossier: id, Procedure: "1.000894", ProcedureName: "Đăng ký kết hôn", Unit: "UBND phường Mẫu", Verdict: lint.Rejected,
		Documents: []lint.DocumentInfo{{Path: path, Role: dossier.Result}},
		Findings: []lint.Finding{{
			Rule: "field/spouse-signature", Severity: lint.Error, Message: unsigned.With("who", "vợ"), Remedy: unsigned.With("who", "chồng"),
			Place: lint.Place{File: path, Page: 1, Box: lint.Box{X: 1, Y: 2, W: 3, H: 4}}, Basis: []law.Citation{{Instrument: "Luật Hộ tịch 60/2014/QH13", Clause: "Điều 18"}},
		}},
		Outcomes: []lint.Outcome{{Rule: "scan/blurred", Subject: path, State: lint.NotChecked, Because: msg.Text{Message: faint}}},
	}
}

func write(t *testing.T, o xlsx.Options, results ...*lint.Result) []byte {
	t.Helper()
	var out bytes.Buffer
	p := xlsx.New(&out, o)
	require.NoError(t, p.Begin(lint.Head{ToolName: "tthclint", ToolVersion: "1.0", AsOf: law.Date(2026, 11, 26), Register: &lint.RegisterInfo{File: "so.xlsx", Rows: 9}}))
	var s lint.Summary
	for _, r := range results {
		require.NoError(t, p.Result(r))
		s.Add(r)
	}
	s.Rates = []lint.Rate{{
		Key: "digitized-results", Title: msg.Message{ID: "x", VI: "Hồ sơ có kết quả", EN: "Dossiers with a result"}, Target: 0.9,
		Counts: lint.Counts{Numerator: 1, Denominator: 3, Failing: []string{"A", "B"}, FailingMore: 3},
	}, {
		Key: "two-layer", Title: msg.Message{ID: "y", VI: "Gần đủ", EN: "Nearly all"}, Target: 1, Counts: lint.Counts{Numerator: 99_999, Denominator: 100_000},
		Groups: []lint.Group{{By: lint.ByWeek, Key: "2026-W37", From: law.Date(2026, 9, 7), Counts: lint.Counts{}}},
	}}
	require.NoError(t, p.End(s))
	return out.Bytes()
}

func open(t *testing.T, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	require.NoError(t, err)
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func rows(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	all, err := f.GetRows(sheet)
	require.NoError(t, err)
	return all
}

func TestWorkbook(t *testing.T) {
	waived := result("H20.30-260911-0002")
	waived.Verdict = lint.Accepted
	waived.Findings[0].Waived = &lint.Waiver{Reason: "Chờ bản gốc", By: "Chủ tịch", Until: law.Date(2027, 1, 1)}
	f := open(t, write(t, xlsx.Options{Base: "../ho-so"}, result("H20.30-260911-0001"), waived))
	assert.Equal(t, []string{"Tổng hợp", "Lỗi", "Hồ sơ", "Chỉ số", "Theo đơn vị"}, f.GetSheetList())

	found := rows(t, f, "Lỗi")
	require.Len(t, found, 5)
	assert.Equal(t, []string{"Mã hồ sơ", "Thủ tục", "Đơn vị", "Kết luận", "Mức độ", "Tệp", "Vị trí", "Nội dung", "Cách xử lý", "Căn cứ", "Quy tắc", "Ghi chú"}, found[0])
	assert.Equal(t, "LỖI", found[1][4])
	assert.Equal(t, "Thiếu chữ ký của người vợ.", found[1][7])
	assert.Equal(t, "CHƯA KIỂM TRA ĐƯỢC", found[2][4])
	assert.Contains(t, found[3][11], "Chờ bản gốc")
	link, err := f.GetCellFormula("Lỗi", "F2")
	require.NoError(t, err)
	assert.Equal(t, `HYPERLINK("../ho-so/H20.30-260911-0001/KQ1.pdf","H20.30-260911-0001/KQ1.pdf")`, link)
	panes, err := f.GetPanes("Lỗi")
	require.NoError(t, err)
	assert.True(t, panes.Freeze)
	paper, err := f.GetPageLayout("Lỗi")
	require.NoError(t, err)
	assert.Equal(t, "landscape", *paper.Orientation)
	assert.Equal(t, 1, *paper.FitToWidth)
	assert.Contains(t, f.GetDefinedName(), excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'Lỗi'!$1:$1", Scope: "Lỗi"}, "the header is on each printed page")
	tables, err := f.GetTables("Lỗi")
	require.NoError(t, err)
	require.Len(t, tables, 1, "a table has a filter")
	assert.Equal(t, "A1:L5", tables[0].Range)

	assert.Equal(t, []string{"H20.30-260911-0002", "Đăng ký kết hôn (1.000894)", "UBND phường Mẫu", "ĐẠT", "0", "0", "1", "1"}, rows(t, f, "Hồ sơ")[2])
	assert.Equal(t, []string{"UBND phường Mẫu", "2", "1", "1", "0", "1", "0"}, rows(t, f, "Theo đơn vị")[1])
	rates := rows(t, f, "Chỉ số")
	assert.Equal(t, []string{"Hồ sơ có kết quả", "", "", "1", "3", "33.33 %", "90 %", "Chưa đạt", "0", "A, B … và 3 hồ sơ khác"}, rates[1])
	assert.Equal(t, "99.99 %", rates[2][5], "not rounded up to a target that is not reached")
	assert.Equal(t, "N/A", rates[3][5])
	assert.Equal(t, "2026-W37 (từ 07/09/2026)", rates[3][2])
}

func TestEmptyReport(t *testing.T) {
	f := open(t, write(t, xlsx.Options{Lang: msg.English}))
	assert.Equal(t, []string{"Summary", "Findings", "Dossiers", "Indicators", "By unit"}, f.GetSheetList())
	assert.Len(t, rows(t, f, "Findings"), 1)
}

var hostile = []string{
	"=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(1+1)", `a"&HYPERLINK("http://x","y")&"`, "<script>x</script>", "a\r\nb", "\x1b[31m", "\u202egpj", "\x00", "\xff",
	strings.Repeat("đ", 300), strings.Repeat("x", 40_000),
}

// TestNamesAreTexts: no name becomes a formula, and none breaks the workbook.
func TestNamesAreTexts(t *testing.T) {
	var results []*lint.Result
	for _, name := range hostile {
		r := result(name)
		r.Unit, r.ProcedureName, r.Findings[0].Message = name, name, unsigned.With("who", name)
		results = append(results, r)
	}
	f := open(t, write(t, xlsx.Options{Base: "."}, results...))
	for _, sheet := range f.GetSheetList() {
		for y, row := range rows(t, f, sheet) {
			for x := range row {
				at, err := excelize.CoordinatesToCellName(x+1, y+1)
				require.NoError(t, err)
				formula, err := f.GetCellFormula(sheet, at)
				require.NoError(t, err)
				if formula != "" {
					assert.Regexp(t, `^HYPERLINK\("([^"]|"")*","([^"]|"")*"\)$`, formula, "%s %s", sheet, at)
				}
			}
		}
	}
	assert.Len(t, rows(t, f, "Hồ sơ"), len(hostile)+1)
}

// TestLibreOfficeReadsIt has another program read the workbook: every row is
// there, and no name was calculated.
func TestLibreOfficeReadsIt(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (libreoffice-calc) is not installed: it was not asked")
	}
	dir := t.TempDir()
	var results []*lint.Result
	for i, name := range hostile[:9] {
		r := result(fmt.Sprintf("H%d", i))
		r.Unit = name
		results = append(results, r)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.xlsx"), write(t, xlsx.Options{Base: "."}, results...), 0o600))
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to",
		"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3", "--outdir", dir, filepath.Join(dir, "a.xlsx"))
	said, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", said)
	out, err := os.ReadFile(filepath.Join(dir, "a-Hồ sơ.csv"))
	require.NoError(t, err, "%s", said)
	assert.Equal(t, len(results)+1, strings.Count(string(out), "\n"))
	for _, name := range hostile[:6] {
		assert.Contains(t, string(out), strings.ReplaceAll(name, `"`, `""`))
	}
}

func TestTheSameReportIsTheSameFile(t *testing.T) {
	first := write(t, xlsx.Options{})
	for range 5 { // parts of an archive come in any order out of a map
		assert.Equal(t, first, write(t, xlsx.Options{}))
	}
}
