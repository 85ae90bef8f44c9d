package pages

import (
	"bytes"
	"encoding/json"
	"math"
	"time"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/report"
)

// Schema is the value of the key "schema" and the $id of the JSON Schema in
// docs/schema. Version 1 only grows: keys are added, never removed or changed.
const Schema = "https://github.com/tthclint/tthclint/docs/schema/inspect-v1.schema.json"

// The records below fix names and order of the keys. Strings and arrays are
// never null: an unknown string is empty. Unknown numbers and objects are null;
// no key is ever missing.

type fileRecord struct {
	File    string       `json:"file"`
	Pages   []pageRecord `json:"pages"`
	Error   *faultRecord `json:"error"`
	Size    *int64       `json:"size"`
	Schema  string       `json:"schema"`
	Tool    toolRecord   `json:"tool"`
	Engines []toolRecord `json:"engines"`
	Config  any          `json:"config"`
}

type toolRecord struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type faultRecord struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
}

type pageRecord struct {
	Page       int             `json:"page"`
	Form       string          `json:"form"`
	Rotation   *int            `json:"rotation"`
	DPI        *float64        `json:"dpi"`
	Fields     []fieldRecord   `json:"fields"`
	Timings    timings         `json:"timings"`
	Name       string          `json:"name"`
	Edition    string          `json:"edition"`
	Found      form.Found      `json:"found"`
	Confidence *float64        `json:"confidence"`
	Reason     string          `json:"reason"`
	Because    string          `json:"because"`
	Width      *float64        `json:"width"`
	Height     *float64        `json:"height"`
	Rotate     *int            `json:"rotate"`
	Mode       raster.Mode     `json:"mode"`
	Source     raster.Source   `json:"source"`
	Transform  []float64       `json:"transform"`
	Residual   *float64        `json:"residual"`
	Captions   []captionRecord `json:"captions"`
	Confirmed  []string        `json:"confirmed"`
	Overlay    []any           `json:"overlay"`
	Pasted     []pastedRecord  `json:"pasted"`
	Quality    *qualityRecord  `json:"quality"`
	Values     []valueRecord   `json:"values"`
}

type pastedRecord struct {
	Kind      raster.PastedKind `json:"kind"`
	Subtype   string            `json:"subtype"`
	Image     bool              `json:"image"`
	Lines     bool              `json:"lines"`
	Text      bool              `json:"text"`
	Signature bool              `json:"signature"`
	Signed    bool              `json:"signed"`
	Doubtful  bool              `json:"doubtful"`
	Box       any               `json:"box"`
}

type fieldRecord struct {
	Key        string         `json:"key"`
	Kind       form.Kind      `json:"kind"`
	State      ink.State      `json:"state"`
	Confidence float64        `json:"confidence"`
	Box        any            `json:"box"`
	Label      string         `json:"label"`
	Required   bool           `json:"required"`
	BySeal     bool           `json:"bySeal"`
	Beside     bool           `json:"beside"`
	Reason     string         `json:"reason"`
	Because    string         `json:"because"`
	Contents   []ink.Content  `json:"contents"`
	Features   map[string]any `json:"features"`
}

type captionRecord struct {
	Text       string  `json:"text"`
	Read       string  `json:"read"`
	Confidence float64 `json:"confidence"`
	Box        any     `json:"box"`
}

// timings are milliseconds by stage, in the order of the stages.
type timings []form.Timing

// MarshalJSON implements [json.Marshaler].
func (t timings) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, stage := range t {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(stage.Stage)
		if err != nil {
			return nil, err
		}
		ms, err := json.Marshal(round(float64(stage.Took)/float64(time.Millisecond), 100))
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(ms)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// stageDraw and stageRead are the stages that every page has: making its
// picture, and all else where its parts are not known.
const (
	stageDraw = "draw"
	stageRead = "read"
)

func recordFile(h *lint.Head, f *File, lang msg.Lang) *fileRecord {
	r := &fileRecord{
		File: f.Name, Pages: []pageRecord{}, Schema: Schema,
		Tool: toolRecord{h.ToolName, h.ToolVersion}, Engines: []toolRecord{}, Config: report.RecordConfig(h.Config),
	}
	for _, e := range h.Engines {
		r.Engines = append(r.Engines, toolRecord(e))
	}
	if f.Size >= 0 {
		r.Size = &f.Size
	}
	if f.Fault != nil {
		r.Error = &faultRecord{f.Fault.Code, f.Fault.What.In(lang), f.Fault.Remedy.In(lang)}
	}
	for i := range f.Pages {
		r.Pages = append(r.Pages, recordPage(&f.Pages[i], lang))
	}
	return r
}

func recordPage(p *Page, lang msg.Lang) pageRecord {
	r := pageRecord{
		Page: p.Number, Fields: []fieldRecord{}, Timings: timings{{Stage: stageDraw, Took: p.Drawing}},
		Reason: p.Because.ID, Because: p.Because.In(lang),
		Transform: []float64{}, Captions: []captionRecord{}, Confirmed: []string{}, Overlay: []any{}, Pasted: []pastedRecord{}, Values: []valueRecord{},
	}
	if p.Sheet.WidthMM > 0 {
		r.Width, r.Height, r.Rotate = known(p.Sheet.WidthMM, 100), known(p.Sheet.HeightMM, 100), &p.Sheet.Rotate
	}
	if p.Picture != nil {
		r.recordPicture(p.Picture)
	}
	if p.Quality != nil {
		r.Quality = recordQuality(p.Quality)
	}
	if p.Reading == nil {
		return r
	}
	if len(p.Reading.Timings) > 0 {
		r.Timings = append(r.Timings, p.Reading.Timings...)
	} else {
		r.Timings = append(r.Timings, form.Timing{Stage: stageRead, Took: p.Took})
	}
	for _, c := range p.Reading.Captions {
		r.Captions = append(r.Captions, captionRecord{c.Text, c.Read, round(c.Confidence, 1000), recordBox(c.Box)})
	}
	if p.Reading.Form != nil {
		r.recordForm(p.Reading, lang)
	}
	return r
}

func (r *pageRecord) recordPicture(p *raster.Page) {
	r.DPI, r.Mode, r.Source = known(p.DPI, 10), p.Mode, p.Source
	for _, o := range p.Overlay {
		r.Overlay = append(r.Overlay, recordBox(form.Box(o)))
	}
	for _, o := range p.Pasted {
		r.Pasted = append(r.Pasted, pastedRecord{o.Kind, o.Subtype, o.Image, o.Lines, o.Text, o.Signature, o.Signed, o.Doubtful, recordBox(form.Box(o.Rect))})
	}
}

func (r *pageRecord) recordForm(got *form.Reading, lang msg.Lang) {
	r.Form, r.Name, r.Found = got.Form.ID, text(got.Form.Name, lang), got.Found
	r.Rotation, r.Confidence, r.Residual = &got.Rotation, known(got.Confidence, 1000), known(got.Residual, 1000)
	r.Confirmed = append(r.Confirmed, got.Confirmed...)
	if got.Edition != nil {
		r.Edition = got.Edition.ID
	}
	for _, v := range got.Transform {
		r.Transform = append(r.Transform, round(v, 1e9))
	}
	r.Values = recordValues(got.Values, lang)
	for i := range got.Fields {
		f := &got.Fields[i]
		r.Fields = append(r.Fields, fieldRecord{
			f.Key, f.Kind, f.State, round(f.Confidence, 1000), recordBox(f.Box), text(f.Label, lang), f.Required, f.Found == form.BySeal, f.Found == form.Beside,
			f.Because, because(f.Because).In(lang), append([]ink.Content{}, f.Contents...), recordFeatures(f.Features),
		})
	}
}

func recordBox(b form.Box) any { return report.RecordBox(lint.Box{X: b.X, Y: b.Y, W: b.W, H: b.H}) }

func text(t form.Text, lang msg.Lang) string { return lang.Pick(t.VI, t.EN) }

// known returns a number rounded to parts of one; nil for 0, the sign of an
// unknown number, and for what is none.
func known(v, parts float64) *float64 {
	if v = round(v, parts); v == 0 {
		return nil
	}
	return &v
}

// round returns a number rounded to parts of one, 0 for what JSON cannot hold.
func round(v, parts float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return math.Round(v*parts) / parts
}
