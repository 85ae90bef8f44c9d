package form

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/tthclint/tthclint/pkg/law"
)

//go:embed forms/*.yaml
var builtin embed.FS

// maxFile bounds the size of one form file in bytes; the largest shipped one
// has a few kilobytes.
const maxFile = 1 << 20

// Builtin returns the forms shipped with the program.
func Builtin() (*Set, error) {
	dir, err := fs.Sub(builtin, "forms")
	if err != nil {
		return nil, err
	}
	return Load(dir)
}

// Load reads every *.yaml file at the root of dir, one form each. A key that
// the format does not know is an error that shows the line.
func Load(dir fs.FS) (*Set, error) {
	names, err := fs.Glob(dir, "*.yaml")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	s := &Set{}
	for _, name := range names {
		f, err := load(dir, name)
		if err != nil {
			return nil, err
		}
		if s.Form(f.ID) != nil {
			return nil, fmt.Errorf("%s: form %q is defined twice", name, f.ID)
		}
		s.forms = append(s.forms, f)
	}
	return newSet(s.forms), nil
}

func load(dir fs.FS, name string) (*Form, error) {
	in, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	src, err := io.ReadAll(io.LimitReader(in, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(src) > maxFile {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, maxFile)
	}
	f, err := Parse(src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path.Base(name), err)
	}
	return f, nil
}

// Parse reads one form file.
func Parse(src []byte) (*Form, error) {
	var y formYAML
	err := decode(src, &y)
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty")
	}
	if err != nil {
		return nil, errors.New(strings.TrimSpace(yaml.FormatError(err, false, true)))
	}
	return y.form()
}

// decode reads strict YAML. The decoder panics on some broken input (as a tag
// without a value, in v1.19.2), which is a mistake in the file like any other.
func decode(src []byte, y *formYAML) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("not readable as YAML: %v", r)
		}
	}()
	return yaml.NewDecoder(bytes.NewReader(src), yaml.Strict()).Decode(y)
}

// The types of the file; see docs of [Form] for the meaning.
type (
	formYAML struct {
		ID         string        `yaml:"id"`
		Name       Text          `yaml:"name"`
		Role       Role          `yaml:"role"`
		InsteadOf  []string      `yaml:"instead_of"`
		Procedures Procedures    `yaml:"procedures"`
		Basis      []basisYAML   `yaml:"basis"`
		Titles     []string      `yaml:"titles"`
		Labels     []string      `yaml:"labels"`
		Fields     []fieldYAML   `yaml:"fields"`
		Editions   []editionYAML `yaml:"editions"`
	}
	basisYAML struct {
		Instrument string `yaml:"instrument"`
		Clause     string `yaml:"clause"`
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
	}
	captionYAML struct {
		ID    string    `yaml:"id"`
		Text  string    `yaml:"text"`
		Box   []float64 `yaml:"box"`
		Title bool      `yaml:"title"`
		Open  bool      `yaml:"open"`
	}
	placeYAML struct {
		Key     string    `yaml:"field"`
		Box     []float64 `yaml:"box"`
		Anchors []string  `yaml:"captions"`
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
)

func (y formYAML) form() (*Form, error) {
	if y.ID == "" {
		return nil, errors.New("id is missing")
	}
	if y.Name.VI == "" || y.Name.EN == "" {
		return nil, errors.New("name needs vi and en")
	}
	if len(y.Editions) == 0 {
		return nil, errors.New("editions are missing")
	}
	f := &Form{ID: y.ID, Name: y.Name, Role: y.Role, Procedures: y.Procedures, InsteadOf: y.InsteadOf,
		Basis: citations(y.Basis), Titles: y.Titles, Labels: y.Labels}
	if f.Role == "" {
		f.Role = Result
	}
	if f.Role != Result && f.Role != Application && f.Role != Slip {
		return nil, fmt.Errorf("role %q is none of result, application, slip", f.Role)
	}
	for i, field := range y.Fields {
		if f.Field(field.Key) != nil {
			return nil, fmt.Errorf("fields[%d]: %q is defined twice", i, field.Key)
		}
		got, err := field.field()
		if err != nil {
			return nil, fmt.Errorf("fields[%d] %q: %w", i, field.Key, err)
		}
		f.Fields = append(f.Fields, got)
	}
	if err := f.links(); err != nil {
		return nil, err
	}
	for i, e := range y.Editions {
		ed, err := e.edition(f)
		if err != nil {
			return nil, fmt.Errorf("editions[%d] %q: %w", i, e.ID, err)
		}
		for _, o := range f.Editions {
			if o.ID == ed.ID {
				return nil, fmt.Errorf("edition %q is defined twice", ed.ID)
			}
		}
		f.Editions = append(f.Editions, ed)
	}
	return f, nil
}

func (y editionYAML) edition(form *Form) (*Edition, error) {
	if y.ID == "" {
		return nil, errors.New("id is missing")
	}
	e := &Edition{ID: y.ID, Basis: citations(y.Basis), MeasuredOn: y.MeasuredOn}
	var err error
	if e.In.From, err = day(y.From); err != nil {
		return nil, fmt.Errorf("from: %w", err)
	}
	if e.In.To, err = day(y.To); err != nil {
		return nil, fmt.Errorf("to: %w", err)
	}
	if !e.In.From.IsZero() && !e.In.To.IsZero() && !e.In.From.Before(e.In.To) {
		return nil, errors.New("to must lie after from")
	}
	if y.Paper == nil && y.Captions == nil && y.Places == nil {
		return e, nil
	}
	if len(y.Paper) != 2 || !sensible(y.Paper...) || y.Paper[0] < 50 || y.Paper[1] < 50 {
		return nil, errors.New("paper must be [width, height] in mm")
	}
	e.Paper = Size{y.Paper[0], y.Paper[1]}
	titles := 0
	for _, c := range y.Captions {
		b, err := e.Paper.box(c.Box)
		if err != nil {
			return nil, fmt.Errorf("caption %q: %w", c.ID, err)
		}
		if _, dup := e.Caption(c.ID); dup || c.ID == "" || c.Text == "" {
			return nil, fmt.Errorf("caption %q: needs a text and an id of its own", c.ID)
		}
		if c.Title {
			titles++
		}
		e.Captions = append(e.Captions, Caption{ID: c.ID, Text: c.Text, Box: b, Title: c.Title, Open: c.Open,
			capital: strings.ToUpper(c.Text) == c.Text})
	}
	if titles != 1 {
		return nil, errors.New("exactly one caption must be the title")
	}
	for _, p := range y.Places {
		b, err := e.Paper.box(p.Box)
		if err != nil {
			return nil, fmt.Errorf("place of %q: %w", p.Key, err)
		}
		field := form.Field(p.Key)
		if _, dup := e.Place(p.Key); dup || field == nil {
			return nil, fmt.Errorf("place of %q: names no field of the form, or one that has a place", p.Key)
		}
		for _, id := range p.Anchors {
			if _, ok := e.Caption(id); !ok {
				return nil, fmt.Errorf("place of %q: no caption %q", p.Key, id)
			}
		}
		e.Places = append(e.Places, Place{Field: field, Box: b, Anchors: slices.Clone(p.Anchors)})
	}
	return e, nil
}

func (y fieldYAML) field() (Field, error) {
	f := Field{Key: y.Key, Label: y.Label, Kind: y.Kind, Required: y.Required, Basis: citations(y.Basis), Captions: y.Captions, Hints: y.Hints,
		With: y.With, SamePersonAs: y.SamePersonAs, Repeated: y.Repeated}
	switch {
	case f.Key == "":
		return f, errors.New("key is missing")
	case f.Label.VI == "" || f.Label.EN == "":
		return f, errors.New("label needs vi and en")
	case f.Kind != Signature && f.Kind != Seal:
		return f, fmt.Errorf("kind %q is neither signature nor seal", f.Kind)
	}
	if f.Area.Side = y.Area.Side; f.Area.Side == "" {
		f.Area.Side = Below
	}
	if f.Area.Side != Below && f.Area.Side != Above && f.Area.Side != Either {
		return f, fmt.Errorf("area: side %q is none of below, above, either", f.Area.Side)
	}
	if size := y.Area.Size; size != nil {
		if len(size) != 2 || !sensible(size...) || size[0] <= 0 || size[1] <= 0 {
			return f, errors.New("area: size must be [width, height] in mm")
		}
		f.Area.W, f.Area.H = size[0], size[1]
	}
	return f, nil
}

// links checks that the fields which fields name exist.
func (f *Form) links() error {
	for _, field := range f.Fields {
		for _, key := range []string{field.With, field.SamePersonAs} {
			if key != "" && (key == field.Key || f.Field(key) == nil) {
				return fmt.Errorf("field %q: %q is no other field of the form", field.Key, key)
			}
		}
	}
	return nil
}

// box turns [x, y, w, h] into a box and checks that it lies on the sheet.
func (s Size) box(v []float64) (Box, error) {
	if len(v) != 4 || !sensible(v...) {
		return Box{}, errors.New("box must be [x, y, width, height] in mm")
	}
	b := Box{v[0], v[1], v[2], v[3]}
	if b.W <= 0 || b.H <= 0 || b.X < 0 || b.Y < 0 || b.X+b.W > s.W || b.Y+b.H > s.H {
		return Box{}, fmt.Errorf("box %v lies outside the paper of %g by %g mm", v, s.W, s.H)
	}
	return b, nil
}

// sensible reports whether all numbers can be lengths on paper, in mm.
func sensible(v ...float64) bool {
	for _, x := range v {
		if math.IsNaN(x) || math.Abs(x) > 5000 {
			return false
		}
	}
	return true
}

// day reads a date of Vietnam; the empty string is the open bound.
func day(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.ParseInLocation(time.DateOnly, s, law.Vietnam())
}

func citations(basis []basisYAML) []law.Citation {
	var out []law.Citation
	for _, b := range basis {
		out = append(out, law.Citation{Instrument: b.Instrument, Clause: b.Clause})
	}
	return out
}
