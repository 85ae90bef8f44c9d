package procedure

import "slices"

// NewTable returns a table of these lines.
func NewTable(procedures []Procedure, components []Component) *Table {
	return &Table{slices.Clone(procedures), slices.Clone(components)}
}

// AllComponents returns every paper of every procedure in the order of the table.
// The caller must not change them.
func (t *Table) AllComponents() []Component { return t.components }

// With returns a table with the lines of more before those of t, as an office
// adds its own. A procedure with a code that more speaks of is as more says, in
// every period, and so are the papers of a procedure whose papers more lists.
// Neither table is changed.
func (t *Table) With(more *Table) *Table {
	if more == nil {
		return t
	}
	return &Table{
		procedures: slices.Concat(more.procedures, slices.DeleteFunc(slices.Clone(t.procedures), func(p Procedure) bool {
			return p.Code != "" && slices.ContainsFunc(more.procedures, func(q Procedure) bool { return q.Code == p.Code })
		})),
		components: slices.Concat(more.components, slices.DeleteFunc(slices.Clone(t.components), func(c Component) bool {
			return slices.ContainsFunc(more.components, func(q Component) bool { return q.Procedure == c.Procedure })
		})),
	}
}
