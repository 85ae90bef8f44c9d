package waiver

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/msg"
)

// keys are those of an entry.
var keys = [...]string{"rule", "file", "dossier", "sha256", "reason", "by", "until"}

// list returns the entries of a file.
func (e *Error) list(n *yamltree.Node) []*yamltree.Node {
	if n == nil || n.Kind != yamltree.Map || len(n.Entries) == 0 {
		e.Mistakes = append(e.Mistakes, listText.With("name", e.Name))
		return nil
	}
	var items []*yamltree.Node
	for i, entry := range n.Entries {
		switch {
		case entry.Key.Text != "waivers":
			e.say(entry.Key, unknownText, "key", entry.Key.Text, "known", "waivers")
		case i > 0 && items != nil:
			e.say(entry.Key, twiceText, "key", entry.Key.Text)
		case entry.Value.Kind == yamltree.List:
			items = entry.Value.Items
		default:
			e.Mistakes = append(e.Mistakes, listText.With("name", e.Name))
		}
	}
	return items
}

// entry reads one entry.
func (e *Error) entry(n *yamltree.Node) entry {
	y := entry{line: n.Line}
	if n.Kind != yamltree.Map {
		e.say(n, keysText, "known", strings.Join(keys[:], ", "))
		return y
	}
	values, broken := map[string]string{}, false
	for _, v := range n.Entries {
		key := v.Key.Text
		_, twice := values[key]
		switch {
		case !slices.Contains(keys[:], key):
			e.say(v.Key, unknownText, "key", key, "known", strings.Join(keys[:], ", "))
		case twice:
			e.say(v.Key, twiceText, "key", key)
		case v.Value.Kind == yamltree.List || v.Value.Kind == yamltree.Map:
			e.say(v.Value, valueText, "key", key)
			broken = true
		default:
			values[key] = v.Value.Text
		}
	}
	y.rule, y.file, y.dossier = values["rule"], strings.TrimPrefix(values["file"], "./"), values["dossier"]
	y.sha256, y.reason, y.by = strings.ToLower(values["sha256"]), values["reason"], values["by"]
	if !broken { // what else is wrong may come from that
		e.Mistakes = append(e.Mistakes, y.check(e.Name, values["until"])...)
	}
	return y
}

func (e *Error) say(n *yamltree.Node, m msg.Message, pairs ...any) {
	e.Mistakes = append(e.Mistakes, m.With(append([]any{"name", e.Name, "line", n.Line}, pairs...)...))
}

// at names a line of a file; line 0 is the file as a whole.
func at(name string, line int) any {
	if line == 0 {
		return name
	}
	return placeText.With("name", name, "line", line)
}
