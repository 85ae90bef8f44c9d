package html

import (
	"bytes"
	"cmp"
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// New returns a printer of one HTML page. Its memory grows with the number of
// units, procedures and rules, not with that of dossiers.
func New(w io.Writer, o Options) report.Printer {
	p := &printer{w: w, o: o, say: sayer{o.Lang}, words: words(o.Lang), titles: map[string]string{}, room: newRoom(cmp.Or(o.MaxPictures, DefaultMaxPictures))}
	p.units, p.procedures, p.rules = newTally(), newTally(), newTally()
	return p
}

type printer struct {
	w      io.Writer
	o      Options
	say    sayer
	words  map[string]string
	titles map[string]string // of rules, by id
	head   lint.Head

	results                  int
	open                     int // dossiers with something unchecked
	room                     room
	bare                     int // dossiers without their pictures for lack of room
	units, procedures, rules *tally
}

func (p *printer) Begin(h lint.Head) error {
	p.head = h
	for _, a := range h.About {
		p.titles[a.ID] = p.say.word(a.Title)
	}
	return p.write("head", p.headView())
}

func (p *printer) Result(r *lint.Result) error {
	p.results++
	if r.Unchecked() {
		p.open++
	}
	return p.write("dossier", p.dossierView(r))
}

func (p *printer) End(s lint.Summary) error { return p.write("summary", p.summaryView(s)) }

// write writes a part in one piece.
func (p *printer) write(part string, view any) error {
	var b bytes.Buffer
	if err := parts().ExecuteTemplate(&b, part, view); err != nil {
		return err
	}
	_, err := p.w.Write(b.Bytes())
	return err
}

// sayer renders texts in the language of the page. What stands in names is made
// inert: neither a line end nor a mark that turns the direction of writing comes
// through.
type sayer struct{ lang msg.Lang }

func (s sayer) text(t msg.Text) string { return report.Inert(t.In(s.lang)) }

func (s sayer) word(m msg.Message) string { return report.Inert(m.In(s.lang)) }
