package raster

import (
	"context"
	"io"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objects gives typed access to the object table of pdfcpu: references are
// followed, and what is missing or of another type is its zero value, as
// ISO 32000-2 7.3.10 treats a dangling reference. Not for concurrent use.
type objects struct {
	table *model.XRefTable
	r     io.ReaderAt
	size  int64
}

func (f *objects) resolve(o types.Object) types.Object {
	for range 32 { // a reference to a reference is odd, a ring of them hostile
		ref, ok := o.(types.IndirectRef)
		if !ok {
			return o
		}
		var err error
		if o, err = f.table.Dereference(ref); err != nil {
			return nil
		}
	}
	return nil
}

func (f *objects) dict(o types.Object) types.Dict {
	switch v := f.resolve(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

func (f *objects) array(o types.Object) types.Array {
	a, _ := f.resolve(o).(types.Array)
	return a
}

func (f *objects) name(o types.Object) string {
	n, _ := f.resolve(o).(types.Name)
	return string(n)
}

func (f *objects) number(o types.Object) (float64, bool) {
	switch v := f.resolve(o).(type) {
	case types.Integer:
		return float64(v), true
	case types.Float:
		return float64(v), !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0)
	}
	return 0, false
}

func (f *objects) integer(o types.Object, missing int) int {
	v, ok := f.number(o)
	if !ok || math.Abs(v) > math.MaxInt32 {
		return missing
	}
	return int(v)
}

func (f *objects) boolean(o types.Object, missing bool) bool {
	if b, ok := f.resolve(o).(types.Boolean); ok {
		return bool(b)
	}
	return missing
}

// numbers returns an array of numbers, nil if it holds anything else.
func (f *objects) numbers(o types.Object) []float64 {
	a := f.array(o)
	if a == nil || len(a) > 4096 {
		return nil
	}
	out := make([]float64, len(a))
	for i := range a {
		v, ok := f.number(a[i])
		if !ok {
			return nil
		}
		out[i] = v
	}
	return out
}

// text returns the bytes of a string object.
func (f *objects) text(o types.Object) []byte {
	switch v := f.resolve(o).(type) {
	case types.StringLiteral:
		b, err := types.Unescape(string(v))
		if err != nil {
			return nil
		}
		return b
	case types.HexLiteral:
		b, err := v.Bytes()
		if err != nil {
			return nil
		}
		return b
	}
	return nil
}

// stream is a stream's dictionary and encoded bytes.
type stream struct {
	types.Dict
	raw []byte
}

// stream returns the stream o refers to and reads its bytes again if they were
// dropped. ok is false if o is no stream.
func (f *objects) stream(o types.Object) (s stream, ok bool, err error) {
	sd, ok := f.resolve(o).(types.StreamDict)
	if !ok {
		return stream{}, false, nil
	}
	s = stream{Dict: sd.Dict, raw: sd.Raw}
	if s.raw == nil && sd.StreamLength != nil && *sd.StreamLength > 0 {
		n := *sd.StreamLength
		if n > f.size || sd.StreamOffset < 0 || sd.StreamOffset > f.size-n {
			return stream{}, true, unreadable("stream lies outside the file")
		}
		s.raw = make([]byte, n)
		if k, err := f.r.ReadAt(s.raw, sd.StreamOffset); int64(k) < n {
			return stream{}, true, unreadable("stream: %w", err)
		}
	}
	return s, true, nil
}

// dropStreams forgets the bodies of large streams, which pdfcpu has all read:
// they are most of a scanned file and are read again when a page is drawn.
// Bodies that pdfcpu decrypted cannot be read again; do not call it then.
func (f *objects) dropStreams() {
	for _, entry := range f.table.Table {
		if sd, ok := entry.Object.(types.StreamDict); ok && len(sd.Raw) > 16<<10 {
			if sd.StreamLength == nil || *sd.StreamLength != int64(len(sd.Raw)) {
				continue
			}
			sd.Raw = nil
			entry.Object = sd
		}
	}
}

// walkPages lists the leaves of the page tree in order with what they inherit.
// Nodes that come up twice are skipped: a tree with a loop ends.
func (f *objects) walkPages(ctx context.Context, limit int) ([]pageNode, error) {
	if f.table.Root == nil {
		return nil, unreadable("no catalog")
	}
	root := f.dict(*f.table.Root)
	if root == nil {
		return nil, unreadable("no catalog")
	}
	type frame struct {
		o  types.Object
		in pageNode
	}
	var pages []pageNode
	seen := map[types.IndirectRef]bool{}
	for stack := []frame{{o: root["Pages"]}}; len(stack) > 0; {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if ref, ok := top.o.(types.IndirectRef); ok {
			if seen[ref] {
				continue
			}
			seen[ref] = true
		}
		d := f.dict(top.o)
		if d == nil {
			continue
		}
		node := top.in.inherit(f, d)
		kids := f.array(d["Kids"])
		if kids == nil || f.name(d["Type"]) == "Page" {
			if len(pages) >= limit {
				return nil, tooLarge("more than %d pages", limit)
			}
			node.dict = d
			pages = append(pages, node)
			continue
		}
		if len(stack)+len(kids) > 10*limit+1000 {
			return nil, tooLarge("page tree of more than %d nodes", limit)
		}
		for i := len(kids) - 1; i >= 0; i-- {
			stack = append(stack, frame{kids[i], node})
		}
	}
	if len(pages) == 0 {
		return nil, unreadable("no pages")
	}
	return pages, nil
}
