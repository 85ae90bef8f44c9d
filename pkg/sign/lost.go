package sign

import "github.com/tthclint/tthclint/pkg/pdf"

// lost lists the signatures of revisions that the last cross-references pass
// over: an update that leads back past what was signed, or to a document that
// waited in the signed bytes, takes them away (shadow attacks, hide and replace:
// Mainka, Mladenov, Rohlmann, 2021). They are looked for where something in the
// file says that there is more than its revisions, or where nobody signed.
func (e *engine) lost(found []*candidate) (out []*candidate) {
	if len(found) > 0 && !e.gaps() {
		return nil
	}
	files, all, err := e.file.Lost()
	if err != nil {
		return nil // the digests will meet the same
	}
	e.limited = e.limited || !all
	known := map[int64]*candidate{} // by where /Contents stands
	for _, c := range found {
		known[c.contents.Span.Start] = c
	}
	for _, f := range files {
		v := f.Latest()
		if e.visits += len(v.Pages()); e.visits > e.o.Limits.Objects || e.ctx.Err() != nil {
			e.limited = true
			return out
		}
		for _, x := range signatureFields(v) {
			d := v.Dict(x.value)
			if d == nil || d.Get("ByteRange") == nil {
				continue
			}
			c := newCandidate(v, -1, x, d)
			c.lost = true
			if c.contents.Span.Len() <= 0 || zero(c.contents.Value) {
				continue
			}
			if old := known[c.contents.Span.Start]; old != nil {
				if old.lost && !old.has(x.name) {
					old.names, old.fields = append(old.names, x.name), append(old.fields, x)
				}
				continue
			}
			if len(found)+len(out) >= e.o.Limits.Signatures {
				e.limited = true
				return out
			}
			known[c.contents.Span.Start] = c
			out = append(out, c)
		}
	}
	return out
}

// gaps tells whether the file holds more than its revisions account for.
func (e *engine) gaps() bool {
	for _, r := range e.file.Revisions() {
		if r.Rebuilt {
			return false // every end of the file is a revision then
		}
		if !r.Linked || !r.Complete {
			return true
		}
	}
	for _, p := range e.file.Repairs() {
		if p.Code == pdf.RepairTrailingData || p.Code == pdf.RepairUnlinkedData {
			return true
		}
	}
	return false
}
