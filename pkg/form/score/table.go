package score

// Table is the score of a set of pages.
type Table struct {
	Pages   int
	Spouses PageScore
	Fields  []FieldScore
	Groups  []Group
	Cases   []Case
	Forms   Forms
	Values  []ValueScore // all under the empty key, then by key
	Wrong   []Wrong      // in the order of the labels
}

// Forms is how well the kind of paper was told.
type Forms struct {
	Right     Rate
	Confusion map[string]map[string]int // by truth, then by what was read; "" is none
}

// Score compares readings with labels. known adds the groups of known and new
// writers and layouts; nil is none.
func Score(pages []Page, known *Known) *Table {
	t := &Table{
		Pages: len(pages), Fields: scoreFields(pages), Groups: scoreGroups(pages, known), Cases: scoreCases(pages), Values: scoreValues(pages),
		Forms: Forms{Confusion: map[string]map[string]int{}},
	}
	for i := range pages {
		p := &pages[i]
		t.Spouses.add(p)
		if truth := p.Label.Form; truth != "" {
			t.Forms.Right.add(p.rightForm())
			if t.Forms.Confusion[truth] == nil {
				t.Forms.Confusion[truth] = map[string]int{}
			}
			t.Forms.Confusion[truth][p.form()]++
		}
		if w, ok := WrongOf(p); ok {
			t.Wrong = append(t.Wrong, w)
		}
	}
	return t
}
