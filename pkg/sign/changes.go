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
		CodeAnnotationAdded, CodeAnnotationChanged, CodeAnnotationRemoved, CodeUnexplained, CodeTrailingData, CodeChangeAnalysisLimited} {
		if codes[c] && !s.Has(c) {
			s.add(c)
		}
	}
	sort.SliceStable(s.ChangeList, func(i, j int) bool {
		return s.ChangeList[i].Class.rank() > s.ChangeList[j].Class.rank()
	})
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
