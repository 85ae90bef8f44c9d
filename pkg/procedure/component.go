package procedure

import (
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

// Component is a paper that a procedure asks for (thành phần hồ sơ).
type Component struct {
	Procedure  string // its code
	Key        string // as "application"; one per procedure and day
	Name       Text
	Required   bool       // else it depends on the case
	Forms      []string   // ids of the forms of pkg/form that it may be
	Words      []string   // folded; any of them in a file's name tells it
	In         law.Period // days of receipt for which it is asked
	Source     string     // where the law asks for it, as the gazette writes it
	Confidence Confidence
}

// Components returns the papers that a procedure asks for on a day, in the order
// of the table; the zero time means those without an end. It is empty for a
// procedure whose papers are not known.
func (t *Table) Components(code string, day time.Time) []Component {
	var asked []Component
	for _, c := range t.components {
		if c.Procedure == code && (c.In.Contains(day) || day.IsZero() && c.In.To.IsZero()) {
			asked = append(asked, c)
		}
	}
	return asked
}

// Named reports whether the name of a file says that it is this paper.
func (c *Component) Named(file string) bool {
	name := " " + dossier.Fold(file) + " "
	return slices.ContainsFunc(c.Words, func(w string) bool { return strings.Contains(name, " "+w+" ") })
}
