package register

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/msg"
)

// maxAliases bounds a file of aliases, in bytes.
const maxAliases = 64 << 10

// aliasesDraft is a file of aliases while it is read.
type aliasesDraft struct {
	names Aliases
	err   *Error // the first mistake
}

// ParseAliases reads aliases in YAML, in the form of the file aliases.yaml of
// this package. The error, an [Error], says in which line what is wrong.
func ParseAliases(src []byte) (*Aliases, error) {
	n, err := yamltree.Parse(src, maxAliases)
	if err != nil {
		because := aliasesFileText.With("what", err.What(), "remedy", err.Remedy())
		if err.Line > 0 {
			because = aliasesLineText.With("line", err.Line, "what", because)
		}
		return nil, &Error{Because: because}
	}
	d := &aliasesDraft{names: Aliases{Headers: map[dossier.Field][]string{}, Statuses: map[string]string{}, Words: map[dossier.Field][]string{}}}
	sections := []string{"headers", "footers", "statuses", "words"}
	for key, value := range d.entries(n) {
		switch key.Text {
		case "headers":
			d.columns(value, d.names.Headers)
		case "words":
			d.columns(value, d.names.Words)
		case "footers":
			d.names.Footers = d.texts(value)
		case "statuses":
			for number, words := range d.entries(value) {
				d.names.Statuses[number.Text] = d.text(words)
			}
		default:
			d.wrong(key, aliasesKeyText, "key", key.Text, "known", strings.Join(sections, ", "))
		}
	}
	if d.err != nil {
		return nil, d.err
	}
	return NewAliases(d.names)
}

// columns reads names by column.
func (d *aliasesDraft) columns(n *yamltree.Node, into map[dossier.Field][]string) {
	for key, value := range d.entries(n) {
		f := dossier.Field(key.Text)
		if !slices.Contains(allFields, f) {
			d.wrong(key, aliasesKeyText, "key", key.Text, "known", joined(allFields))
			continue
		}
		into[f] = d.texts(value)
	}
}

// entries yields the keys of a map with their values. An empty one has none.
func (d *aliasesDraft) entries(n *yamltree.Node) func(func(key, value *yamltree.Node) bool) {
	return func(yield func(key, value *yamltree.Node) bool) {
		if n == nil || n.Kind == yamltree.Empty {
			return
		}
		if n.Kind != yamltree.Map {
			d.wrong(n, aliasesMapText)
			return
		}
		seen := map[string]bool{}
		for _, e := range n.Entries {
			if seen[e.Key.Text] {
				d.wrong(e.Key, aliasesTwiceText, "key", e.Key.Text)
			}
			seen[e.Key.Text] = true
			if !yield(e.Key, e.Value) {
				return
			}
		}
	}
}

func (d *aliasesDraft) texts(n *yamltree.Node) (all []string) {
	if n.Kind == yamltree.Empty {
		return nil
	}
	if n.Kind != yamltree.List {
		d.wrong(n, aliasesListText)
		return nil
	}
	for _, item := range n.Items {
		all = append(all, d.text(item))
	}
	return all
}

func (d *aliasesDraft) text(n *yamltree.Node) string {
	if n.Kind == yamltree.List || n.Kind == yamltree.Map {
		d.wrong(n, aliasesTextText)
	}
	return n.Text
}

func (d *aliasesDraft) wrong(n *yamltree.Node, m msg.Message, pairs ...any) {
	if d.err == nil {
		d.err = &Error{Because: aliasesLineText.With("line", n.Line, "what", m.With(pairs...))}
	}
}

var (
	aliasesFileText  = msg.Message{ID: "register/aliases", VI: "{what} {remedy}", EN: "{what} {remedy}"}
	aliasesLineText  = msg.Message{ID: "register/aliases-line", VI: "dòng {line}: {what}", EN: "line {line}: {what}"}
	aliasesKeyText   = msg.Message{ID: "register/aliases-key", VI: "không có khóa «{key}»; các khóa dùng được ở đây: {known}", EN: "there is no key «{key}»; the keys here are {known}"}
	aliasesTwiceText = msg.Message{ID: "register/aliases-twice", VI: "khóa «{key}» đã ghi ở phía trên", EN: "the key «{key}» stands above already"}
	aliasesMapText   = msg.Message{ID: "register/aliases-map", VI: "chỗ này phải gồm các dòng «khóa: giá trị»", EN: "here lines «key: value» are wanted"}
	aliasesListText  = msg.Message{ID: "register/aliases-list", VI: "chỗ này phải là danh sách trong dấu [ ], cách nhau bằng dấu phẩy", EN: "here a list in [ ] is wanted, with commas between"}
	aliasesTextText  = msg.Message{ID: "register/aliases-text", VI: "chỗ này chỉ nhận một câu", EN: "here one text is wanted"}
	aliasesBothText  = msg.Message{ID: "register/aliases-both", VI: "tiêu đề «{name}» được ghi cho cả hai cột {one} và {other}; chỉ giữ ở một cột", EN: "the header «{name}» stands for both {one} and {other}; keep it for one of them"}
	aliasesFieldText = msg.Message{ID: "register/aliases-field", VI: "không có cột «{key}»; các cột: {known}", EN: "there is no column «{key}»; the columns are {known}"}
)
