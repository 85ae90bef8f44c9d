package slip_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/slip"
)

// folder keeps what is written.
type folder map[string]*bytes.Buffer

type closer struct{ *bytes.Buffer }

func (closer) Close() error { return nil }

func (f folder) create(name string) (io.WriteCloser, error) {
	f[name] = &bytes.Buffer{}
	return closer{f[name]}, nil
}

var (
	unsigned = msg.Message{ID: "field/spouse-signature", VI: "Giấy chứng nhận kết hôn thiếu chữ ký của {who}.", EN: "No signature of the {who}."}
	rescan   = msg.Message{ID: "r", VI: "Bổ sung chữ ký trước mặt công chức, quét lại bản đầy đủ và ký số lại trước khi đính kèm.", EN: "Sign, scan and sign again."}
)

func rejected(id, who string) *lint.Result {
	return &lint.Result{
		Dossier: id, Procedure: "1.000894", ProcedureName: "Đăng ký kết hôn", Unit: "Bộ phận Tư pháp – Hộ tịch", Verdict: lint.Rejected,
		Judged: &dossier.Dossier{Entry: &dossier.Entry{Received: law.Date(2026, 9, 1), Due: law.Date(2026, 9, 8)}},
		Findings: []lint.Finding{
			{Rule: "sign/no-timestamp", Severity: lint.Info, Message: msg.Text{Message: rescan}},
			{Rule: "scan/skew", Severity: lint.Warning, Message: unsigned.With("who", "ai đó"), Place: lint.Place{File: id + "/KQ1.pdf"}},
			{
				Rule: "field/spouse-signature", Severity: lint.Error, Message: unsigned.With("who", who), Remedy: msg.Text{Message: rescan},
				Place: lint.Place{File: id + "/KQ1.pdf", Page: 1}, Basis: []law.Citation{{Instrument: "Luật Hộ tịch 60/2014/QH13", Clause: "Điều 18 khoản 1"}},
			},
			{Rule: "sign/missing", Severity: lint.Error, Message: msg.Text{Message: rescan}, Waived: &lint.Waiver{}},
		},
	}
}

func write(t *testing.T, o slip.Options, results ...*lint.Result) folder {
	t.Helper()
	f := folder{}
	o.Create = f.create
	p := slip.New(o)
	require.NoError(t, p.Begin(lint.Head{AsOf: law.Date(2026, 11, 26)}))
	for _, r := range results {
		require.NoError(t, p.Result(r))
	}
	require.NoError(t, p.End(lint.Summary{}))
	return f
}

// paragraphs reads the text of a document, a line for each paragraph, as an XML
// reader that knows nothing of how it was made.
func paragraphs(t *testing.T, docx []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	require.NoError(t, err)
	file, err := archive.Open("word/document.xml")
	require.NoError(t, err)
	defer file.Close()
	var lines []string
	var line strings.Builder
	inside := false
	d := xml.NewDecoder(file)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return lines
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			inside = e.Name.Local == "t"
		case xml.EndElement:
			inside = false
			if e.Name.Local == "p" {
				lines = append(lines, line.String())
				line.Reset()
			}
		case xml.CharData:
			if inside {
				line.Write(e)
			}
		}
	}
}

func TestSlip(t *testing.T) {
	accepted := rejected("H20.30-260911-0009", "vợ")
	accepted.Verdict = lint.Accepted
	line := rejected("so.xlsx:57", "vợ")
	line.Judged.Entry.Faults = []dossier.Fault{{Kind: dossier.FaultDate}, {Kind: dossier.FaultDuplicate}}
	f := write(t, slip.Options{Office: "BỘ PHẬN MỘT CỬA"}, rejected("H20.30-260911-0001", "vợ"), accepted, line)
	require.Len(t, f, 1, "what was accepted does not go back, nor does a line of the register")
	lines := paragraphs(t, f["Phiếu chuyển trả H20.30-260911-0001.docx"].Bytes())
	text := strings.Join(lines, "\n")
	for _, want := range []string{
		"BỘ PHẬN MỘT CỬA", "ngày 26 tháng 11 năm 2026", "Kính gửi: Bộ phận Tư pháp – Hộ tịch", "Mã hồ sơ: H20.30-260911-0001", "Đăng ký kết hôn (1.000894)",
		"Ngày tiếp nhận: 01/09/2026; ngày hẹn trả: 08/09/2026", "Lỗi: Giấy chứng nhận kết hôn thiếu chữ ký của vợ.", "trang 1",
		"Điều 18 khoản 1 Luật Hộ tịch 60/2014/QH13", "Bổ sung chữ ký trước mặt công chức", "Cảnh báo: ",
	} {
		assert.Contains(t, text, want)
	}
	assert.Less(t, strings.Index(text, "Lỗi: "), strings.Index(text, "Cảnh báo: "), "errors come first")
	assert.NotContains(t, text, "{{")
	assert.Equal(t, 1, strings.Count(text, "H20.30-260911-0001/KQ1.pdf\ntrang 1"))
	assert.NotContains(t, text, "\n3\n", "what is waived or a remark is no reason")
	assert.Equal(t, f["Phiếu chuyển trả H20.30-260911-0001.docx"].Bytes(), write(t, slip.Options{Office: "BỘ PHẬN MỘT CỬA"}, rejected("H20.30-260911-0001", "vợ"))["Phiếu chuyển trả H20.30-260911-0001.docx"].Bytes())
}

func TestHostileNames(t *testing.T) {
	hostile := []string{"../../etc/passwd", "a/b", "a\\b", "CON", "<script>&amp;", "{{dossier}}", "]]>", "\x00\x1b[31m", "\u202egpj", "\xff", strings.Repeat("x", 500), "a:b", "A:B", "x. ", "=1+1"}
	var results []*lint.Result
	for _, name := range hostile {
		results = append(results, rejected(name, name))
	}
	f := write(t, slip.Options{}, results...)
	assert.Len(t, f, len(hostile), "each has a file of its own")
	for name, doc := range f {
		assert.Regexp(t, `^Phiếu chuyển trả [^/\\:*?"<>|\x00-\x1f]*\.docx$`, name)
		assert.LessOrEqual(t, len([]rune(name)), 120)
		for _, line := range paragraphs(t, doc.Bytes()) { // it is XML still
			assert.NotContains(t, line, "\x1b")
		}
	}
}

// TestOwnTemplate: an office's Word file, whose places Word has cut into runs.
func TestOwnTemplate(t *testing.T) {
	const head = `<w:document xmlns:w="x"><w:body>`
	row := `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{fin</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>ding.message}} (</w:t></w:r><w:r><w:t>{{finding.rule}})</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	template, err := parse(t, head+`<w:p><w:r><w:t>Hồ sơ {</w:t></w:r><w:r><w:t>{ dossier }</w:t></w:r><w:r><w:t>} &amp; {{unit}}.</w:t></w:r></w:p>`+row+`</w:body></w:document>`)
	require.NoError(t, err)
	lines := paragraphs(t, write(t, slip.Options{Template: template}, rejected("A&B", "vợ"))["Phiếu chuyển trả A-B.docx"].Bytes())
	assert.Equal(t, []string{
		"Hồ sơ A&B & Bộ phận Tư pháp – Hộ tịch.",
		"Giấy chứng nhận kết hôn thiếu chữ ký của vợ. (field/spouse-signature)", "Giấy chứng nhận kết hôn thiếu chữ ký của ai đó. (scan/skew)",
	}, lines)

	for src, want := range map[string]string{
		head + row + `<w:p><w:r><w:t>{{chu_ky}}</w:t></w:r></w:p>`:             "", // no name: underscores are text
		head + row + `<w:p><w:r><w:t>{{owner}} {{dosier}}</w:t></w:r></w:p>`:   "owner, dosier",
		head + `<w:p><w:r><w:t>{{finding.message}}</w:t></w:r></w:p></w:body>`: "no row of a table",
	} {
		_, err := parse(t, src)
		if want == "" {
			assert.NoError(t, err)
			continue
		}
		var wrong *slip.TemplateError
		require.ErrorAs(t, err, &wrong)
		assert.ErrorContains(t, err, want)
	}
	_, err = slip.ParseTemplate(strings.NewReader("no zip"), 6)
	assert.ErrorContains(t, err, "no Word document")
}

func parse(t *testing.T, document string) (*slip.Template, error) {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create("word/document.xml")
	require.NoError(t, err)
	_, err = io.WriteString(f, document)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return slip.ParseTemplate(bytes.NewReader(out.Bytes()), int64(out.Len()))
}

func FuzzParseTemplate(f *testing.F) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	part, _ := w.Create("word/document.xml")
	_, _ = io.WriteString(part, `<w:tr><w:p><w:r><w:t>{{finding.rule}}</w:t></w:r></w:p></w:tr>`)
	_ = w.Close()
	f.Add(out.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		template, err := slip.ParseTemplate(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		p := slip.New(slip.Options{Template: template, Create: folder{}.create})
		_ = p.Begin(lint.Head{AsOf: law.Date(2026, 1, 1)})
		_ = p.Result(rejected("A", "vợ"))
	})
}

// TestLibreOfficeReadsIt has another program read a slip.
func TestLibreOfficeReadsIt(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (libreoffice-writer) is not installed: it was not asked")
	}
	dir := t.TempDir()
	for name, doc := range write(t, slip.Options{}, rejected("H20.30-260911-0001", "<vợ> & \"chồng\"")) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "a.docx"), doc.Bytes(), 0o600), name)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, filepath.Join(dir, "a.docx"))
	said, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", said)
	text, err := os.ReadFile(filepath.Join(dir, "a.txt"))
	require.NoError(t, err, "%s", said)
	assert.Contains(t, string(text), "PHIẾU CHUYỂN TRẢ")
	assert.Contains(t, string(text), `thiếu chữ ký của <vợ> & "chồng".`)
}
