package waiver

import (
	"path"
	"strings"
	"sync/atomic"
	"time"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
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
	unreadText  = msg.Message{ID: "waiver/unread", VI: "{place}: {what} {remedy}", EN: "{place}: {what} {remedy}"}
	placeText   = msg.Message{ID: "waiver/place", VI: "{name}, dòng {line}", EN: "{name}, line {line}"}
	listText    = msg.Message{ID: "waiver/list", VI: "{name}: tệp bắt đầu bằng «waivers:», các mục ở dưới, mỗi mục sau một dấu gạch", EN: "{name}: the file begins with «waivers:», below it an entry behind each dash"}
	keysText    = msg.Message{ID: "waiver/keys", VI: "{name}, dòng {line}: mục này phải gồm các dòng «khóa: giá trị», với các khóa {known}", EN: "{name}, line {line}: an entry is made of lines «key: value» with the keys {known}"}
	unknownText = msg.Message{ID: "waiver/unknown", VI: "{name}, dòng {line}: không có khóa «{key}»; các khóa dùng được: {known}", EN: "{name}, line {line}: there is no key «{key}»; the keys are {known}"}
	twiceText   = msg.Message{ID: "waiver/twice", VI: "{name}, dòng {line}: khóa «{key}» đã ghi ở phía trên", EN: "{name}, line {line}: the key «{key}» stands above already"}
	valueText   = msg.Message{ID: "waiver/value", VI: "{name}, dòng {line}: «{key}» chỉ nhận một câu, không phải danh sách", EN: "{name}, line {line}: «{key}» is one text and no list"}
	lackText    = msg.Message{ID: "waiver/lack", VI: "{name}, dòng {line}: thiếu «{key}»", EN: "{name}, line {line}: «{key}» is missing"}
	targetText  = msg.Message{ID: "waiver/target", VI: "{name}, dòng {line}: cần ít nhất một trong các khóa file, dossier, sha256 để biết miễn trừ cho tệp, hồ sơ nào", EN: "{name}, line {line}: at least one of file, dossier, sha256 must say what is waived"}
	untilText   = msg.Message{ID: "waiver/until", VI: "{name}, dòng {line}: «until» là ngày cuối cùng còn hiệu lực, viết năm-tháng-ngày như 2026-12-31, không phải «{value}»", EN: "{name}, line {line}: «until» is the last day, as 2026-12-31, not «{value}»"}
	digestText  = msg.Message{ID: "waiver/digest", VI: "{name}, dòng {line}: «sha256» là 64 chữ số hệ 16", EN: "{name}, line {line}: «sha256» is 64 hexadecimal digits"}
	patternText = msg.Message{ID: "waiver/pattern", VI: "{name}, dòng {line}: mẫu «{value}» không đúng", EN: "{name}, line {line}: «{value}» is no pattern"}
)

// maxFile bounds a file of waivers, in bytes.
const maxFile = 4 << 20

// Parse reads a file of waivers. name is what findings call it. Every mistake is
// in the [Error] with its line; an unknown key is one.
func Parse(src []byte, name string) (*Set, error) {
	wrong := &Error{Name: name}
	n, err := yamltree.Parse(src, maxFile)
	if err != nil {
		return nil, &Error{name, []msg.Text{unreadText.With("place", at(name, err.Line), "what", err.What(), "remedy", err.Remedy())}}
	}
	items := wrong.list(n)
	s := &Set{name: name, entries: make([]entry, len(items)), met: make([]atomic.Int64, len(items))}
	for i, item := range items {
		s.entries[i] = wrong.entry(item)
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
