package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
)

// expectation is what the tests of a file's own project say of it.
type expectation struct {
	file                   string
	signatures, timestamps int    // -1 when nothing is said
	integrity              answer // intact, broken or unknown
	changes                string // none, permitted, suspicious or unknown
}

// readExpected reads the rows of basis "test", those with an asserted verdict.
func readExpected(path string) ([]expectation, error) {
	recs, err := readTable(path, "file", "n_signatures", "n_timestamps", "integrity_expected", "later_changes_expected", "basis")
	if err != nil {
		return nil, err
	}
	var out []expectation
	for i, r := range recs {
		if r["basis"] != "test" {
			continue
		}
		e := expectation{file: r["file"], integrity: answer(r["integrity_expected"]), changes: r["later_changes_expected"]}
		for _, n := range []struct {
			to   *int
			text string
		}{{&e.signatures, r["n_signatures"]}, {&e.timestamps, r["n_timestamps"]}} {
			if *n.to = -1; n.text != "" {
				if *n.to, err = strconv.Atoi(n.text); err != nil {
					return nil, fmt.Errorf("%s: row %d: %w", path, i+2, err)
				}
			}
		}
		switch e.integrity {
		case intact, broken, unknown:
		default:
			return nil, fmt.Errorf("%s: row %d: integrity %q", path, i+2, e.integrity)
		}
		out = append(out, e)
	}
	return out, nil
}

// readTable reads a CSV file with a head into rows by column. All the columns
// named must be there.
func readTable(path string, columns ...string) ([]map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	recs, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(recs) == 0 {
		return nil, fmt.Errorf("%s: no head", path)
	}
	at := map[string]int{}
	for i, name := range recs[0] {
		at[name] = i
	}
	for _, c := range columns {
		if _, ok := at[c]; !ok {
			return nil, fmt.Errorf("%s: no column %q", path, c)
		}
	}
	var rows []map[string]string
	for _, r := range recs[1:] {
		row := map[string]string{}
		for name, i := range at {
			row[name] = r[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}
