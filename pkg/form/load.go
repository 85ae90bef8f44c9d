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
	slices.SortFunc(s.forms, func(a, b *Form) int { return strings.Compare(a.ID, b.ID) })
	return s, nil
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
		Procedures Procedures    `yaml:"procedures"`
		Basis      []basisYAML   `yaml:"basis"`
		Editions   []editionYAML `yaml:"editions"`
	}
	basisYAML struct {
		Instrument string `yaml:"instrument"`
		Clause     string `yaml:"clause"`
	}
	editionYAML struct {
		ID       string        `yaml:"id"`
		From     string        `yaml:"from"` // first day, YYYY-MM-DD
		To       string        `yaml:"to"`   // first day after, YYYY-MM-DD
		Paper    []float64     `yaml:"paper"`
		Captions []captionYAML `yaml:"captions"`
		Fields   []fieldYAML   `yaml:"fields"`
	}
	captionYAML struct {
		ID    string    `yaml:"id"`
		Text  string    `yaml:"text"`
		Box   []float64 `yaml:"box"`
		Title bool      `yaml:"title"`
		Open  bool      `yaml:"open"`
	}
	fieldYAML struct {
		Key      string    `yaml:"key"`
		Label    Text      `yaml:"label"`
		Kind     Kind      `yaml:"kind"`
		Box      []float64 `yaml:"box"`
		Captions []string  `yaml:"captions"`
		Required bool      `yaml:"required"`
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
	f := &Form{ID: y.ID, Name: y.Name, Procedures: y.Procedures}
	for _, b := range y.Basis {
		f.Basis = append(f.Basis, law.Citation{Instrument: b.Instrument, Clause: b.Clause})
	}
	for i, e := range y.Editions {
		ed, err := e.edition()
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

func (y editionYAML) edition() (*Edition, error) {
	if y.ID == "" {
		return nil, errors.New("id is missing")
	}
	e := &Edition{ID: y.ID}
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
	for _, f := range y.Fields {
		b, err := e.Paper.box(f.Box)
		if err != nil {
			return nil, fmt.Errorf("field %q: %w", f.Key, err)
		}
		if _, dup := e.Field(f.Key); dup || f.Key == "" {
			return nil, fmt.Errorf("field %q: needs a key of its own", f.Key)
		}
		if f.Kind != Signature && f.Kind != Seal {
			return nil, fmt.Errorf("field %q: kind %q is neither signature nor seal", f.Key, f.Kind)
		}
		for _, id := range f.Captions {
			if _, ok := e.Caption(id); !ok {
				return nil, fmt.Errorf("field %q: no caption %q", f.Key, id)
			}
		}
		e.Fields = append(e.Fields, Field{Key: f.Key, Label: f.Label, Kind: f.Kind, Box: b,
			Captions: slices.Clone(f.Captions), Required: f.Required})
	}
	return e, nil
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
