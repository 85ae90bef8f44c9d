package register

import (
	"context"
	"crypto/sha256"
	"iter"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register/internal/sheet"
)

// Entries streams the lines in the order of the file, each an entry of the
// caller's own. Memory does not grow with their number beyond what tells codes
// that stand twice. A sequence ends with its first error, which is an [Error],
// that of the context or that of the reader; it can be started anew.
func (f *File) Entries(ctx context.Context) iter.Seq2[*dossier.Entry, error] {
	return func(yield func(*dossier.Entry, error) bool) {
		f.notes = &notes{opened: f.notes.opened}
		p := pass{File: f, seen: map[[16]byte]struct{}{}}
		if f.book != nil {
			f.book.Restart()
		}
		if f.Format == JSON {
			p.items(ctx, yield)
			return
		}
		for i, t := range f.tables {
			if !p.table(ctx, &f.Mappings[i], t, yield) {
				return
			}
		}
	}
}

// pass is one pass over the lines.
type pass struct {
	*File
	seen  map[[16]byte]struct{} // digests of codes
	lines int
	lists int // that followed another below it
}

// maxLists bounds the lists below each other, for each of which the table is read
// again up to its header.
const maxLists = 20

// give completes an entry and yields it. It reports whether to go on.
func (p *pass) give(e *dossier.Entry, code *Column, yield func(*dossier.Entry, error) bool) bool {
	if p.lines++; p.lines > p.o.Limits.Rows {
		yield(nil, &Error{Because: tooManyText.With("file", p.Name, "limit", p.o.Limits.Rows)})
		return false
	}
	if key := dossier.Key(e.Code); key != "" {
		sum := sha256.Sum256([]byte(key))
		digest := [16]byte(sum[:16])
		if _, twice := p.seen[digest]; twice {
			e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultDuplicate, Column: code.Number, Header: code.Header, Value: shorten(e.Code)})
		}
		p.seen[digest] = struct{}{}
	}
	if known := p.o.Known; known != nil && e.Procedure+e.ProcedureName != "" && !known(e.Procedure, e.ProcedureName) {
		p.notes.unknown(e)
	}
	return yield(e, nil)
}

// table gives the entries of one table and reports whether to go on.
func (p *pass) table(ctx context.Context, m *Mapping, t table, yield func(*dossier.Entry, error) bool) bool {
	merges, err := t.merged(ctx)
	if err != nil {
		yield(nil, bookError(p.Name, err))
		return false
	}
	shape, code := shapeOf(m), m.column(dossier.FieldCode)
	first := true // line below the header
	for l, err := range t.lines(ctx) {
		if err != nil {
			yield(nil, bookError(p.Name, err))
			return false
		}
		if l.row < m.Header+m.Lines || len(l.cells) == 0 {
			continue
		}
		covered := merges.spread(&l, code.Number-1)
		if merges != nil && merges.spent > p.o.Limits.Inflated {
			yield(nil, bookError(p.Name, sheet.ErrBomb))
			return false
		}
		if blankCells(l.cells) {
			continue
		}
		if l.hidden {
			p.notes.line(NoteHidden, m.Sheet, l.row)
		}
		if first && numbering(l) {
			first = false
			continue
		}
		first = false
		switch kind := p.aside(m, code, l, covered); {
		case kind == "":
		case kind == NoteRepeated && !p.sameHeader(m, l):
			return p.other(ctx, m, t, l, yield)
		default:
			p.notes.line(kind, m.Sheet, l.row)
			continue
		}
		if !p.give(p.entry(m, shape, l), code, yield) {
			return false
		}
	}
	return true
}

// aside tells a line that is no dossier of its own, or "".
func (p *pass) aside(m *Mapping, code *Column, l line, covered bool) NoteKind {
	switch {
	case covered:
		return NoteContinued
	case l.unclosed > 0:
		return ""
	}
	own := ""
	if code.Number <= len(l.cells) {
		own = strings.TrimSpace(beginning(l.cells[code.Number-1].text))
	}
	if own != "" && p.o.Aliases.field(own) == dossier.FieldCode || p.headed(own, l) {
		return NoteRepeated
	}
	at := slices.IndexFunc(l.cells, func(c cell) bool { return !c.blank() })
	text := beginning(l.cells[at].text)
	switch {
	case own != "" && at != code.Number-1:
		return ""
	case p.o.Aliases.footer(text):
		return NoteRemark
	case at < code.Number && filled(l.cells) == 1 && m.width > 2 && l.cells[at].kind == cellText && len(strings.Fields(text)) > 1:
		if _, _, isCode := dossier.FindCode(text, p.o.Formats); !isCode {
			return NoteRemark // a heading between the lines
		}
	}
	return ""
}

// headed reports whether a line is a header whose columns stand elsewhere, so
// that its cell in the column of codes is the name of another.
func (p *pass) headed(own string, l line) bool {
	if _, _, isCode := dossier.FindCode(own, p.o.Formats); isCode {
		return false
	}
	for _, c := range l.cells { // which is quick to tell of most lines
		if c.kind != cellText || c.text != "" && c.text[0] >= '0' && c.text[0] <= '9' {
			return false
		}
	}
	return p.o.Aliases.header(textsOf(l.cells)) != nil
}

// sameHeader reports whether a line that looks like a header says the same as
// that above.
func (p *pass) sameHeader(m *Mapping, l line) bool {
	names := textsOf(l.cells)
	for _, c := range m.Columns {
		over := c.Number
		if c.Over > 0 {
			over = c.Over
		}
		name, lower, joined := strings.Cut(c.Header, " / ")
		again := textAt(names, over-1)
		if joined && (m.Lines > 1) && again == lower {
			continue
		}
		if dossier.Fold(shorten(again)) != dossier.Fold(name) && p.o.Aliases.field(again) != c.Field {
			return false
		}
	}
	return true
}

// other goes on with a second list that stands below the first with a header of
// its own.
func (p *pass) other(ctx context.Context, m *Mapping, t table, header line, yield func(*dossier.Entry, error) bool) bool {
	if earlier, is := t.(tail); is {
		t = earlier.table
	}
	below := tail{t, header.row}
	p.lists++
	head, err := headLinesOf(ctx, below)
	if err != nil {
		yield(nil, bookError(p.Name, err))
		return false
	}
	found := p.o.Aliases.header(headerOf(head, 0, 1))
	if found == nil || p.lists > maxLists {
		yield(nil, &Error{Because: secondHeaderText.With("file", p.Name, "row", header.row)})
		return false
	}
	next := &Mapping{Sheet: m.Sheet, Header: header.row, Lines: 1, Columns: found.columns, width: len(found.columns)}
	p.sample(next, head)
	if err := p.checkTypes(next, p.Name); err != nil {
		yield(nil, err)
		return false
	}
	p.notes.line(NoteAnother, m.Sheet, header.row)
	return p.table(ctx, next, below, yield)
}

// tail is a table from a line on.
type tail struct {
	table
	from int
}

func (t tail) lines(ctx context.Context) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		for l, err := range t.table.lines(ctx) {
			if err == nil && l.row < t.from {
				continue
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
	}
}
