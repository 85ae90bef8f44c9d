package procedure

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

var (
	//go:embed procedures.csv
	procedures string
	//go:embed components.csv
	components string
)

// Builtin returns the table of this package.
func Builtin() *Table { return builtin() }

var builtin = sync.OnceValue(func() *Table {
	t, err := Read(strings.NewReader(procedures), strings.NewReader(components))
	if err != nil {
		panic(err) // a test reads it
	}
	return t
})

// Read reads the two tables, CSV with the headers of those in this package. An
// error names the table and the line.
func Read(procedures, components io.Reader) (*Table, error) {
	t := &Table{}
	err := each(procedures, "procedures", []string{
		"code", "name_vi", "name_en", "forms", "signers", "words", "from", "to", "layers", "stages", "conf",
	}, func(cell map[string]string) error {
		p := Procedure{
			Code: cell["code"], Name: Text{cell["name_vi"], cell["name_en"]}, Forms: strings.Fields(cell["forms"]),
			Spouses: cell["signers"] == "spouses", Words: list(cell["words"]), Confidence: Confidence(cell["conf"]),
		}
		if p.Code != "" && p.Code != Code(p.Code) {
			return fmt.Errorf("%q is no code of a procedure", p.Code)
		}
		if p.Name.VI == "" || p.Name.EN == "" {
			return fmt.Errorf("a name is missing")
		}
		if s := cell["signers"]; s != "" && s != "spouses" {
			return fmt.Errorf("signers %q: only spouses are known", s)
		}
		var err error
		if p.In, err = period(cell); err != nil {
			return err
		}
		for _, n := range []struct {
			column string
			most   int
			into   *int
		}{{"layers", 2, &p.Layers}, {"stages", 2, &p.Stages}} {
			if *n.into, err = count(cell[n.column], n.most); err != nil {
				return fmt.Errorf("%s %q: a number from 1 to %d, or nothing where it is not known", n.column, cell[n.column], n.most)
			}
		}
		t.procedures = append(t.procedures, p)
		return confident(p.Confidence)
	})
	if err != nil {
		return nil, err
	}
	columns := []string{"procedure", "key", "name_vi", "name_en", "need", "forms", "words", "from", "to", "source", "conf"}
	err = each(components, "components", columns, func(cell map[string]string) error {
		c := Component{
			Procedure: cell["procedure"], Key: cell["key"], Name: Text{cell["name_vi"], cell["name_en"]}, Required: cell["need"] == "required",
			Forms: strings.Fields(cell["forms"]), Words: list(cell["words"]), Source: cell["source"], Confidence: Confidence(cell["conf"]),
		}
		for _, need := range []string{"procedure", "key", "name_vi", "name_en", "words", "source"} {
			if cell[need] == "" {
				return fmt.Errorf("%s is missing", need)
			}
		}
		if n := cell["need"]; n != "required" && n != "conditional" {
			return fmt.Errorf("need %q: required or conditional", n)
		}
		var err error
		if c.In, err = period(cell); err != nil {
			return err
		}
		t.components = append(t.components, c)
		return confident(c.Confidence)
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// each calls take with the cells of each line by their header.
func each(r io.Reader, table string, columns []string, take func(map[string]string) error) error {
	in := csv.NewReader(r)
	in.Comment, in.FieldsPerRecord = '#', len(columns)
	for first := true; ; first = false {
		cells, err := in.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("procedure: %s: %w", table, err)
		}
		line, _ := in.FieldPos(0)
		cell := map[string]string{}
		for i, c := range columns {
			cell[c] = strings.TrimSpace(cells[i])
			if first && cell[c] != c {
				return fmt.Errorf("procedure: %s, line %d: column %d is %q and not %q", table, line, i+1, cell[c], c)
			}
		}
		if first {
			continue
		}
		if err := take(cell); err != nil {
			return fmt.Errorf("procedure: %s, line %d: %w", table, line, err)
		}
	}
}

func list(cell string) []string {
	var out []string
	for word := range strings.SplitSeq(cell, ";") {
		if word = strings.TrimSpace(word); word != "" {
			out = append(out, word)
		}
	}
	return out
}

// period reads the days between the columns from and to.
func period(cell map[string]string) (p law.Period, err error) {
	if p.From, err = day(cell["from"]); err != nil {
		return p, err
	}
	if p.To, err = day(cell["to"]); err != nil {
		return p, err
	}
	if !p.To.IsZero() && !p.From.Before(p.To) {
		return p, fmt.Errorf("from %s is not before to %s", cell["from"], cell["to"])
	}
	return p, nil
}

// count reads a number from 1 to most; nothing is 0.
func count(cell string, most int) (int, error) {
	if cell == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(cell)
	if err == nil && (n < 1 || n > most) {
		err = strconv.ErrRange
	}
	return n, err
}

func day(cell string) (time.Time, error) {
	if cell == "" {
		return time.Time{}, nil
	}
	return time.ParseInLocation(time.DateOnly, cell, law.Vietnam())
}

func confident(c Confidence) error {
	if c != Listed && c != Memory {
		return fmt.Errorf("conf %q: V2 or M", c)
	}
	return nil
}
