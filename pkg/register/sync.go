package register

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// The JSON that one-stop systems send to the national portal (DongBoHoSoMC): an
// object whose list "data" holds the dossiers, or that list alone, or one dossier
// after another. Keys are headers like others; the lists of papers and of
// results have their own.
//
// No public specification was found; the keys are those that two public code
// bases write.

// mapJSON finds out what the keys of the first dossiers stand for.
func (f *File) mapJSON(ctx context.Context) error {
	m := Mapping{}
	sampled := 0
	for it, err := range f.items(ctx) {
		if err != nil {
			if sampled == 0 || !errors.As(err, new(*Error)) {
				return err
			}
			break // who reads to the end is told
		}
		if sampled++; sampled > sampleLines {
			break
		}
		m.Sampled++
		for _, key := range it.keys {
			col := m.headed(key)
			if col == nil {
				m.Columns = append(m.Columns, Column{Number: len(m.Columns) + 1, Header: shorten(key), Field: f.o.Aliases.field(key), Sample: map[Kind]int{}})
				col = &m.Columns[len(m.Columns)-1]
			}
			col.Sample[f.o.Aliases.kindOf(cell{text: it.values[key]}, f.o.Formats)]++
		}
	}
	if m.column(dossier.FieldCode) == nil {
		return &Error{Because: jsonText.With("file", f.Name, "row", 1), Err: ErrNoList}
	}
	f.Mappings = []Mapping{m}
	return nil
}

// headed returns the column of a key, or nil.
func (m *Mapping) headed(key string) *Column {
	for i := range m.Columns {
		if m.Columns[i].Header == shorten(key) {
			return &m.Columns[i]
		}
	}
	return nil
}

// items gives the entries of a list in JSON.
func (p *pass) items(ctx context.Context, yield func(*dossier.Entry, error) bool) {
	m := &p.Mappings[0]
	fields, _ := m.fields()
	fields, code := append(fields, dossier.FieldFile), m.column(dossier.FieldCode)
	for it, err := range p.File.items(ctx) {
		if err != nil {
			yield(nil, err)
			return
		}
		e := &dossier.Entry{File: p.Name, Row: it.row, Fields: fields}
		for _, key := range it.keys {
			if f := p.o.Aliases.field(key); f.Kept() {
				p.set(e, Column{Header: shorten(key), Field: f}, cell{text: it.values[key]})
			}
		}
		p.papers(e, it)
		p.finish(e, 0, code.Header, m.column(dossier.FieldDue))
		if !p.give(e, &Column{Header: code.Header}, yield) {
			return
		}
	}
}

// papers reads the lists of results and of components of a dossier.
func (p *pass) papers(e *dossier.Entry, it item) {
	for _, r := range it.lists["danhsachgiaytoketqua"] {
		a := dossier.Attachment{Code: textOf(r, "MaGiayToKetQua"), Number: textOf(r, "SoKyHieu"), Named: textOf(r, "TenGiayTo") != ""}
		for _, name := range fileNames(textOf(r, "DuongDanTepTinKetQua")) {
			a.File = name
		}
		if day, err := ParseDate(textOf(r, "NgayCap")); err == nil {
			a.Issued = day
		}
		e.Results = append(e.Results, a)
	}
	for _, r := range it.lists["tailieunop"] {
		if answer(textOf(r, "IsDeleted")) == dossier.Yes {
			continue
		}
		a := dossier.Attachment{
			Code: textOf(r, "MaThanhPhanHoSo"), Digitized: answer(textOf(r, "DuocSoHoa")), Reused: answer(textOf(r, "DuocTaiSuDung")),
		}
		if answer(textOf(r, "DuocLayTuKhoDMQG")) == dossier.Yes {
			a.Reused = dossier.Yes
		}
		for _, key := range []string{"DuongDanTaiTepTin", "TenTepDinhKem"} { // the name goes before the address
			for _, name := range fileNames(textOf(r, key)) {
				a.File = name
			}
		}
		e.Components = append(e.Components, a)
	}
	for _, r := range it.lists["dinhdanhchs"] {
		if e.OwnerID == "" {
			e.OwnerID = textOf(r, "SoDinhDanh")
		}
	}
}

// textOf returns a value of an object in JSON, whose keys systems write in more
// than one case.
func textOf(object map[string]any, key string) string {
	folded := dossier.Fold(key)
	name := ""
	for k := range object {
		if dossier.Fold(k) == folded && (name == "" || k < name) { // of several always the same
			name = k
		}
	}
	if name == "" {
		return ""
	}
	s, _ := clean(scalar(object[name]))
	return s
}

// scalar returns a value of JSON that is neither list nor object as a text.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// maxPapers bounds the papers of one dossier.
const maxPapers = 1000
