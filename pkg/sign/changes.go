package sign

import (
	"fmt"
	"sort"

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

// changes classifies what came after the signed revision.
func (e *engine) changes(s *Signature) {
	if s.Revision == 0 {
		// It is not known what was signed, so nothing later is explained.
		s.Changes = ChangesOther
		return
	}
	codes := map[Code]bool{}
	for r := s.Revision; r < len(e.file.Revisions()); r++ {
		if e.ctx.Err() != nil {
			return
		}
		d := e.step(r)
		s.Changes = s.Changes.Worse(d.class)
		for _, c := range d.list {
			codes[c.Code] = true
			if len(s.ChangeList) < e.o.Limits.Changes {
				s.ChangeList = append(s.ChangeList, c)
			}
		}
	}
	if d := e.doubts(s); len(d) > 0 {
		s.Changes = ChangesOther
		s.add(CodeUpdateDoubtful, d[0].Code, fmt.Sprint(d[0].Offset))
		for _, c := range d {
			if len(s.ChangeList) < e.o.Limits.Changes {
				s.ChangeList = append(s.ChangeList, Change{Revision: c.revision, Object: c.Object, Class: ChangesOther, Code: CodeUpdateDoubtful, Detail: fmt.Sprintf("%s, %d", c.Code, c.Offset)})
			}
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
		CodeAnnotationAdded, CodeAnnotationChanged, CodeAnnotationRemoved, CodeUnexplained, CodeTrailingData, CodeUpdateDoubtful, CodeChangeAnalysisLimited} {
		if codes[c] && !s.Has(c) {
			s.add(c)
		}
	}
	sort.SliceStable(s.ChangeList, func(i, j int) bool {
		return s.ChangeList[i].Class.rank() > s.ChangeList[j].Class.rank()
	})
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
		case pdf.RepairHeaderOffset:
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
// by the certification (DocMDP, ISO 32000-2 12.8.2.2), by field locks (FieldMDP,
// 12.8.2.4), and else form filling and further signatures. Updates for long-term
// validation are no changes (12.8.5.3 and pdf-issues 766).
func (e *engine) permit(sigs []Signature, i int) {
	s := &sigs[i]
	if s.Changes == ChangesNone || s.Revision == 0 {
		return
	}
	allowed := ChangesForm
	for j := range sigs {
		c := &sigs[j]
		if c.DocMDP > 0 && !c.Removed && c.Revision > 0 && c.Revision <= s.Revision {
			allowed = map[int]Changes{1: ChangesLTA, 2: ChangesForm, 3: ChangesAnnotation}[c.DocMDP]
			break // only the first signature may certify
		}
	}
	ok := s.Changes.rank() <= allowed.rank()
	if !ok {
		s.add(CodeChangeNotPermitted, string(s.Changes), fmt.Sprint(allowed))
	}
	for _, c := range s.ChangeList {
		if c.Field == "" || c.Class == ChangesLTA {
			continue
		}
		for j := range sigs {
			if t := &sigs[j]; t.Revision > 0 && t.Revision < c.Revision && !t.Removed && t.locks(c.Field) {
				ok = false
				if !s.Has(CodeFieldLocked) {
					s.add(CodeFieldLocked, c.Field)
				}
			}
		}
	}
	s.Permitted = &ok
}

// lock is a FieldMDP transform (ISO 32000-2 table 258).
type lock struct {
	action pdf.Name
	fields []string
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
		case "All":
			return true
		case "Include":
			if in {
				return true
			}
		case "Exclude":
			if !in {
				return true
			}
		}
	}
	return false
}

func readLock(v *pdf.View, d *pdf.Dict) []lock {
	var out []lock
	for _, o := range v.Array(d.Get("Reference")) {
		r := v.Dict(o)
		if v.Name(r.Get("TransformMethod")) != "FieldMDP" {
			continue
		}
		p := v.Dict(r.Get("TransformParams"))
		l := lock{action: v.Name(p.Get("Action"))}
		for _, f := range v.Array(p.Get("Fields")) {
			if t, ok := v.Resolve(f).(pdf.String); ok {
				l.fields = append(l.fields, text(t))
			}
		}
		out = append(out, l)
	}
	return out
}
