package main

import (
	"iter"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/report/html"
	"github.com/tthclint/tthclint/pkg/report/pictures"
)

// showFlags say what reports show of papers and of people.
type showFlags struct {
	pictures string
	show     html.Show // of pictures
	redact   bool
}

func (f *showFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.pictures, "pictures", html.ShowFailing.String(), say(helpPictures))
	set.BoolVar(&f.redact, "redact", false, say(helpRedact))
}

// parseShow returns of which dossiers there are pictures.
func parseShow(name string) (show html.Show, err error) {
	if show.UnmarshalText([]byte(name)) != nil {
		err = badValue("pictures", name, textOther.With("error", "none, failing, all"))
	}
	return show, err
}

// over hides personal data from a report where that was asked for.
func (f *showFlags) over(p report.Printer) report.Printer {
	if f.redact {
		return report.Redacted(p)
	}
	return p
}

// page returns the report for a browser.
func (o *reportJob) page() report.Printer {
	return html.New(o.w, html.Options{Lang: o.lang, Show: o.flags.show, Pictures: o.pictures})
}

// pictures shows what was seen on the pages of the dossier that is being printed.
func (o *reportJob) pictures(r *lint.Result) iter.Seq[html.Picture] {
	for _, in := range o.inputs {
		if in.now != nil {
			return pictures.Of(o.ctx, in.run, in.now, r, pictures.Options{Redact: o.flags.redact})
		}
	}
	return func(func(html.Picture) bool) {}
}
