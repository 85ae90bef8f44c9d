package waiver

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"sync/atomic"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/tthclint/tthclint/pkg/internal/yamldepth"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Error says what is wrong with a file of waivers, each with its line.
type Error struct {
	Name     string
	Mistakes []msg.Text
}

func (e *Error) Error() string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = m.In(msg.English)
	}
	return strings.Join(lines, "\n")
}

// Text returns the mistakes in both languages, a line each.
func (e *Error) Text() msg.Text {
	vi, en := make([]string, len(e.Mistakes)), make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		vi[i], en[i] = m.In(msg.Vietnamese), m.In(msg.English)
	}
	return msg.Text{Message: msg.Message{ID: "waiver/file", VI: strings.Join(vi, "\n"), EN: strings.Join(en, "\n")}}
}

var (
	syntaxText  = msg.Message{ID: "waiver/syntax", VI: "{name}: không đọc được YAML: {reason}", EN: "{name}: no YAML: {reason}"}
	lackText    = msg.Message{ID: "waiver/lack", VI: "{name}, dòng {line}: thiếu «{key}»", EN: "{name}, line {line}: «{key}» is missing"}
	targetText  = msg.Message{ID: "waiver/target", VI: "{name}, dòng {line}: cần ít nhất một trong các khóa file, dossier, sha256 để biết miễn trừ cho tệp, hồ sơ nào", EN: "{name}, line {line}: at least one of file, dossier, sha256 must say what is waived"}
	untilText   = msg.Message{ID: "waiver/until", VI: "{name}, dòng {line}: «until» là ngày cuối cùng còn hiệu lực, viết năm-tháng-ngày như 2026-12-31, không phải «{value}»", EN: "{name}, line {line}: «until» is the last day, as 2026-12-31, not «{value}»"}
	digestText  = msg.Message{ID: "waiver/digest", VI: "{name}, dòng {line}: «sha256» là 64 chữ số hệ 16", EN: "{name}, line {line}: «sha256» is 64 hexadecimal digits"}
	patternText = msg.Message{ID: "waiver/pattern", VI: "{name}, dòng {line}: mẫu «{value}» không đúng", EN: "{name}, line {line}: «{value}» is no pattern"}
	deepText    = msg.Message{ID: "waiver/deep", VI: "{name}, dòng {line}: lồng quá nhiều tầng ngoặc hoặc thụt lề", EN: "{name}, line {line}: too many levels of brackets or indentation"}
	largeText   = msg.Message{ID: "waiver/large", VI: "{name}: lớn hơn {size} MiB", EN: "{name}: more than {size} MiB"}
)

// maxFile bounds a file of waivers, in bytes.
const maxFile = 4 << 20

type entryYAML struct {
	Rule    string `yaml:"rule"`
	File    string `yaml:"file"`
	Dossier string `yaml:"dossier"`
	SHA256  string `yaml:"sha256"`
	Reason  string `yaml:"reason"`
	By      string `yaml:"by"`
	Until   string `yaml:"until"`
}

// Parse reads a file of waivers. name is what findings call it. Every mistake is
// in the [Error] with its line; an unknown key is one.
func Parse(src []byte, name string) (s *Set, err error) {
	if len(src) > maxFile {
		return nil, &Error{name, []msg.Text{largeText.With("name", name, "size", maxFile>>20)}}
	}
	if line := yamldepth.Exceeds(src, yamldepth.Silent); line > 0 {
		return nil, &Error{name, []msg.Text{deepText.With("name", name, "line", line)}}
	}
	defer func() { // the parser panics on some broken input
		if v := recover(); v != nil {
			s, err = nil, &Error{name, []msg.Text{syntaxText.With("name", name, "reason", fmt.Sprint(v))}}
		}
	}()
	var file struct {
		Waivers []entryYAML `yaml:"waivers"`
	}
	if err := yaml.NewDecoder(bytes.NewReader(src), yaml.Strict()).Decode(&file); err != nil {
		return nil, &Error{name, []msg.Text{syntaxText.With("name", name, "reason", err.Error())}}
	}
	lines := entryLines(src)
	s = &Set{name: name, entries: make([]entry, len(file.Waivers)), met: make([]atomic.Int64, len(file.Waivers))}
	wrong := &Error{Name: name}
	for i, y := range file.Waivers {
		e := &s.entries[i]
		if i < len(lines) {
			e.line = lines[i]
		}
		e.rule, e.file, e.dossier, e.sha256 = y.Rule, strings.TrimPrefix(y.File, "./"), y.Dossier, strings.ToLower(y.SHA256)
		e.reason, e.by = y.Reason, y.By
		wrong.Mistakes = append(wrong.Mistakes, e.check(name, y.Until)...)
	}
	if len(wrong.Mistakes) > 0 {
		return nil, wrong
	}
	return s, nil
}

func (e *entry) check(name, until string) (mistakes []msg.Text) {
	say := func(m msg.Message, pairs ...any) {
		mistakes = append(mistakes, m.With(append([]any{"name", name, "line", e.line}, pairs...)...))
	}
	for _, needed := range [][2]string{{"rule", e.rule}, {"reason", e.reason}, {"by", e.by}, {"until", until}} {
		if strings.TrimSpace(needed[1]) == "" {
			say(lackText, "key", needed[0])
		}
	}
	if e.file == "" && e.dossier == "" && e.sha256 == "" {
		say(targetText)
	}
	for _, pattern := range []string{e.file, e.dossier} {
		if _, err := path.Match(pattern, ""); err != nil {
			say(patternText, "value", pattern)
		}
	}
	if e.sha256 != "" && (len(e.sha256) != 64 || strings.Trim(e.sha256, "0123456789abcdef") != "") {
		say(digestText)
	}
	if until != "" {
		last, err := time.ParseInLocation(time.DateOnly, until, law.Vietnam())
		if err != nil {
			say(untilText, "value", until)
		}
		e.until = last.AddDate(0, 0, 1)
	}
	return mistakes
}

// entryLines returns the lines on which the entries begin.
func entryLines(src []byte) []int {
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return nil
	}
	var lines []int
	for _, doc := range file.Docs {
		list, ok := sequence(doc.Body)
		if !ok {
			continue
		}
		for _, value := range list.Values {
			lines = append(lines, value.GetToken().Position.Line)
		}
	}
	return lines
}

// sequence returns the list under the only key of a file.
func sequence(body ast.Node) (*ast.SequenceNode, bool) {
	path, err := yaml.PathString("$.waivers")
	if err != nil || body == nil {
		return nil, false
	}
	node, err := path.FilterNode(body)
	if err != nil {
		return nil, false
	}
	list, ok := node.(*ast.SequenceNode)
	return list, ok
}
