package main

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// qualify puts the input's prefix before every name of a result: of its
// dossier, its files and those that its texts speak of. Two folders may hold
// dossiers of the same code; in one report they stay apart. Texts are copied,
// since those about one fact share their arguments.
func (in *input) qualify(r *lint.Result) {
	if in.prefix == "" {
		return
	}
	r.Dossier = in.path(r.Dossier)
	for i := range r.Documents {
		d := &r.Documents[i]
		d.Path = in.path(d.Path)
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Place.File, f.Message, f.Remedy = in.path(f.Place.File), in.text(f.Message), in.text(f.Remedy)
	}
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		o.Subject, o.Because = in.path(o.Subject), in.text(o.Because)
	}
}

// qualifyRates puts the prefix before the dossiers that indicators name.
func (in *input) qualifyRates(rates []lint.Rate) []lint.Rate {
	if in.prefix == "" {
		return rates
	}
	for i := range rates {
		in.qualifyAll(rates[i].Failing)
		for k := range rates[i].Groups {
			in.qualifyAll(rates[i].Groups[k].Failing)
		}
	}
	return rates
}

func (in *input) qualifyAll(dossiers []string) {
	for i := range dossiers {
		dossiers[i] = in.path(dossiers[i])
	}
}

// qualifyError puts the prefix before the path that an error names.
func (in *input) qualifyError(err error) error {
	if e := (*fs.PathError)(nil); in.prefix != "" && errors.As(err, &e) {
		return &fs.PathError{Op: e.Op, Path: in.path(e.Path), Err: e.Err}
	}
	return err
}

func (in *input) path(name string) string {
	if in.prefix == "" || name == "" {
		return name
	}
	return strings.TrimSuffix(in.prefix, "/") + "/" + name
}

func (in *input) text(t msg.Text) msg.Text {
	return t.Map(func(arg, value string) string {
		if msg.IsName(arg) {
			return in.path(value)
		}
		return value
	})
}
