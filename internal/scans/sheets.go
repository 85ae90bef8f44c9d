package scans

import "slices"

// sheet is how a paper of one column is laid out. What it leaves open (margins,
// pitch of lines, wording of captions) differs from page to page.
type sheet struct {
	id       string
	w, h     float64 // mm
	size     float64 // of the print in mm
	tab      bool    // values begin in one column
	table    bool    // label and value stand in the cells of a table
	numbered bool    // labels are numbered
	paired   bool    // short entries share a line
	official float64 // where the middle of the official's place lies, as a share of the width; 0: at the right
	below    bool    // the number stands below the title, not in the head
	held     bool    // kept for checking
}

// sheets are those that papers other than marriage certificates are drawn on.
var sheets = []sheet{
	{id: "a4p", w: 210, h: 297, size: 4.6},
	{id: "a4p-paired", w: 210, h: 297, size: 4.6, paired: true},
	{id: "a4p-tab", w: 210, h: 297, size: 4.5, tab: true},
	{id: "a4p-centred", w: 210, h: 297, size: 4.7, official: 0.5, below: true},
	{id: "a4p-numbered-paired", w: 210, h: 297, size: 4.4, numbered: true, paired: true},
	{id: "b5p", w: 176, h: 250, size: 4, paired: true},
	{id: "a5l", w: 210, h: 148, size: 3.2, paired: true},

	{id: "a4p-table", w: 210, h: 297, size: 4.4, table: true, held: true},
	{id: "a4p-numbered", w: 210, h: 297, size: 4.6, numbered: true, official: 0.6, held: true},
	{id: "letter-paired-below", w: 215.9, h: 279.4, size: 4.5, paired: true, below: true, held: true},
	{id: "b5p-tab", w: 176, h: 250, size: 3.9, tab: true, official: 0.66, held: true},
}

// LayoutsOf lists the layouts of a form; held are those that are kept for
// checking and not to be fitted on.
func LayoutsOf(form string, held bool) []string {
	var out []string
	add := func(id string, isHeld bool) {
		if isHeld == held {
			out = append(out, id)
		}
	}
	switch form {
	case Marriage:
		for _, l := range layouts {
			add(l.id, l.held)
		}
	case ControlSlip:
		for _, l := range slips {
			add(l.id, l.held)
		}
	case Land:
		for _, l := range landSheets {
			add(l.id, l.held)
		}
	case MarriageApplication:
		return []string{"a4p"}
	case Other:
		return []string{"blank", "letter", "card", "land-2", "register"}
	default:
		for _, l := range sheets {
			if form != Decision || l.h > 200 { // no decision is printed on half a sheet
				add(l.id, l.held)
			}
		}
	}
	return out
}

// Layouts lists the layouts of the marriage certificate.
func Layouts(held bool) []string { return LayoutsOf(Marriage, held) }

// layout returns the layout of the spec, or one of the form's that is not held.
func (s *Spec) layout(r source) string {
	if s.Layout != "" {
		return s.Layout
	}
	return pick(r, LayoutsOf(s.Form, false)...)
}

func sheetOf(id string) sheet {
	return sheets[slices.IndexFunc(sheets, func(l sheet) bool { return l.id == id })]
}
