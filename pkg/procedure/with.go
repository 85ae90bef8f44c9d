package procedure

import "slices"

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
