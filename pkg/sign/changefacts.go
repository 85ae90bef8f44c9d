package sign

import "slices"

// facts are what the changes of one revision mean once all signatures are
// known. They are the same for every signature before it, and made from all
// changes: what decides is never what a report has room for.
type facts struct {
	class   Changes
	codes   map[Code]bool
	reasons []Reason // of what is drawn, at most [Limits.Changes]
	list    []Change // worst first, at most [Limits.Changes]

	allowed Changes // the worst class that the signatures before it and the caller allow
	locked  string  // a field that changed and that one of them locks
	locks   bool    // there is one
	empty   bool    // a field came that nobody signs, against P = 2
}

// factsOf returns the facts of a later revision, made once.
func (e *engine) factsOf(sigs []Signature, rev int) *facts {
	if f := e.found[rev]; f != nil {
		return f
	}
	d := e.step(rev)
	f := &facts{class: d.class, codes: map[Code]bool{}, allowed: e.allowed(sigs, rev)}
	empties := f.allowed.rank() < ChangesAnnotation.rank() && certification(sigs, rev) == 2
	var locking []*Signature
	for j := range sigs {
		if t := &sigs[j]; len(t.lock) > 0 && t.Revision > 0 && t.Revision <= rev && !t.Removed {
			locking = append(locking, t)
		}
	}
	asked := map[string]bool{}
	var told Signature
	list := shortlist{most: e.o.Limits.Changes}
	for _, c := range d.list {
		if c.draws && !e.spend(1+len(sigs)/16) {
			f.limited(rev, &list)
			break
		}
		e.tell(sigs, &told, &c)
		f.class = f.class.Worse(c.Class)
		if c.Class == ChangesOther || c.Code != CodeStructureUpdated && c.Code != CodeCatalogUpdated && c.Code != CodeDSSUpdated {
			f.codes[c.Code] = true
		}
		list.add(c)
		if c.Class.rank() <= ChangesLTA.rank() {
			continue
		}
		if empties && !f.empty && c.Code == CodeFieldAdded && c.fresh && c.Class == ChangesForm {
			// An empty field is neither filled in nor signed (table 257).
			f.empty = !e.spend(1+len(sigs)/16) || !signedLater(sigs, &c)
		}
		// Locks are about the fields that there are (12.8.2.4).
		if c.fresh || f.locks || len(locking) == 0 {
			continue
		}
		for _, name := range []string{c.Field, e.treeName(&c)} {
			if name == "" || f.locks || asked[name] {
				continue
			}
			asked[name] = true
			for _, t := range locking {
				if !e.spend(t.lockSize()) {
					f.limited(rev, &list)
					break
				}
				if t.locks(name) {
					f.locked, f.locks = name, true
					break
				}
			}
		}
	}
	f.reasons, f.list = told.Reasons, list.worst()
	e.found[rev] = f
	return f
}

// limited: not everything could be asked, so nothing is excused.
func (f *facts) limited(rev int, list *shortlist) {
	f.class, f.codes[CodeChangeAnalysisLimited] = ChangesOther, true
	list.add(Change{Revision: rev + 1, Class: ChangesOther, Code: CodeChangeAnalysisLimited})
}

// tell is [engine.shown] with a bound on what is told, not on what is judged.
func (e *engine) tell(sigs []Signature, told *Signature, c *Change) {
	if len(told.Reasons) < e.o.Limits.Changes {
		e.shown(sigs, told, c)
		return
	}
	var more Signature
	e.shown(sigs, &more, c)
	for _, r := range more.Reasons {
		if !told.Has(r.Code) {
			told.add(r.Code, r.Args...)
		}
	}
}

// shortlist keeps the worst changes, in their order.
type shortlist struct {
	most   int
	byRank [5][]Change
}

func (l *shortlist) add(c Change) {
	if r := c.Class.rank(); len(l.byRank[r]) < l.most {
		l.byRank[r] = append(l.byRank[r], c)
	}
}

func (l *shortlist) worst() (out []Change) {
	for _, of := range slices.Backward(l.byRank[:]) {
		out = append(out, of[:min(len(of), l.most-len(out))]...)
	}
	return out
}
