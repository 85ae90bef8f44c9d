package form

import "github.com/tthclint/tthclint/pkg/law"

// Marks says of a form what no scan shows: what it is called, where on its first
// scan the places to sign and to seal are, and beside which print which values
// stand. Package learn makes a form file
// of it.
type Marks struct {
	// Form holds what the marks say of the form. It has no edition, and neither
	// captions nor titles that the marks leave out.
	Form  *Form
	In    law.Period      // when sheets are issued
	Paper Size            // of the upright sheet in mm; zero: that of the scan
	Boxes map[string]Mark // by the key of the field
}

// Mark is where a field lies on the first scan.
type Mark struct {
	Box  Box // mm from the top left of the upright sheet
	Line int // of the marks file
}

// The types of a marks file. Each key means what it means in a form file.
type (
	marksYAML struct {
		ID         string      `yaml:"id"`
		Name       Text        `yaml:"name"`
		Role       Role        `yaml:"role"`
		Procedures Procedures  `yaml:"procedures"`
		InsteadOf  []string    `yaml:"instead_of"`
		Basis      []basisYAML `yaml:"basis"`
		Titles     []string    `yaml:"titles"`
		From       string      `yaml:"from"`
		To         string      `yaml:"to"`
		Paper      []float64   `yaml:"paper"`
		Fields     []markYAML  `yaml:"fields"`
		Values     []valueYAML `yaml:"values"`
	}
	markYAML struct {
		Key          string      `yaml:"key"`
		Label        Text        `yaml:"label"`
		Kind         Kind        `yaml:"kind"`
		Required     bool        `yaml:"required"`
		Basis        []basisYAML `yaml:"basis"`
		Captions     []string    `yaml:"captions"`
		Hints        []string    `yaml:"hints"`
		With         string      `yaml:"with"`
		SamePersonAs string      `yaml:"same_person_as"`
		Box          []float64   `yaml:"box"`
	}
)

// ParseMarks reads a marks file. An error is a [FileError] that holds everything
// that is wrong, as far as it can be told without the scan.
func ParseMarks(src []byte) (*Marks, error) {
	var y marksYAML
	d := decode(src, &y)
	if err := d.err(); err != nil {
		return nil, err
	}
	m := y.marks(d)
	if err := d.err(); err != nil {
		return nil, err
	}
	return m, nil
}

func (y marksYAML) marks(d *draft) *Marks {
	fields := make([]fieldYAML, len(y.Fields))
	for i, f := range y.Fields {
		fields[i] = fieldYAML{Key: f.Key, Label: f.Label.twice(), Kind: f.Kind, Required: f.Required, Basis: f.Basis,
			Captions: f.Captions, Hints: f.Hints, With: f.With, SamePersonAs: f.SamePersonAs}
	}
	for i := range y.Values {
		y.Values[i].Label = y.Values[i].Label.twice()
	}
	f := formYAML{ID: y.ID, Name: y.Name.twice(), Role: y.Role, Procedures: y.Procedures, InsteadOf: y.InsteadOf,
		Basis: y.Basis, Titles: y.Titles, Fields: fields, Values: y.Values, Editions: []editionYAML{{ID: "unknown"}}}.form(d)
	f.Editions = nil
	m := &Marks{Form: f, In: law.Period{From: d.day(".from", y.From), To: d.day(".to", y.To)}, Boxes: map[string]Mark{}}
	if !m.In.From.IsZero() && !m.In.To.IsZero() && !m.In.From.Before(m.In.To) {
		d.wrong(".to", toBeforeFrom)
	}
	if y.Paper != nil {
		m.Paper.W, m.Paper.H = d.size(".paper", y.Paper, 50)
	}
	if len(y.Fields) == 0 {
		d.wrong(".id", noMarks)
	}
	for i, field := range y.Fields {
		path := item(".fields", i)
		switch {
		case field.Box != nil:
			m.Boxes[field.Key] = Mark{d.box(in(path, "box"), field.Box, Size{maxLength, maxLength}), d.lines.of(in(path, "box"))}
		case field.With == "":
			d.wrong(in(path, "key"), noMark, "field", field.Key)
		}
	}
	return m
}

// maxLength is the longest that anything on paper is, in mm.
const maxLength = 5000

// twice returns the text with the Vietnamese words where English ones are missing.
func (t Text) twice() Text {
	if t.EN == "" {
		t.EN = t.VI
	}
	return t
}
