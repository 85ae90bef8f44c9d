package form

import "github.com/tthclint/tthclint/pkg/law"

// The types of a form file; see [Form] for the meaning. Each field has the key
// that the file has for it. docs/schema/form-v1.schema.json says the same.
type (
	formYAML struct {
		ID         string        `yaml:"id"`
		Name       Text          `yaml:"name"`
		Role       Role          `yaml:"role"`
		Procedures Procedures    `yaml:"procedures"`
		InsteadOf  []string      `yaml:"instead_of"`
		Basis      []basisYAML   `yaml:"basis"`
		Back       Back          `yaml:"back"`
		Titles     []string      `yaml:"titles"`
		Labels     []string      `yaml:"labels"`
		Fields     []fieldYAML   `yaml:"fields"`
		Values     []valueYAML   `yaml:"values"`
		Editions   []editionYAML `yaml:"editions"`
	}
	basisYAML struct {
		Instrument string `yaml:"instrument"`
		Clause     string `yaml:"clause"`
	}
	fieldYAML struct {
		Key          string      `yaml:"key"`
		Label        Text        `yaml:"label"`
		Kind         Kind        `yaml:"kind"`
		Required     bool        `yaml:"required"`
		Basis        []basisYAML `yaml:"basis"`
		Captions     []string    `yaml:"captions"`
		Hints        []string    `yaml:"hints"`
		Area         areaYAML    `yaml:"area"`
		With         string      `yaml:"with"`
		SamePersonAs string      `yaml:"same_person_as"`
		Repeated     bool        `yaml:"repeated"`
	}
	areaYAML struct {
		Size []float64 `yaml:"size"`
		Side Side      `yaml:"side"`
	}
	editionYAML struct {
		ID         string        `yaml:"id"`
		From       string        `yaml:"from"` // first day, YYYY-MM-DD
		To         string        `yaml:"to"`   // first day after, YYYY-MM-DD
		Basis      []basisYAML   `yaml:"basis"`
		MeasuredOn Text          `yaml:"measured_on"`
		Paper      []float64     `yaml:"paper"`
		Captions   []captionYAML `yaml:"captions"`
		Places     []placeYAML   `yaml:"places"`
		Labels     []printYAML   `yaml:"labels"`
	}
	printYAML struct {
		Text string    `yaml:"text"`
		Box  []float64 `yaml:"box"`
	}
	captionYAML struct {
		ID    string    `yaml:"id"`
		Text  string    `yaml:"text"`
		Box   []float64 `yaml:"box"`
		Title bool      `yaml:"title"`
		Open  bool      `yaml:"open"`
	}
	placeYAML struct {
		Field    string    `yaml:"field"`
		Box      []float64 `yaml:"box"`
		Captions []string  `yaml:"captions"`
	}
)

// Parse reads one form file. An error is a [FileError] that holds everything
// that is wrong, as far as it can be told.
func Parse(src []byte) (*Form, error) {
	var y formYAML
	d := decode(src, &y)
	if err := d.err(); err != nil {
		return nil, err
	}
	f := y.form(d)
	if err := d.err(); err != nil {
		return nil, err
	}
	return f, nil
}

func (y formYAML) form(d *draft) *Form {
	f := &Form{ID: y.ID, Name: y.Name, Role: y.Role, Procedures: y.Procedures, InsteadOf: y.InsteadOf,
		Basis: d.basis(".basis", y.Basis), Back: y.Back, Titles: y.Titles, Labels: y.Labels, lines: d.lines}
	d.name(".id", "id", y.ID)
	d.both(".name", "name", y.Name)
	if f.Role == "" {
		f.Role = Result
	}
	choice(d, ".role", f.Role, Result, Application, Slip)
	if f.Back != NoBack {
		choice(d, ".back", f.Back, BackNotes, BackContent)
	}
	for i, code := range f.Procedures.Codes {
		if !isCode(code) {
			d.wrong(item(".procedures.codes", i), badCode, "code", code)
		}
	}
	for i, id := range f.InsteadOf {
		d.name(item(".instead_of", i), "instead_of", id)
	}
	d.wordings(".titles", f.Titles)
	d.wordings(".labels", f.Labels)
	for i, field := range y.Fields {
		path := item(".fields", i)
		if f.Field(field.Key) != nil {
			d.wrong(in(path, "key"), twice, "name", field.Key)
		}
		f.Fields = append(f.Fields, field.field(d, path))
	}
	f.links(d)
	f.addValues(d, y.Values)
	if len(y.Editions) == 0 {
		d.wrong("", noKey, "key", "editions")
	}
	for i, e := range y.Editions {
		path := item(".editions", i)
		if f.Edition(e.ID) != nil {
			d.wrong(in(path, "id"), twice, "name", e.ID)
		}
		f.Editions = append(f.Editions, e.edition(d, path, f))
	}
	return f
}

func (y fieldYAML) field(d *draft, path string) Field {
	f := Field{Key: y.Key, Label: y.Label, Kind: y.Kind, Required: y.Required, Basis: d.basis(in(path, "basis"), y.Basis),
		Captions: y.Captions, Hints: y.Hints, Area: Area{Side: y.Area.Side},
		With: y.With, SamePersonAs: y.SamePersonAs, Repeated: y.Repeated}
	d.name(in(path, "key"), "key", y.Key)
	d.both(in(path, "label"), "label", y.Label)
	choice(d, in(path, "kind"), f.Kind, Signature, Seal)
	d.wordings(in(path, "captions"), f.Captions)
	d.wordings(in(path, "hints"), f.Hints)
	if f.Area.Side == "" {
		f.Area.Side = Below
	}
	choice(d, in(path, "area.side"), f.Area.Side, Below, Above, Either)
	if y.Area.Size != nil {
		f.Area.W, f.Area.H = d.size(in(path, "area.size"), y.Area.Size, 1)
	}
	return f
}

// links checks that the fields which fields name exist.
func (f *Form) links(d *draft) {
	for i, field := range f.Fields {
		path := item(".fields", i)
		if other := f.Field(field.With); field.With != "" && (other == nil || field.With == field.Key || other.With != "") {
			d.wrong(in(path, "with"), noOther, "name", field.With)
		}
		if other := f.Field(field.SamePersonAs); field.SamePersonAs != "" && (other == nil || field.SamePersonAs == field.Key) {
			d.wrong(in(path, "same_person_as"), noOther, "name", field.SamePersonAs)
		}
	}
}

func (y editionYAML) edition(d *draft, path string, f *Form) *Edition {
	e := &Edition{ID: y.ID, In: law.Period{From: d.day(in(path, "from"), y.From), To: d.day(in(path, "to"), y.To)},
		Basis: d.basis(in(path, "basis"), y.Basis), MeasuredOn: y.MeasuredOn}
	d.name(in(path, "id"), "id", y.ID)
	if !e.In.From.IsZero() && !e.In.To.IsZero() && !e.In.From.Before(e.In.To) {
		d.wrong(in(path, "to"), toBeforeFrom)
	}
	if y.MeasuredOn != (Text{}) {
		d.both(in(path, "measured_on"), "measured_on", y.MeasuredOn)
	}
	if y.Paper == nil && y.Captions == nil && y.Places == nil && y.Labels == nil {
		return e
	}
	if e.Paper.W, e.Paper.H = d.size(in(path, "paper"), y.Paper, 50); e.Paper.W == 0 {
		return e
	}
	titles := 0
	for i, c := range y.Captions {
		got := c.caption(d, item(in(path, "captions"), i), e)
		if got.Title {
			titles++
		}
		e.Captions = append(e.Captions, got)
	}
	if titles != 1 {
		d.wrong(in(path, "captions"), oneTitle, "n", titles)
	}
	for i, p := range y.Places {
		path := item(in(path, "places"), i)
		if _, dup := e.Place(p.Field); dup || f.Field(p.Field) == nil {
			d.wrong(in(path, "field"), noField, "name", p.Field)
			continue
		}
		for i, id := range p.Captions {
			if _, ok := e.Caption(id); !ok {
				d.wrong(item(in(path, "captions"), i), noCaption, "name", id)
			}
		}
		e.Places = append(e.Places, Place{Field: f.Field(p.Field), Box: d.box(in(path, "box"), p.Box, e.Paper), Anchors: p.Captions})
	}
	for i, l := range y.Labels {
		path := item(in(path, "labels"), i)
		d.wordings(in(path, "text"), []string{l.Text})
		e.Labels = append(e.Labels, Caption{Text: l.Text, Box: d.box(in(path, "box"), l.Box, e.Paper), Open: true})
	}
	return e
}

func (y captionYAML) caption(d *draft, path string, e *Edition) Caption {
	switch _, dup := e.Caption(y.ID); {
	case y.ID == "":
		d.wrong(in(path, "id"), noKey, "key", "id")
	case dup:
		d.wrong(in(path, "id"), twice, "name", y.ID)
	}
	if y.Text == "" {
		d.wrong(in(path, "text"), noKey, "key", "text")
	}
	return Caption{ID: y.ID, Text: y.Text, Box: d.box(in(path, "box"), y.Box, e.Paper), Title: y.Title, Open: y.Open,
		capital: isCapital(y.Text)}
}
