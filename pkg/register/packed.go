package register

import (
	"encoding/binary"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

// packed keeps entries in about 100 bytes each. What recurs, such as names of
// procedures and units, is kept once; days are numbers; faults, of which there
// are few, stand apart.
type packed struct {
	chunks [][]byte // of whole entries
	at     []uint64 // entry → chunk and offset
	words  []string // what recurs
	index  map[string]uint64
	faults map[int][]dossier.Fault
	sheets []sheetOf
}

// sheetOf is what the entries of one list have in common.
type sheetOf struct {
	name string
	shape
}

// chunkSize is what is taken from memory at a time, in bytes. An array that
// grew by being copied would need twice its size.
const chunkSize = 256 << 10

func (p *packed) len() int { return len(p.at) }

// add packs an entry.
func (p *packed) add(e *dossier.Entry) {
	if n := len(p.sheets); n == 0 || p.sheets[n-1].name != e.Sheet || !sameFields(p.sheets[n-1].fields, e.Fields) {
		p.sheets = append(p.sheets, sheetOf{e.Sheet, shape{e.Fields, e.Columns}})
	}
	w := writer{p: p}
	w.number(uint64(len(p.sheets) - 1))
	w.number(uint64(e.Row))
	for _, s := range []string{e.Procedure, e.ProcedureName, e.Sector, e.Department, e.Unit, e.Status} {
		w.word(s)
	}
	for _, s := range []string{e.Code, e.Owner, e.OwnerID} {
		w.text(s)
	}
	w.number(uint64(e.Sets))
	w.number(uint64(e.Digitized)<<2 | uint64(e.Online))
	for _, at := range times(e) {
		w.time(*at)
	}
	w.attachments(e.Results)
	w.attachments(e.Components)
	if len(e.Faults) > 0 {
		if p.faults == nil {
			p.faults = map[int][]dossier.Fault{}
		}
		p.faults[len(p.at)] = e.Faults
	}
	last := len(p.chunks) - 1
	if last < 0 || len(p.chunks[last])+len(w.b) > cap(p.chunks[last]) {
		p.chunks = append(p.chunks, make([]byte, 0, max(chunkSize, len(w.b))))
		last++
	}
	p.at = append(p.at, uint64(last)<<32|uint64(len(p.chunks[last])))
	p.chunks[last] = append(p.chunks[last], w.b...)
}

// get unpacks an entry.
func (p *packed) get(i int, file string) *dossier.Entry {
	r := unpacker{p: p, b: p.chunks[p.at[i]>>32][uint32(p.at[i]):]}
	of := p.sheets[r.number()]
	e := &dossier.Entry{File: file, Sheet: of.name, Fields: of.fields, Columns: of.columns, Row: int(r.number())}
	for _, s := range []*string{&e.Procedure, &e.ProcedureName, &e.Sector, &e.Department, &e.Unit, &e.Status} {
		*s = r.word()
	}
	for _, s := range []*string{&e.Code, &e.Owner, &e.OwnerID} {
		*s = r.text()
	}
	e.Sets = int(r.number())
	answers := r.number()
	e.Digitized, e.Online = dossier.Answer(answers>>2), dossier.Answer(answers&3)
	for _, at := range times(e) {
		*at = r.time()
	}
	e.Results, e.Components = r.attachments(), r.attachments()
	e.Faults = append([]dossier.Fault(nil), p.faults[i]...)
	return e
}

// times are the days of an entry, in the order in which they are packed.
func times(e *dossier.Entry) [9]*time.Time {
	return [...]*time.Time{
		&e.Submitted, &e.Received, &e.Due, &e.Transferred, &e.ResultReceived, &e.Finished, &e.Returned, &e.SecondReceived, &e.SecondDue,
	}
}

func sameFields(a, b []dossier.Field) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

type writer struct {
	p *packed
	b []byte
}

func (w *writer) number(n uint64) { w.b = binary.AppendUvarint(w.b, n) }

func (w *writer) text(s string) {
	w.number(uint64(len(s)))
	w.b = append(w.b, s...)
}

// word writes a text that recurs.
func (w *writer) word(s string) {
	i, known := w.p.index[s]
	if !known {
		if w.p.index == nil {
			w.p.index = map[string]uint64{}
		}
		i = uint64(len(w.p.words))
		w.p.words, w.p.index[s] = append(w.p.words, s), i
	}
	w.number(i)
}

// time writes a time to the second; 0 stands for none.
func (w *writer) time(t time.Time) {
	if t.IsZero() {
		w.number(0)
		return
	}
	w.number(uint64(t.Unix()-epoch) + 1)
}

// epoch is the first second that a register can speak of.
var epoch = law.Date(firstYear, time.January, 1).Unix()

func (w *writer) attachments(all []dossier.Attachment) {
	w.number(uint64(len(all)))
	for _, a := range all {
		w.text(a.File)
		w.text(a.Code)
		w.text(a.Number)
		w.word(a.Issuer)
		w.time(a.Issued)
		flags := uint64(a.Digitized)<<2 | uint64(a.Reused)
		for i, given := range []bool{a.Named, a.Summarised} {
			if given {
				flags |= 1 << (4 + i)
			}
		}
		w.number(flags)
	}
}

type unpacker struct {
	p *packed
	b []byte
}

func (r *unpacker) number() uint64 {
	n, size := binary.Uvarint(r.b)
	r.b = r.b[size:]
	return n
}

func (r *unpacker) text() string {
	n := r.number()
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

func (r *unpacker) word() string { return r.p.words[r.number()] }

func (r *unpacker) time() time.Time {
	n := r.number()
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(epoch+int64(n)-1, 0).In(law.Vietnam())
}

func (r *unpacker) attachments() []dossier.Attachment {
	n := r.number()
	if n == 0 {
		return nil
	}
	all := make([]dossier.Attachment, n)
	for i := range all {
		a := &all[i]
		a.File, a.Code, a.Number, a.Issuer, a.Issued = r.text(), r.text(), r.text(), r.word(), r.time()
		flags := r.number()
		a.Digitized, a.Reused = dossier.Answer(flags>>2&3), dossier.Answer(flags&3)
		a.Named, a.Summarised = flags&16 != 0, flags&32 != 0
	}
	return all
}
