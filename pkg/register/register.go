// Package register reads the list of dossiers that an office exports from its
// one-stop system (danh sách hồ sơ, sổ theo dõi hồ sơ): CSV in the encodings
// that offices have, Excel workbooks, and the JSON that systems send to the
// national portal (DongBoHoSoMC).
//
// A register is what makes absence visible: a result that was never attached
// is in no folder. [Open] finds the header and what each column holds, by its
// name and by its content ([Mapping]); [File.Entries] streams the lines. Every
// line with content becomes a [dossier.Entry]; a cell that cannot be read
// becomes a fault of its entry and the rest of the line stands. [Read] keeps all
// lines, packed, for the join with a folder.
package register

import (
	"context"
	"io"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// Options tell [Open] and [Read] what they cannot find in the file. The zero
// value works.
type Options struct {
	Aliases *Aliases             // names of columns; nil means those built in
	Formats []dossier.CodeFormat // shapes of dossier codes; nil means [dossier.CodeFormats]

	// Pinned mappings are used as they are, each for the sheet that it names. A
	// sheet for which there is none is not read, if there is any.
	Pinned []Mapping

	// Known reports whether a procedure is one that is known, by the code and the
	// name in the register. Those that are not come out as notes. Nil: all are.
	Known func(code, name string) bool

	Limits Limits
}

// Limits bound what a register may cost. Zero fields mean those of
// [DefaultLimits].
type Limits struct {
	Inflated int64 // bytes that may be read of a workbook in one pass: what it inflates to, and what cells share
	Ratio    int64 // bytes inflated for each byte of a workbook, beyond the first 16 MiB
	Strings  int64 // bytes of the strings that cells of a workbook share
	Rows     int   // lines with content
	Item     int64 // bytes of one dossier in JSON
}

// DefaultLimits are far above what a register of a province needs.
func DefaultLimits() Limits {
	return Limits{Inflated: 2 << 30, Ratio: 150, Strings: 256 << 20, Rows: 5_000_000, Item: 4 << 20}
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	for _, f := range []struct{ at, def *int64 }{{&l.Inflated, &d.Inflated}, {&l.Ratio, &d.Ratio}, {&l.Strings, &d.Strings}, {&l.Item, &d.Item}} {
		if *f.at == 0 {
			*f.at = *f.def
		}
	}
	if l.Rows == 0 {
		l.Rows = d.Rows
	}
	return l
}

// Register is a register as read: its lines, packed into about 100 bytes each.
// It may be read by many goroutines.
type Register struct {
	File     string // its name, for places
	Mappings []Mapping
	Notes    []Note // on the lines; those on the columns are with the mappings
	packed   packed
}

// Len returns the number of lines.
func (r *Register) Len() int { return r.packed.len() }

// At makes the entry of a line, from 0 in the order of the file.
func (r *Register) At(i int) *dossier.Entry { return r.packed.get(i, r.File) }

// Read reads a register whole. name is what places will call it. The error is an
// [Error] if the file is no register, that of the context or that of the reader.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string, o Options) (*Register, error) {
	f, err := Open(ctx, r, size, name, o)
	if err != nil {
		return nil, err
	}
	return f.Read(ctx)
}

// Read reads the lines of an opened register; see the function [Read].
func (f *File) Read(ctx context.Context) (*Register, error) {
	reg := &Register{File: f.Name, Mappings: f.Mappings}
	for e, err := range f.Entries(ctx) {
		if err != nil {
			return nil, err
		}
		reg.packed.add(e)
	}
	reg.Notes, reg.packed.index = f.Notes(), nil
	return reg, nil
}
