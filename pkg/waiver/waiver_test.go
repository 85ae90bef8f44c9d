package waiver_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/mistake"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/waiver"
)

const file = `# quyết định của Chủ tịch
waivers:
  - rule: sign/no-timestamp
    file: "2025/**/*.pdf"
    reason: Ký trước khi có máy chủ dấu thời gian
    by: Chánh Văn phòng
    until: 2026-12-31
  - rule: result/missing
    dossier: "H20.30-25*"
    reason: Đang khôi phục kho cũ
    by: Chủ tịch
    until: 2026-06-30

  - rule: sign/missing
    sha256: 0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A
    reason: Bản giấy đã ký
    by: Chủ tịch
    until: 2027-01-31
`

func finding(rule, path string) *lint.Finding {
	return &lint.Finding{Rule: rule, Severity: lint.Error, Place: lint.Place{File: path}}
}

func parse(t *testing.T) *waiver.Set {
	t.Helper()
	s, err := waiver.Parse([]byte(file), "mien-tru.yaml")
	require.NoError(t, err)
	return s
}

func TestWaive(t *testing.T) {
	s := parse(t)
	day := law.Date(2026, 11, 26)
	r := &lint.Result{Dossier: "H20.30-250101-0001", Documents: []lint.DocumentInfo{{Path: "x/KQ1.pdf", SHA256: strings.Repeat("0a", 32)}}}
	for _, c := range []struct {
		rule, path string
		want       string
	}{
		{"sign/no-timestamp", "2025/KQ1.pdf", "mien-tru.yaml:3"},
		{"sign/no-timestamp", "2025/a/b/KQ1.pdf", "mien-tru.yaml:3"},
		{"sign/no-timestamp", "2026/2025/KQ1.pdf", ""},
		{"sign/no-timestamp", "2025/KQ1.png", ""},
		{"sign/no-timestamp", "", ""},
		{"sign/broken", "2025/KQ1.pdf", ""},
		{"result/missing", "ho-so.csv", ""}, // expired
		{"sign/missing", "x/KQ1.pdf", "mien-tru.yaml:14"},
		{"sign/missing", "y/KQ1.pdf", ""},
	} {
		w := s.Waive(r, finding(c.rule, c.path), day)
		if c.want == "" {
			assert.Nil(t, w, "%s %s", c.rule, c.path)
			continue
		}
		if assert.NotNil(t, w, "%s %s", c.rule, c.path) {
			assert.Equal(t, c.want, w.Source)
		}
	}
	last := law.Date(2026, 12, 31)
	assert.NotNil(t, s.Waive(r, finding("sign/no-timestamp", "2025/a.pdf"), last.AddDate(0, 0, 1).Add(-1)), "the last day is one of it")
	assert.Nil(t, s.Waive(r, finding("sign/no-timestamp", "2025/a.pdf"), last.AddDate(0, 0, 1)))
}

func TestAFileNameAloneIsAnyFolder(t *testing.T) {
	s, err := waiver.Parse([]byte(`waivers: [{rule: a/b, file: "KQ?.pdf", reason: x, by: y, until: 2030-01-01}]`), "w")
	require.NoError(t, err)
	assert.NotNil(t, s.Waive(&lint.Result{}, finding("a/b", "x/y/KQ1.pdf"), law.Date(2026, 1, 1)))
	assert.Nil(t, s.Waive(&lint.Result{}, finding("a/b", "x/KQ1.pdf/z"), law.Date(2026, 1, 1)))
}

func TestLeft(t *testing.T) {
	s := parse(t)
	day := law.Date(2026, 11, 26)
	basis := []law.Citation{{Instrument: "Nghị định 45/2020/NĐ-CP", Clause: "Điều 14"}}
	ran := []lint.About{{ID: "sign/no-timestamp", Basis: basis}, {ID: "result/missing", Basis: basis}}
	s.Waive(&lint.Result{Dossier: "H20.30-250101-0001"}, finding("result/missing", "ho-so.csv"), day)
	left := s.Left(day, ran)
	require.Len(t, left, 2, "the rule of the third did not run")
	assert.Equal(t, waiver.Unused, left[0].Rule)
	assert.Equal(t, lint.Place{File: "mien-tru.yaml", Row: 3}, left[0].Place)
	assert.Equal(t, waiver.Expired, left[1].Rule)
	assert.Equal(t, "Miễn trừ của Chủ tịch cho result/missing đã hết hạn ngày 30/06/2026; còn 1 phát hiện được tính trở lại.", left[1].Message.In(msg.Vietnamese))
	assert.Equal(t, basis, left[1].Basis)

	s.Waive(&lint.Result{}, finding("sign/no-timestamp", "2025/a.pdf"), day)
	assert.Len(t, s.Left(day, ran[:1]), 0, "it was used")
}

// TestMistakes: each is told with its line, all at once; the schema refuses the
// same files.
func TestMistakes(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/schema/waivers-v1.schema.json")
	require.NoError(t, err)
	for name, c := range map[string]struct{ src, want string }{
		"good":        {file, ""},
		"empty":       {"waivers: []", ""},
		"no reason":   {"waivers:\n  - rule: a/b\n    file: x\n    by: y\n    until: 2030-01-01", "w, line 2, column 5: the key «reason» is missing"},
		"no target":   {"waivers:\n  - rule: a/b\n    reason: x\n    by: y\n    until: 2030-01-01", "line 2, column 5: this entry does not say what is waived"},
		"day":         {"waivers:\n  - {rule: a/b, file: x, reason: x, by: y, until: 31/12/2026}", "the date «31/12/2026» must be written as year-month-day"},
		"digest":      {"waivers:\n  - {rule: a/b, sha256: abc, reason: x, by: y, until: 2030-01-01}", "«abc» is no SHA-256"},
		"unknown key": {"waivers:\n  - {rule: a/b, file: x, reason: x, by: y, until: 2030-01-01, who: z}", "no key «who»"},
		"two":         {"waivers:\n  - {rule: a/b, file: x, reason: x, until: 2030-01-01}\n  - {file: x, reason: x, by: y, until: 2030-01-01}", "line 2, column 5: the key «by» is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := waiver.Parse([]byte(c.src), "w")
			var doc any
			asJSON, yerr := yaml.YAMLToJSON([]byte(c.src))
			require.NoError(t, yerr)
			require.NoError(t, json.Unmarshal(asJSON, &doc))
			if c.want == "" {
				assert.NoError(t, err)
				assert.NoError(t, schema.Validate(doc))
				return
			}
			var wrong *mistake.Error
			require.ErrorAs(t, err, &wrong)
			assert.ErrorContains(t, err, c.want)
			assert.Error(t, schema.Validate(doc))
		})
	}
	for src, want := range map[string]string{
		"waivers:\n  - rule: a\n   file: [b\n":        "w, dòng 3, cột 4: không đúng cú pháp YAML (dòng này thụt vào không khớp với các dòng cùng mục, hoặc thiếu dấu hai chấm).",
		"waivers:\n\t- rule: x\n":                     "w, dòng 2, cột 1: không đúng cú pháp YAML (có dấu Tab",
		"waivers:\n  - rule: [a]\n    file: b\n":      "w, dòng 2, cột 11: ở đây phải là một dòng chữ.",
		"waivers:\n  - rule: a/b\n    rule: a/c\n":    "w, dòng 3, cột 5: khóa «rule» đã có ở dòng 2.",
		"waivers:\n  - a/b\n":                         "w, dòng 2, cột 5: ở đây phải là các khóa có giá trị.",
		"waivers: xx\n":                               "w, dòng 1, cột 10: ở đây phải là một danh sách.",
		"":                                            "w: thiếu khóa «waivers».",
		"# trống\nwaiver: []\n":                       "w, dòng 2, cột 1: không có khóa «waiver».",
		"waivers:\n  - {rule: a/b, reason: &x y}\n":   "các ký hiệu &, *, ! và << của YAML không dùng được",
		"waivers:\n  - rule: a/b\n    reason: \xff\n": "w: tệp không ở bảng mã UTF-8.",
	} {
		_, err := waiver.Parse([]byte(src), "w")
		var wrong *mistake.Error
		require.ErrorAs(t, err, &wrong, "%q", src)
		var all []string
		for _, p := range wrong.Problems {
			all = append(all, p.Text(wrong.File).In(msg.Vietnamese))
			assert.NotEmpty(t, p.Remedy.In(msg.Vietnamese))
		}
		assert.Contains(t, strings.Join(all, "\n"), want, "%q", src)
	}
	_, err = waiver.Parse([]byte("waivers:\n  - rule: a/b\n    file: \"[\"\n    reason: x\n    by: y\n    until: 2030-01-01"), "w")
	assert.ErrorContains(t, err, "no pattern")
	for _, deep := range []string{"waivers: " + strings.Repeat("[", 200_000), "waivers:\n" + strings.Repeat("- ", 100) + "x"} {
		_, err = waiver.Parse([]byte(deep), "w") // would keep the parser busy for hours
		assert.ErrorContains(t, err, "nests too deep")
	}
	_, err = waiver.Parse(bytes.Repeat([]byte("#"), 5<<20), "w")
	assert.ErrorContains(t, err, "larger than 4096 KiB")
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(file))
	f.Add([]byte("waivers:\n- rule: [\n"))
	f.Add([]byte("waivers: &a [*a]"))
	if src, err := os.ReadFile("../register/aliases.yaml"); err == nil {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := waiver.Parse(src, "w")
		if err == nil {
			s.Waive(&lint.Result{Dossier: "d"}, finding("a/b", "x/y.pdf"), law.Date(2026, 1, 1))
			s.Left(law.Date(2026, 1, 1), nil)
		}
	})
}
