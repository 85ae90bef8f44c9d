package lint

import (
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
)

// RegisterInfo says which register was read and how.
type RegisterInfo struct {
	File       string
	Rows       int
	Lists      []RegisterList
	Notes      []RegisterNote      // what was found odd, or passed over
	Procedures []RegisterProcedure // that are not known, by their first line
}

// RegisterList is one list of the register: its header and what each column was
// taken for.
type RegisterList struct {
	File    string // the register; of several in one report
	Sheet   string // empty where the file has no sheets
	Header  int    // line of the header, from 1; 0 for a list in JSON
	Columns []RegisterColumn
}

// RegisterColumn is one column.
type RegisterColumn struct {
	Number int // from 1
	Header string
	Field  dossier.Field // empty for a column that is not used
}

// RegisterNote is something about the register as a whole that people should
// know.
type RegisterNote struct {
	Kind   string // stable, as "shifted-columns"
	File   string
	Sheet  string
	Row    int // the first, where there are several
	Column int
	Count  int
	Text   msg.Text
}

// RegisterProcedure is a procedure of the register that is not known, so that
// nothing is known of its result or its papers.
type RegisterProcedure struct {
	Code, Name string
	Lines      int
}
