package main

import (
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
)

// The JSON form of a form: strings and arrays are never null, lengths are mm.
type (
	formRecord struct {
		ID        string              `json:"id"`
		Name      textRecord          `json:"name"`
		Role      string              `json:"role"`
		Codes     []string            `json:"procedureCodes"`
		Names     []nameRecord        `json:"procedureNames"`
		InsteadOf []string            `json:"insteadOf"`
		Basis     []law.Citation      `json:"basis"`
		Titles    []string            `json:"titles"`
		Labels    []string            `json:"labels"`
		Fields    []formFieldRecord   `json:"fields"`
		Values    []formValueRecord   `json:"values"`
		Editions  []formEditionRecord `json:"editions"`
	}
	textRecord struct {
		VI string `json:"vi"`
		EN string `json:"en"`
	}
	nameRecord struct {
		Contains []string `json:"contains"`
		Without  []string `json:"without"`
	}
	formFieldRecord struct {
		Key          string         `json:"key"`
		Label        textRecord     `json:"label"`
		Kind         string         `json:"kind"`
		Required     bool           `json:"required"`
		Repeated     bool           `json:"repeated"`
		With         string         `json:"with"`
		SamePersonAs string         `json:"samePersonAs"`
		Captions     []string       `json:"captions"`
		Hints        []string       `json:"hints"`
		Width        float64        `json:"width"`
		Height       float64        `json:"height"`
		Side         string         `json:"side"`
		Basis        []law.Citation `json:"basis"`
	}
	formEditionRecord struct {
		ID         string          `json:"id"`
		From       string          `json:"from"`  // first day; empty: open
		Until      string          `json:"until"` // last day; empty: open
		Basis      []law.Citation  `json:"basis"`
		Measured   bool            `json:"measured"`
		MeasuredOn textRecord      `json:"measuredOn"`
		Width      float64         `json:"width"`
		Height     float64         `json:"height"`
		Captions   []captionRecord `json:"captions"`
		Places     []placeRecord   `json:"places"`
	}
	captionRecord struct {
		ID    string     `json:"id"`
		Text  string     `json:"text"`
		Box   [4]float64 `json:"box"` // x, y, width, height
		Title bool       `json:"title"`
		Open  bool       `json:"open"`
	}
	placeRecord struct {
		Field    string     `json:"field"`
		Box      [4]float64 `json:"box"`
		Captions []string   `json:"captions"`
	}
)

func recordOf(f *form.Form) formRecord {
	r := formRecord{
		ID: f.ID, Name: textRecord(f.Name), Role: string(f.Role), Codes: list(f.Procedures.Codes), Names: []nameRecord{},
		InsteadOf: list(f.InsteadOf), Basis: list(f.Basis), Titles: list(f.Titles), Labels: list(f.Labels),
		Fields: []formFieldRecord{}, Values: valueRecordsOf(f), Editions: []formEditionRecord{},
	}
	for _, n := range f.Procedures.Names {
		r.Names = append(r.Names, nameRecord{list(n.Contains), list(n.Without)})
	}
	for _, d := range f.Fields {
		r.Fields = append(r.Fields, formFieldRecord{
			Key: d.Key, Label: textRecord(d.Label), Kind: string(d.Kind), Required: d.Required, Repeated: d.Repeated,
			With: d.With, SamePersonAs: d.SamePersonAs, Captions: list(d.Captions), Hints: list(d.Hints),
			Width: d.Area.W, Height: d.Area.H, Side: string(d.Area.Side), Basis: list(d.Basis),
		})
	}
	for _, e := range f.Editions {
		r.Editions = append(r.Editions, editionRecordOf(e))
	}
	return r
}

func editionRecordOf(e *form.Edition) formEditionRecord {
	r := formEditionRecord{
		ID: e.ID, From: law.Day(e.In.From), Until: law.Day(e.In.Last()), Basis: list(e.Basis), Measured: e.Measured(),
		MeasuredOn: textRecord(e.MeasuredOn), Width: e.Paper.W, Height: e.Paper.H, Captions: []captionRecord{}, Places: []placeRecord{},
	}
	for _, c := range e.Captions {
		r.Captions = append(r.Captions, captionRecord{c.ID, c.Text, corners(c.Box), c.Title, c.Open})
	}
	for _, p := range e.Places {
		r.Places = append(r.Places, placeRecord{p.Key, corners(p.Box), list(p.Anchors)})
	}
	return r
}

func corners(b form.Box) [4]float64 { return [4]float64{b.X, b.Y, b.W, b.H} }

// list returns a list that is not nil.
func list[T any](all []T) []T { return append([]T{}, all...) }
