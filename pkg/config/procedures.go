package config

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/procedure"
)

// table returns what is known of procedures with what the file says of them. A
// line of the file leaves alone what it does not mention, and other days than its
// own.
func (c *Config) table(known *procedure.Table) *procedure.Table {
	if len(c.Procedures) == 0 {
		return known
	}
	var procedures []procedure.Procedure
	var components []procedure.Component
	for i := range c.Procedures {
		p := &c.Procedures[i]
		procedures = append(procedures, p.over(known))
		for _, paper := range p.Components {
			components = append(components, paper.of(p, c.File))
		}
	}
	// The table replaces all that is known of a procedure: what holds on other days
	// goes with the lines of the file.
	for _, old := range known.Procedures() {
		for _, in := range c.otherDays(old.Code, old.In, func(*Procedure) bool { return true }) {
			old.In = in
			procedures = append(procedures, old)
		}
	}
	for _, old := range known.AllComponents() {
		for _, in := range c.otherDays(old.Procedure, old.In, func(p *Procedure) bool { return p.Components != nil }) {
			old.In = in
			components = append(components, old)
		}
	}
	return known.With(procedure.NewTable(procedures, components))
}

// otherDays returns the parts of a period on which no line of the file that
// counts speaks of a procedure; none where no line does at all.
func (c *Config) otherDays(code string, in law.Period, counts func(*Procedure) bool) (rest []law.Period) {
	spoken := false
	rest = []law.Period{in}
	for i := range c.Procedures {
		p := &c.Procedures[i]
		if code == "" || p.Code != code || !counts(p) {
			continue
		}
		spoken = true
		var left []law.Period
		for _, r := range rest {
			left = append(left, without(r, p.In)...)
		}
		rest = left
	}
	if !spoken {
		return nil
	}
	return rest
}

// without returns the parts of a period that lie before and after another.
func without(p, q law.Period) []law.Period {
	if !p.Overlaps(q) {
		return []law.Period{p}
	}
	var parts []law.Period
	if !q.From.IsZero() && p.From.Before(q.From) {
		parts = append(parts, law.Period{From: p.From, To: q.From})
	}
	if !q.To.IsZero() && (p.To.IsZero() || q.To.Before(p.To)) {
		parts = append(parts, law.Period{From: q.To, To: p.To})
	}
	return parts
}

// over returns a line of the table: the built-in one of the same days with what
// the file says.
func (p *Procedure) over(known *procedure.Table) procedure.Procedure {
	line, ok := known.On(p.Code, "", p.In.From)
	if !ok {
		line, _ = known.Find(p.Code, "")
	}
	line.Code, line.In, line.Confidence = p.Code, p.In, procedure.Listed
	if p.Name != "" {
		if p.Name != line.Name.VI {
			line.Name = procedure.Text{VI: p.Name, EN: p.Name}
		}
		line.Words = append(slices.Clone(line.Words), dossier.Fold(p.Name))
	}
	line.Name.VI, line.Name.EN = cmp.Or(line.Name.VI, p.Code), cmp.Or(line.Name.EN, p.Code)
	if p.Forms != nil {
		line.Forms = p.Forms
	}
	if p.Spouses != nil {
		line.Spouses = *p.Spouses
	}
	line.Layers = cmp.Or(p.Layers, line.Layers)
	return line
}

// of returns a paper of a procedure, with the file as its source.
func (c *Component) of(p *Procedure, file string) procedure.Component {
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		words[i] = dossier.Fold(w)
	}
	return procedure.Component{
		Procedure: p.Code, Key: c.Key, Name: procedure.Text{VI: c.Name, EN: c.Name}, Required: !c.Optional, Forms: c.Forms,
		Words: words, In: p.In, Source: file, Confidence: procedure.Listed,
	}
}
