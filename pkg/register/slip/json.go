package slip

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register"
)

// isJSON reports whether a file begins as JSON does.
func isJSON(head []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	return len(start) > 0 && (start[0] == '{' || start[0] == '[')
}

// readJSON reads a list of handovers, or an object one of whose values is such a
// list, as systems send the progress of a dossier (tiến trình). Names of keys are
// those of columns, written in one word.
func readJSON(ctx context.Context, r io.Reader, name string) (*Slip, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	items := itemsIn(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), 0)
	if items == nil {
		return nil, refuse(notListText.With("file", name))
	}
	if len(items) > maxRows {
		return nil, refuse(tooManyText.With("file", name, "limit", maxRows))
	}
	s := &Slip{}
	known := false
	for i, item := range items {
		keys := make([]string, 0, len(item))
		for key := range item {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		m, l := mapping{}, register.Line{Row: i + 1}
		for _, key := range keys {
			kind := keyed(key)
			if kind == nothing {
				continue
			}
			known = true
			m.kinds, l.Cells = append(m.kinds, kind), append(l.Cells, register.Cell{Text: scalar(item[key])})
		}
		s.Columns.add(m.columns())
		m.row(l, "", &s.Handovers)
	}
	if !known {
		return nil, refuse(notListText.With("file", name))
	}
	return s.numbered(), nil
}

// add adds what another item has.
func (c *Columns) add(more Columns) {
	for _, f := range []struct{ into, of *int }{
		{&c.From, &more.From}, {&c.To, &more.To}, {&c.Giver, &more.Giver}, {&c.Receiver, &more.Receiver}, {&c.Given, &more.Given}, {&c.Received, &more.Received},
	} {
		if *f.of > 0 {
			*f.into = 1
		}
	}
}

// keys are headers in one word, as "NguoiGiao".
var keys = func() map[string]what {
	all := map[string]what{}
	for h, kind := range headers {
		all[strings.ReplaceAll(h, " ", "")] = kind
	}
	return all
}()

func keyed(key string) what { return keys[strings.ReplaceAll(dossier.Fold(key), " ", "")] }

// itemsIn finds the list of objects in JSON: the value itself, or the first by
// name of those in an object.
func itemsIn(data []byte, depth int) []map[string]json.RawMessage {
	var list []map[string]json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		return list
	}
	var object map[string]json.RawMessage
	if depth > 2 || json.Unmarshal(data, &object) != nil {
		return nil
	}
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if list := itemsIn(object[name], depth+1); len(list) > 0 {
			return list
		}
	}
	return nil
}

// scalar returns a value as a cell has it.
func scalar(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return strings.Join(strings.Fields(norm.NFC.String(text)), " ")
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil {
		return number.String()
	}
	var yes bool
	if json.Unmarshal(raw, &yes) == nil {
		return strconv.FormatBool(yes)
	}
	return ""
}
