package sign

import (
	"context"
	"fmt"
	"io"
	"sort"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// engine is the state of one validation.
type engine struct {
	looks    looks
	ctx      context.Context
	o        Options
	r        io.ReaderAt
	file     *pdf.File
	trailing bool             // data behind the last revision
	limited  bool             // more signatures than the limit
	visits   int              // objects compared so far
	diffs    map[int]*differ  // by index of the later revision
	found    map[int]*facts   // likewise
	ground   *ground          // of the last revision that was compared
	walkAll  bool             // see [Options]
	doubtful map[int][]doubt  // likewise
	dss      *store           // see [engine.store]
	certs    certificates     // parsed so far
	leads    map[lead]*Anchor // see [engine.leadsTo]

	treeNames map[int]map[int]string // names of fields, by index of the revision
}

// Validate reads the PDF in r, size bytes long, and judges its signatures as
// [Options] say. It reads r from one goroutine.
//
// A signature that is broken, untrusted or unreadable is part of the report.
// An error means that there is no report: the file is no PDF
// ([pdf.ErrNotPDF]), cannot be parsed (*[pdf.SyntaxError]) or is encrypted such
// that its structure cannot be read ([pdf.ErrEncrypted]); r failed; or ctx was
// cancelled, in which case the error is ctx.Err().
func Validate(ctx context.Context, r io.ReaderAt, size int64, o Options) (rep *Report, err error) {
	defer func() {
		// A hostile file may hit a mistake of ours; it must not end a run
		// over ten thousand others.
		if p := recover(); p != nil {
			rep, err = nil, fmt.Errorf("sign: internal error: %v", p)
		}
	}()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	o.Limits = o.Limits.withDefaults()
	f, err := pdf.Open(r, size, o.Limits.PDF)
	if err != nil {
		return nil, err
	}
	return validate(ctx, r, f, o)
}

// ValidateFile is [Validate] for a file that is open already; r must be what it
// was opened on.
func ValidateFile(ctx context.Context, r io.ReaderAt, f *pdf.File, o Options) (rep *Report, err error) {
	defer func() {
		if p := recover(); p != nil {
			rep, err = nil, fmt.Errorf("sign: internal error: %v", p)
		}
	}()
	o.Limits = o.Limits.withDefaults()
	return validate(ctx, r, f, o)
}

func validate(ctx context.Context, r io.ReaderAt, f *pdf.File, o Options) (*Report, error) {
	if f.Locked() && len(f.Latest().Pages()) == 0 {
		// The fields lie in encrypted object streams: to report none would
		// call a signed file unsigned.
		return nil, pdf.ErrEncrypted
	}
	e := &engine{ctx: ctx, o: o, r: r, file: f, walkAll: o.walkAll, diffs: map[int]*differ{}, found: map[int]*facts{}, doubtful: map[int][]doubt{}}
	for _, p := range f.Repairs() {
		e.trailing = e.trailing || p.Code == pdf.RepairTrailingData
	}
	cands, unsigned := e.collect()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if f.Locked() && len(cands) == 0 {
		return nil, pdf.ErrEncrypted // the form may lie in what cannot be read
	}
	rep := &Report{Revisions: len(f.Revisions()), Pages: len(f.Latest().Pages()), Encrypted: f.Encrypted()}
	for _, u := range unsigned {
		uf := UnsignedField{Field: u.name}
		uf.Page, uf.Box = locate(f.Latest(), u)
		rep.UnsignedFields = append(rep.UnsignedFields, uf)
	}
	rep.Marks = e.marks(unsigned)
	works := make([]*work, len(cands))
	var jobs []*digestJob
	for i, c := range cands {
		works[i] = e.prepare(c)
		jobs = append(jobs, works[i].jobs...)
	}
	if err := digests(ctx, r, jobs); err != nil {
		return nil, err
	}
	for _, w := range works {
		e.guard(w, func() { e.judge(w) })
	}
	sort.SliceStable(works, func(i, j int) bool { return rangeEnd(works[i].s) < rangeEnd(works[j].s) })
	rep.Signatures = make([]Signature, len(works))
	for i, w := range works {
		rep.Signatures[i] = *w.s
		w.s = &rep.Signatures[i]
	}
	crossing(rep.Signatures)
	e.certificates(works)
	for i := range rep.Signatures {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := &rep.Signatures[i]
		e.changes(rep.Signatures, i)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if s.Signer != nil {
			e.term(s)
		}
		e.permit(rep.Signatures, i)
		s.skew(works[i].c)
		s.Level = works[i].level(rep.Signatures)
		s.Indication, s.Sub = s.indicate()
	}
	for _, p := range f.Repairs() {
		rep.Reasons = append(rep.Reasons, Reason{CodeRepaired, []string{p.Code, fmt.Sprint(p.Offset)}})
	}
	if e.limited {
		rep.Reasons = append(rep.Reasons, Reason{CodeTooManySignatures, []string{fmt.Sprint(o.Limits.Signatures)}})
	}
	if f.Encrypted() {
		rep.Reasons = append(rep.Reasons, Reason{Code: CodeEncrypted})
	}
	return rep, nil
}

func rangeEnd(s *Signature) int64 {
	if len(s.ByteRange) < 2 {
		return 1 << 62
	}
	return s.ByteRange[len(s.ByteRange)-2] + s.ByteRange[len(s.ByteRange)-1]
}

// guard keeps a mistake of ours on one signature from taking the others along.
func (e *engine) guard(w *work, f func()) {
	defer func() {
		if p := recover(); p != nil {
			w.s.Integrity = Unverifiable
			w.s.add(CodeInternal, fmt.Sprint(p))
		}
	}()
	f()
}

// locate returns page and place of the first widget with an area, else of the
// first widget on a page.
func locate(v *pdf.View, f field) (int, pdf.Box) {
	pages := v.Pages()
	on := v.Widgets(pages)
	page, box := 0, pdf.Box{}
	for _, w := range f.widgets {
		n := on[w.num]
		if n == 0 {
			// Not in any /Annots: /P says where it was meant to be, but a
			// viewer does not show it.
			continue
		}
		r, ok := v.Rect(w.dict.Get("Rect"))
		if !ok {
			continue
		}
		b := pages[n-1].Display(r)
		if b.W > 0 && b.H > 0 {
			return n, b
		}
		if page == 0 {
			page = n
		}
	}
	return page, box
}
