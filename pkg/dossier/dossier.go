// Package dossier holds the unit that is judged: one dossier (hồ sơ) of an
// administrative procedure, with its documents and its line in the register.
//
// A [Source] gives dossiers one after another in a stable order. [Open] makes
// one from a folder in the three shapes that offices use: one subfolder per
// dossier named by its code, flat files named by code and result number, and
// loose PDFs that are not yet attached to anything. Absence cannot be seen in a
// folder: only a register ([Entry] values) tells that a result was never
// attached.
//
// The package reads names, sizes and, where sizes are equal, digests. It knows
// nothing of PDF, of signatures or of rules.
package dossier

import (
	"context"
	"iter"
	"slices"
	"time"
)

// Dossier is one case of an administrative procedure.
//
// It is made by a [Source] and read by one goroutine at a time.
type Dossier struct {
	ID            string      // the dossier code; for a loose file its path, for an unreadable register line its place
	Code          Code        // the code's parts; zero where ID is no code
	Procedure     string      // the procedure code, as "1.000894"; empty if unknown
	ProcedureName string      // the procedure's name in the register; empty if unknown
	Unit          string      // the unit that handles it; empty if unknown
	Documents     []*Document // by path
	Entry         *Entry      // its line in the register; nil where there is none
	Registered    bool        // whether a register was read at all
}

// Date returns the day that decides which edition of the law applies: the end
// of handling ([Entry.Ended]), or else the receipt (from the register or the code), or else the
// zero time.
func (d *Dossier) Date() time.Time {
	if e := d.Entry; e != nil {
		if ended := e.Ended(); !ended.IsZero() {
			return ended
		}
		if !e.Received.IsZero() {
			return e.Received
		}
	}
	return d.Code.Received
}

// Identified reports whether the dossier is one that can be told from others. A
// register line without a code, or with the code of an earlier line, is not.
func (d *Dossier) Identified() bool {
	return d.Entry == nil || d.Entry.Code != "" && d.ID != d.Entry.Place()
}

// Results returns the documents with the role [Result], in order.
func (d *Dossier) Results() []*Document {
	var results []*Document
	for _, doc := range d.Documents {
		if doc.Role == Result {
			results = append(results, doc)
		}
	}
	return results
}

// Unfound returns the names of results and components that the register names
// for the dossier and that no document of it has. They are personal data.
func (d *Dossier) Unfound() []string {
	if d.Entry == nil {
		return nil
	}
	here := map[string]bool{}
	for _, doc := range d.Documents {
		here[fileKey(doc.Path)] = true
	}
	var missing []string
	for _, a := range slices.Concat(d.Entry.Results, d.Entry.Components) {
		if a.File != "" && !here[fileKey(a.File)] {
			missing = append(missing, a.File)
		}
	}
	return missing
}

// Source gives dossiers in a stable order.
//
// An error concerns one thing that could not be read and does not end the
// sequence. A sequence can be started once more and then gives the same.
type Source interface {
	Dossiers(ctx context.Context) iter.Seq2[*Dossier, error]
}
