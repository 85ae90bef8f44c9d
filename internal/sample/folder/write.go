package folder

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pki"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// Write makes the sample folder, its trust folder and the table of expected
// verdicts under dir, as examples/ho-so, examples/trust and
// examples/expected.csv in the repository. Files of dossiers that are no longer
// in the table are not removed.
func Write(dir string, faces *paper.Faces) error {
	forms, err := form.Builtin()
	if err != nil {
		return err
	}
	certs, err := pki.Make()
	if err != nil {
		return err
	}
	st := &studio{faces: faces, dpi: 200, forms: forms, certs: certs}
	w := &writer{dir: dir}
	cases := Cases()
	shared := map[string][]byte{} // by planted picture, see below
	for _, c := range cases {
		if c.File == "" {
			continue
		}
		key := c.Code
		if slices.Contains(c.Wants.Rules(), "result/duplicate") {
			key = "duplicate" // the same bytes in every dossier of the pair
		}
		b, ok := shared[key]
		if !ok {
			if b, err = st.make(c); err != nil {
				return err
			}
			shared[key] = b
		}
		w.write("ho-so/"+c.File, b)
	}
	w.write("ho-so/ho-so.csv", Register(cases))
	w.write("ho-so/README.md", readme(cases))
	w.write("expected.csv", Expected(cases))
	w.write("trust/mau-thu-root-SAMPLE.pem", pem("sample root, trusted in the examples only", certs.Root))
	w.write("trust/mau-thu-ca-g1-SAMPLE.pem", pem("sample intermediate", certs.Intermediate))
	w.write("trust/README.md", []byte(trustReadme))
	return w.err
}

// pem returns a certificate with a line that says what it is.
func pem(what string, a *signtest.Authority) []byte {
	return fmt.Appendf(nil, "# %s: %s\n%s", what, a.Cert.Subject.CommonName, a.PEM())
}

// writer keeps the first error.
type writer struct {
	dir string
	err error
}

func (w *writer) write(name string, b []byte) {
	if w.err != nil {
		return
	}
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if w.err = os.MkdirAll(filepath.Dir(path), 0o755); w.err == nil {
		w.err = os.WriteFile(path, b, 0o644)
	}
}

// Register returns ho-so.csv: UTF-8 with a byte order mark, as one-stop systems
// export it.
func Register(cases []Case) []byte {
	b := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	w.Write([]string{"Số hồ sơ", "Tên thủ tục hành chính", "Tên lĩnh vực", "Phòng ban", "Ngày tiếp nhận", "Ngày hẹn trả",
		"Ngày kết thúc xử lý", "Cơ quan/đơn vị", "Chủ hồ sơ", "Số điện thoại", "Cán bộ xử lý hiện tại", "Trạng thái hồ sơ"})
	for i, c := range cases {
		status := "Đã trả kết quả"
		if c.Row.Finished.IsZero() {
			status = "Đang xử lý"
		}
		w.Write([]string{c.Code, c.Row.Procedure, "Hộ tịch", "Tư pháp - Hộ tịch", date(c.Row.Received), date(c.Row.Due),
			date(c.Row.Finished), c.Row.Office.unit(), c.Row.Owner, fmt.Sprintf("0000 000 %03d", i+1), c.Row.Officer, status})
	}
	w.Flush()
	return b.Bytes()
}

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02/01/2006")
}

// Expected returns expected.csv: the verdict of every dossier, the rules with
// findings and the ids of what they say.
func Expected(cases []Case) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"dossier", "verdict", "rules", "messages"})
	for _, c := range cases {
		messages := c.Messages()
		w.Write([]string{c.Code, c.Wants.Verdict, strings.Join(rulesOf(messages), " "), strings.Join(messages, " ")})
	}
	w.Flush()
	return b.Bytes()
}
