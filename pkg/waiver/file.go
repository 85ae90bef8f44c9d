package waiver

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/msg"
)

// maxFile bounds a file of waivers, in bytes.
const maxFile = 4 << 20

// Parse reads a file of waivers. name is what findings call it. The error, a
// [mistake.Error], holds everything that is wrong in the file.
func Parse(src []byte, name string) (*Set, error) {
	s := &Set{name: name}
	if _, err := strict.Read(name, src, maxFile, strict.Object(strict.Needed("waivers", strict.List(&s.entries, (*entry).keys)))); err != nil {
		return nil, err
	}
	s.met = make([]atomic.Int64, len(s.entries))
	return s, nil
}

// targets are the keys of an entry that say what is waived, of which it needs one.
var targets = [...]string{"file", "dossier", "sha256"}

var digestShape = regexp.MustCompile(`^[0-9A-Fa-f]{64}$`)

// keys reads an entry, by docs/schema/waivers-v1.schema.json.
func (e *entry) keys() strict.Value {
	keys := strict.Object(
		strict.Needed("rule", strict.Text(&e.rule)),
		strict.Key("file", pattern(&e.file)),
		strict.Key("dossier", pattern(&e.dossier)),
		strict.Key("sha256", strict.Pattern(&e.sha256, digestShape, wantsDigest)),
		strict.Needed("reason", strict.Text(&e.reason)),
		strict.Needed("by", strict.Text(&e.by)),
		strict.Needed("until", func(r *strict.Reader, n *yamltree.Node) {
			var last time.Time
			strict.Day(&last)(r, n)
			e.until = last.AddDate(0, 0, 1)
		}),
	)
	return func(r *strict.Reader, n *yamltree.Node) {
		e.line = n.Line
		keys(r, n)
		e.file, e.sha256 = strings.TrimPrefix(e.file, "./"), strings.ToLower(e.sha256)
		if n.Kind == yamltree.Map && !slices.ContainsFunc(n.Entries, func(k yamltree.Entry) bool { return slices.Contains(targets[:], k.Key.Text) }) {
			r.Wrong(n, wantsTarget)
		}
	}
}

// pattern reads a pattern of names.
func pattern(into *string) strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		strict.Text(into)(r, n)
		if _, err := path.Match(*into, ""); err != nil {
			r.Wrong(n, wantsPattern, "value", *into)
		}
	}
}

var (
	wantsTarget = strict.Fault{
		What:   msg.Message{ID: "waiver/target", VI: "mục này chưa nói miễn trừ cho tệp, hồ sơ nào.", EN: "this entry does not say what is waived."},
		Remedy: msg.Message{ID: "waiver/target.remedy", VI: "Thêm ít nhất một trong các khóa file, dossier, sha256.", EN: "Add at least one of the keys file, dossier, sha256."},
	}
	wantsDigest = strict.Fault{
		What:   msg.Message{ID: "waiver/digest", VI: "«{value}» không phải là giá trị SHA-256.", EN: "«{value}» is no SHA-256."},
		Remedy: msg.Message{ID: "waiver/digest.remedy", VI: "Ghi 64 chữ số hệ 16 như báo cáo JSON hiện ra.", EN: "Write the 64 hexadecimal digits that the JSON report shows."},
	}
	wantsPattern = strict.Fault{
		What:   msg.Message{ID: "waiver/pattern", VI: "mẫu «{value}» không đúng.", EN: "«{value}» is no pattern."},
		Remedy: msg.Message{ID: "waiver/pattern.remedy", VI: "Dùng * thay cho nhiều ký tự, ? thay cho một ký tự; dấu [ phải có dấu ] đóng lại.", EN: "Use * for any letters and ? for one; a [ needs its ]."},
	}
)
