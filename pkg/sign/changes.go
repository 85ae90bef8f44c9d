package sign

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// step returns the comparison of a revision with the one before it. It is made
// once for all signatures.
func (e *engine) step(rev int) *differ {
	d := e.diffs[rev]
	if d == nil {
		d = e.diff(rev)
		e.diffs[rev] = d
	}
	return d
}

// changes classifies what came after the signed revision of sigs[i]. What came
// as a signature is taken for one only if it is: all were verified before.
func (e *engine) changes(sigs []Signature, i int) {
	s := &sigs[i]
	if s.Revision == 0 {
		// It is not known what was signed, so nothing later is explained.
		s.Changes = ChangesOther
		return
	}
	codes, told := map[Code]bool{}, map[string]bool{}
	orphans, covered := 0, map[cover]bool{}
	list := shortlist{most: e.o.Limits.Changes}
	defer func() { s.ChangeList = list.worst() }()
	for r := s.Revision; r < len(e.file.Revisions()); r++ {
		if e.ctx.Err() != nil {
			return
		}
		d, f := e.step(r), e.factsOf(sigs, r)
		s.Changes = s.Changes.Worse(f.class)
		for _, x := range f.reasons {
			k := fmt.Sprint(x)
			if !told[k] && (len(told) < e.o.Limits.Changes || !s.Has(x.Code)) {
				told[k] = true
				s.add(x.Code, x.Args...)
			}
		}
		for c := range f.codes {
			codes[c] = true
		}
		for _, c := range f.list {
			list.add(c)
		}
		for _, f := range d.unlike {
			s.add(CodeValueNotShown, f)
		}
		for _, n := range d.orphans {
			orphans++
			list.add(Change{Revision: r + 1, Object: n, Class: ChangesNone, Code: CodeUnreachable, Action: ActionAdded})
		}
		for _, c := range d.covered {
			if !covered[c] && len(covered) < 16 {
				covered[c] = true
				s.add(CodeAnnotationOverlap, fmt.Sprint(c.page), c.field)
			}
		}
	}
	if orphans > 0 {
		s.add(CodeUnreachable, fmt.Sprint(orphans))
	}
	if d := e.doubts(s); len(d) > 0 {
		s.Changes = ChangesOther
		s.add(CodeUpdateDoubtful, d[0].Code, fmt.Sprint(d[0].Offset))
		for _, c := range d {
			list.add(Change{Revision: c.revision, Object: c.Object, Class: ChangesOther, Code: CodeUpdateDoubtful, Detail: fmt.Sprintf("%s, %d", c.Code, c.Offset)})
		}
	}
	if e.trailing && s.Coverage != WholeFile {
		s.Changes = ChangesOther
		codes[CodeTrailingData] = true
	}
	if s.Has(CodeDictionaryOverwrite) {
		s.Changes = ChangesOther
	}
	if s.Changes == ChangesNone {
		return
	}
	s.add(CodeChanged, string(s.Changes))
	for _, c := range []Code{CodeDictionaryOverwrite, CodePagesChanged, CodePageContent, CodeAppearanceReplaced, CodeFieldAdded, CodeFieldRemoved, CodeFieldChanged,
		CodeAnnotationAdded, CodeAnnotationChanged, CodeAnnotationRemoved, CodeStructureUpdated, CodeCatalogUpdated, CodeDSSUpdated, CodeUnexplained, CodeTrailingData, CodeUpdateDoubtful, CodeChangeAnalysisLimited} {
		if codes[c] && !s.Has(c) {
			s.add(c)
		}
	}
}

// doubt is a doubt or a repair in what follows a signature.
type doubt struct {
	pdf.Doubt
	revision int // from 1, 0 when it concerns the whole file
}

// doubts lists what is not beyond doubt behind a signature that does not cover
// the whole file. An update may be written such that this reader follows its
// cross-references and finds nothing, while viewers find them faulty, rebuild
// them by scanning and show forged objects. The comparison of revisions is then
// worth nothing.
func (e *engine) doubts(s *Signature) []doubt {
	var out []doubt
	end := rangeEnd(s)
	if end == e.file.Size() {
		return nil
	}
	revs := e.file.Revisions()
	for r := s.Revision; r < len(revs); r++ {
		if e.doubtful[r] == nil {
			list := []doubt{}
			for _, d := range e.file.Doubts(r) {
				list = append(list, doubt{d, r + 1})
			}
			e.doubtful[r] = list
		}
		out = append(out, e.doubtful[r]...)
	}
	if s.Revision == len(revs) && !e.trailing {
		return out // white space
	}
	for _, p := range e.file.Repairs() {
		switch p.Code {
		case pdf.RepairStartXRef, pdf.RepairXRefRebuilt, pdf.RepairPrevBroken, pdf.RepairPrevLoop, pdf.RepairObjectOffset, pdf.RepairHybridMismatch:
		case pdf.RepairHeaderOffset, pdf.RepairPrevRelinked:
			continue
		default:
			if p.Offset < end {
				continue
			}
		}
		out = append(out, doubt{pdf.Doubt{Code: p.Code, Offset: p.Offset}, 0})
	}
	return out
}

// permit compares the later changes with what was allowed when it was signed:
// by the certification (DocMDP, ISO 32000-2 12.8.2.2), by the locks of signed
// fields (12.8.2.4 and table 236), and where the document says nothing by
// [Options.Permit]. Updates for long-term validation are no changes (12.8.5.3
// and pdf-issues 766).
func (e *engine) permit(sigs []Signature, i int) {
	s := &sigs[i]
	if s.Revision == 0 {
		return
	}
	if s.DocMDP > 0 && s.Kind == KindSignature && earlier(sigs, s) {
		// Shall be the first one. It binds what follows all the same.
		s.add(CodeCertificationOrder)
	}
	if s.Changes == ChangesNone {
		return
	}
	allowed := e.allowed(sigs, s.Revision)
	ok := s.Changes.rank() <= allowed.rank()
	if !ok {
		s.add(CodeChangeNotPermitted, string(s.Changes), fmt.Sprint(allowed))
	}
	for r := s.Revision; r < len(e.file.Revisions()); r++ {
		if e.ctx.Err() != nil {
			return
		}
		// Whoever signs later may allow less of what follows.
		f := e.factsOf(sigs, r)
		if f.empty || f.class.rank() > f.allowed.rank() {
			if ok {
				s.add(CodeChangeNotPermitted, string(f.class), fmt.Sprint(f.allowed))
			}
			ok = false
		}
		if f.locks {
			ok = false
			if !s.Has(CodeFieldLocked) {
				s.add(CodeFieldLocked, f.locked)
			}
		}
	}
	s.Permitted = &ok
}

// byLevel are the classes that a permission P of 1 to 3 allows (table 257).
var byLevel = [...]Changes{"", ChangesLTA, ChangesForm, ChangesAnnotation}

// allowed is the worst class that may follow a revision, from 1: what the
// signatures up to it say, within what the caller says.
func (e *engine) allowed(sigs []Signature, rev int) Changes {
	allowed := Changes("")
	narrow := func(c Changes) {
		if allowed == "" || c.rank() < allowed.rank() {
			allowed = c
		}
	}
	if p := certification(sigs, rev); p > 0 {
		narrow(byLevel[p])
	}
	for j := range sigs {
		t := &sigs[j]
		if t.Removed || t.Revision == 0 || t.Revision > rev {
			continue
		}
		for _, l := range t.lock {
			if l.p >= 1 && l.p <= 3 {
				if allowed == "" {
					// A lock only takes away (table 236).
					allowed = ChangesForm
				}
				narrow(byLevel[l.p])
			}
		}
	}
	switch e.o.Permit {
	case "":
		if allowed == "" {
			allowed = ChangesForm
		}
	case ChangesNone:
		narrow(ChangesLTA)
	default:
		narrow(e.o.Permit)
	}
	return allowed
}

// certification returns P of the certification that binds what follows a
// revision, or 0. Only the first signature should certify; where several do, each
// takes away and none gives back, whoever made it: an earlier one that nobody
// trusts must not loosen what an agency certified after it.
func certification(sigs []Signature, rev int) (p int) {
	for j := range sigs {
		c := &sigs[j]
		if c.DocMDP > 0 && c.DocMDP < len(byLevel) && c.Kind == KindSignature && !c.Removed && c.Revision > 0 && c.Revision <= rev && (p == 0 || c.DocMDP < p) {
			p = c.DocMDP
		}
	}
	return p
}

// earlier tells whether somebody had signed before s; time stamps do not count.
func earlier(sigs []Signature, s *Signature) bool {
	for j := range sigs {
		if t := &sigs[j]; t.Kind == KindSignature && t.Revision > 0 && t.Revision < s.Revision {
			return true
		}
	}
	return false
}

// lock is a FieldMDP transform (ISO 32000-2 table 258) or the lock dictionary
// of a signed field (table 236).
type lock struct {
	action pdf.Name
	fields []string
	p      int // 1 to 3, 0 when it says nothing about the document
}

// lockSize is what it costs to ask whether a signature locks a field.
func (s *Signature) lockSize() int {
	n := 1
	for _, l := range s.lock {
		n += len(l.fields) / 8
	}
	return n
}

func (s *Signature) locks(name string) bool {
	for _, l := range s.lock {
		in := false
		for _, f := range l.fields {
			// A lock on a parent holds for the fields below it.
			if f == name || len(name) > len(f) && name[:len(f)] == f && name[len(f)] == '.' {
				in = true
			}
		}
		switch l.action {
		case "": // says nothing about fields
		case "Include":
			if in {
				return true
			}
		case "Exclude":
			if !in {
				return true
			}
		default: // All, and what is not known
			return true
		}
	}
	return false
}

// readLock returns what a signature locks: by its own references and by the
// lock dictionaries of its fields, which were signed with it.
func readLock(v *pdf.View, d *pdf.Dict, fields ...field) []lock {
	var out []lock
	for _, o := range v.Array(d.Get("Reference")) {
		if r := v.Dict(o); v.Name(r.Get("TransformMethod")) == "FieldMDP" {
			out = append(out, lockOf(v, v.Dict(r.Get("TransformParams"))))
		}
	}
	for _, f := range fields {
		if l := v.Dict(f.dict.Get("Lock")); l != nil {
			out = append(out, lockOf(v, l))
		}
	}
	return out
}

func lockOf(v *pdf.View, p *pdf.Dict) lock {
	l := lock{action: v.Name(p.Get("Action"))}
	for _, f := range v.Array(p.Get("Fields")) {
		if t, ok := v.Resolve(f).(pdf.String); ok {
			l.fields = append(l.fields, text(t))
		}
	}
	if n, ok := v.Number(p.Get("P")); ok && n >= 1 && n <= 3 {
		l.p = int(n)
	}
	return l
}
