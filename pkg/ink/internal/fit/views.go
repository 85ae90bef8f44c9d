package main

import (
	"bufio"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// writeViews writes the samples of the networks to a folder: views.bin, the
// planes of one after the other, and views.csv, what train.py must know of them.
func writeViews(dir string, ss []sample) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	bin, err := os.Create(filepath.Join(dir, "views.bin"))
	if err != nil {
		return err
	}
	defer bin.Close()
	table, err := os.Create(filepath.Join(dir, "views.csv"))
	if err != nil {
		return err
	}
	defer table.Close()
	b, rows := bufio.NewWriterSize(bin, 1<<20), csv.NewWriter(table)
	rows.Write([]string{"class", "seal", "sealed", "weight", "held", "drawn", "case", "mode", "name"})
	for _, s := range ss {
		if s.View.All == nil {
			continue
		}
		for _, plane := range [][]uint8{s.View.All, s.View.Red, s.View.Clean, s.View.Place, s.View.Blue} {
			b.Write(plane)
		}
		class := map[string]string{"present": "1", "fingerprint": "2"}[s.Truth]
		if class == "" {
			class = "0"
		}
		seal := map[string]string{"present": "1", "absent": "0"}[s.Seal]
		if seal == "" {
			seal = "-1"
		}
		rows.Write([]string{class, seal, flag01(s.Sealed), strconv.FormatFloat(s.Weight, 'g', -1, 64), flag01(s.forTrees()), flag01(s.Drawn), s.Case, s.mode(), s.name()})
	}
	rows.Flush()
	if err := rows.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// name says whether a person's box shows a name written by hand and is not signed
// otherwise; where this does not matter it is -1.
func (s *sample) name() string {
	if s.Sealed || s.Truth != "absent" {
		return "-1"
	}
	return flag01(s.onlyNamed())
}

// onlyNamed reports whether somebody wrote a name and did not sign otherwise: who does may
// mean to sign by it.
func (s *sample) onlyNamed() bool {
	_, shown, ok := strings.Cut(s.Case, "+")
	if !ok {
		shown = s.Case
	}
	return s.Truth == "absent" && (shown == "hand_name" || strings.HasPrefix(shown, "lettered") || strings.HasPrefix(s.Case, "written+"))
}

func flag01(b bool) string {
	if b {
		return "1"
	}
	return "0"
}
