package score

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
)

// ValuesName is the name of the table of values in a folder of pages.
const ValuesName = "values.csv"

// ValueLabel says what stands in the room of a value.
type ValueLabel struct {
	Line int // in the table, from 1
	Key  string
	// Filled and How are what the page shows; How is empty where it is blank.
	Filled bool
	How    form.How
	Text   string
}

// ReadValues reads a table of values, comma-separated with a row of column names:
// file, key, state (filled or blank), how (print or hand) and text. Other columns
// are passed over. It returns the values by file.
//
// An error is a [LabelsError] with every bad row, up to 50, or that of r.
func ReadValues(r io.Reader, name string) (map[string][]ValueLabel, error) {
	c := csv.NewReader(r)
	c.FieldsPerRecord = -1
	bad := &LabelsError{File: name}
	values := map[string][]ValueLabel{}
	var head []string
	for n := 0; n < maxRows && len(bad.Problems) < maxProblems; n++ {
		row, err := c.Read()
		if err == io.EOF {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			bad.Problems = append(bad.Problems, Problem{broken.Line, badCSV.With("error", broken.Err.Error())})
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := c.FieldPos(0)
		if head == nil {
			head = row
			continue
		}
		file, v, what := valueOf(head, row)
		if !what.IsZero() {
			bad.Problems = append(bad.Problems, Problem{line, what})
			continue
		}
		v.Line = line
		values[file] = append(values[file], v)
	}
	if len(bad.Problems) > 0 {
		return nil, bad
	}
	return values, nil
}

// valueOf reads a row; what says why it cannot.
func valueOf(head, row []string) (file string, v ValueLabel, what msg.Text) {
	if len(row) != len(head) {
		return "", v, badCount.With("n", len(row), "want", len(head))
	}
	cell := func(column string) string {
		if i := slices.Index(head, column); i >= 0 {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	v = ValueLabel{Key: cell("key"), How: form.How(cell("how")), Text: cell("text")}
	switch state := form.ValueState(cell("state")); state {
	case form.Filled, form.Blank:
		v.Filled = state == form.Filled
	default:
		return "", v, badValue.With("column", "state", "value", string(state), "want", "filled, blank")
	}
	switch v.How {
	case "", form.ByPrint, form.ByHand:
	default:
		return "", v, badValue.With("column", "how", "value", string(v.How), "want", "print, hand")
	}
	if file = cell("file"); file == "" {
		what = noFile.With()
	}
	return file, v, what
}
