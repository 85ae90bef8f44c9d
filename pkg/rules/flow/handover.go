package flow

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/register/slip"
)

// hasSlip is the Applies of rules on handovers.
func hasSlip(_ context.Context, d *evidence.Dossier) (bool, error) {
	return slices.ContainsFunc(d.Documents, func(doc *evidence.Document) bool { return doc.Role == dossier.ControlSlip }), nil
}

// eachSlip judges every control slip that is kept as a table. Where the rows of a
// scanned one are read, that is by the rules on fields, which judge ink: a time
// written by hand is not read well enough to be held against another.
func eachSlip(judge func(*evidence.Dossier, *evidence.Document, *slip.Slip, *lint.Pass) error) func(context.Context, *evidence.Dossier, *lint.Pass) error {
	return func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
		for _, doc := range d.Documents {
			if doc.Role != dossier.ControlSlip {
				continue
			}
			p.Subject(doc.Path, func() error {
				s, err := doc.Slip()
				if err != nil {
					return err
				}
				return judge(d, doc, s, p)
			})
		}
		return nil
	}
}

// row returns the place of a cell of a slip and what tells the row from others.
func row(doc *evidence.Document, h *dossier.Handover, column int) (lint.Place, string) {
	return lint.Place{File: doc.Path, Sheet: h.Sheet, Row: h.Row, Column: column}, fmt.Sprintf("row%d", h.N)
}

// oneStop are the words by which the one-stop desk is called, folded.
var oneStop = []string{
	"mot cua", "tiep nhan va tra ket qua", "tiep nhan tra ket qua", "tn tkq", "tn va tkq", "tntkq", "bptn", "hanh chinh cong", "tthcc", "tt hcc", "pvhcc", "ttpvhcc",
}

// isDesk reports whether a place is the one-stop desk.
func isDesk(place string) bool {
	folded := " " + dossier.Fold(place) + " "
	return slices.ContainsFunc(oneStop, func(w string) bool { return strings.Contains(folded, " "+w+" ") })
}

// short are the words that people shorten the names of offices to.
var short = map[string]string{
	"p": "phong", "bp": "bo phan", "tt": "trung tam", "vp": "van phong", "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan",
	"tnmt": "tai nguyen moi truong", "ldtbxh": "lao dong thuong binh xa hoi", "vhxh": "van hoa xa hoi", "tckh": "tai chinh ke hoach", "ct": "chu tich", "pct": "pho chu tich",
}

// placeWords returns the words of a name of an office, spelled out.
func placeWords(place string) []string {
	var words []string
	for _, w := range strings.Fields(dossier.Fold(place)) {
		if w == "va" || w == "so" {
			continue
		}
		if long, ok := short[w]; ok {
			words = append(words, strings.Fields(long)...)
			continue
		}
		words = append(words, w)
	}
	return words
}

// samePlace reports whether two names may be of one office: they agree, one is
// part of the other, or one is shortened to the first letters of the other.
func samePlace(a, b string) bool {
	if isDesk(a) && isDesk(b) {
		return true
	}
	x, y := placeWords(a), placeWords(b)
	return within(x, y) || within(y, x) || initials(x, y) || initials(y, x)
}

// within reports whether all words of a stand in b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// initials reports whether a word of a has the first letters of words of b that
// follow one another, three at least.
func initials(a, b []string) bool {
	var letters strings.Builder
	for _, w := range b {
		letters.WriteByte(w[0])
	}
	return slices.ContainsFunc(a, func(w string) bool { return len(w) >= 3 && strings.Contains(letters.String(), w) })
}
