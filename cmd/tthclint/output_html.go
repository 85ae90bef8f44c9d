package main

import (
	"fmt"
	"iter"
	"strconv"

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
	most     int       // MiB of pictures
	redact   bool
}

func (f *showFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.pictures, "pictures", html.ShowFailing.String(), say(helpPictures))
	set.IntVar(&f.most, "pictures-max", html.DefaultMaxPictures>>20, say(helpPicturesMax))
	set.BoolVar(&f.redact, "redact", false, say(helpRedact))
}

// parse finds out of which dossiers there are pictures, and how many.
func (f *showFlags) parse() error {
	if f.show.UnmarshalText([]byte(f.pictures)) != nil {
		return badValue("pictures", f.pictures, textOther.With("error", "none, failing, all"))
	}
	if f.most < 1 || f.most > mostPictures {
		return badValue("pictures-max", strconv.Itoa(f.most), textOther.With("error", fmt.Sprintf("1 … %d", mostPictures)))
	}
	return nil
}

// mostPictures bounds a page that a browser still opens, in MiB.
const mostPictures = 1024

// over hides personal data from a report where that was asked for.
func (f *showFlags) over(p report.Printer) report.Printer {
	if f.redact {
		return report.Redacted(p)
	}
	return p
}

// page returns the report for a browser.
func (o *reportJob) page() report.Printer {
	return html.New(o.w, html.Options{Lang: o.lang, Show: o.flags.show, Pictures: o.pictures, MaxPictures: int64(o.flags.most) << 20})
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
