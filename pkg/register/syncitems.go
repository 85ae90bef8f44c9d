package register

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// item is one dossier in JSON.
type item struct {
	row    int      // from 1
	keys   []string // of values, in order
	values map[string]string
	lists  map[string][]map[string]any // by folded key
}

// items gives the dossiers of a file in JSON. A sequence ends with its first
// error.
func (f *File) items(ctx context.Context) iter.Seq2[item, error] {
	return func(yield func(item, error) bool) {
		row := 0
		fail := func(err error) {
			if ctx.Err() == nil {
				err = &Error{Because: jsonText.With("file", f.Name, "row", row+1), Err: errors.Join(ErrNoList, bare(err))}
			}
			yield(item{}, err)
		}
		in, dec := f.decoder(ctx)
		list, err := intoList(in, dec)
		if err != nil {
			fail(err)
			return
		}
		if !list {
			in, dec = f.decoder(ctx) // one object after another
		}
		for {
			in.read = 0
			if list && !dec.More() {
				if _, err := dec.Token(); err != nil { // the bracket that ends the list
					fail(err)
				}
				return
			}
			var object map[string]any
			err := dec.Decode(&object)
			if errors.Is(err, io.EOF) && !list && row > 0 {
				return
			}
			if err != nil {
				fail(err)
				return
			}
			row++
			if !yield(itemOf(row, object), nil) {
				return
			}
		}
	}
}

// decoder starts at the top of the file.
func (f *File) decoder(ctx context.Context) (*itemReader, *json.Decoder) {
	skip := int64(0)
	if mark, err := headOf(f.r, f.size, 3); err == nil && bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		skip = 3
	}
	in := &itemReader{r: interruptible{ctx, io.NewSectionReader(f.r, skip, f.size-skip)}, most: f.o.Limits.Item}
	dec := json.NewDecoder(in)
	dec.UseNumber()
	return in, dec
}

// itemReader bounds what is read for one dossier, since a decoder keeps all of it.
type itemReader struct {
	r          io.Reader
	read, most int64
}

var errItem = errors.New("a dossier is too large")

func (r *itemReader) Read(p []byte) (int, error) {
	if r.read > r.most {
		return 0, errItem
	}
	n, err := r.r.Read(p)
	r.read += int64(n)
	return n, err
}

// intoList moves into the list of dossiers: the file itself, or what stands in
// its object under "data". It reports whether there is such a list.
func intoList(in *itemReader, dec *json.Decoder) (bool, error) {
	first, err := dec.Token()
	if err != nil {
		return false, err
	}
	if first == json.Delim('[') {
		return true, nil
	}
	if first != json.Delim('{') {
		return false, errors.New("neither object nor list")
	}
	for depth, key := 1, true; depth > 0; {
		in.read = 0
		t, err := dec.Token()
		if err != nil {
			return false, err
		}
		name, isText := t.(string)
		switch d, isDelim := t.(json.Delim); {
		case isDelim && (d == '{' || d == '['):
			depth++
		case isDelim:
			depth--
			key = depth == 1
		case depth == 1 && key && isText:
			key = false
			if !slices.Contains([]string{"data", "danhsachhoso"}, dossier.Fold(name)) {
				continue
			}
			value, err := dec.Token()
			if err != nil {
				return false, err
			}
			if value == json.Delim('[') {
				return true, nil
			}
			if value == json.Delim('{') {
				depth++
			} else {
				key = true
			}
		case depth == 1:
			key = true
		}
	}
	return false, nil
}

// itemOf sorts the values of an object.
func itemOf(row int, object map[string]any) item {
	it := item{row: row, values: map[string]string{}, lists: map[string][]map[string]any{}}
	for _, key := range slices.Sorted(maps.Keys(object)) { // two keys may fold to one
		switch v := object[key].(type) {
		case []any:
			for _, entry := range v[:min(len(v), maxPapers)] {
				if object, is := entry.(map[string]any); is {
					it.lists[dossier.Fold(key)] = append(it.lists[dossier.Fold(key)], object)
				}
			}
		case map[string]any:
		default:
			it.keys = append(it.keys, key)
			it.values[key] = scalar(v)
		}
	}
	return it
}

// bare drops what an error of encoding/json quotes of the file.
func bare(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return errors.New("syntax error")
	case errors.As(err, &kind):
		return errors.New("not an object")
	}
	return err
}
