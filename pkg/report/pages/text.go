package pages

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/report"
)

// TextOptions configure [NewText]. The zero value works.
type TextOptions struct {
	Lang    msg.Lang // empty is Vietnamese
	Verbose bool     // also say where each field lies, and the time of each stage
	Width   int      // columns of a line; 0 is 100, less than 60 is 60
}

// NewText returns a printer of text for people: for each file its pages, for
// each page its form and what stands in the fields.
func NewText(w io.Writer, o TextOptions) Printer {
	return &textPrinter{w: w, lang: o.Lang, verbose: o.Verbose, b: report.NewBlock(report.TextOptions{Lang: o.Lang, Width: o.Width})}
}

type textPrinter struct {
	w       io.Writer
	b       *report.Block
	lang    msg.Lang
	verbose bool
	files   int
}

func (p *textPrinter) Begin(h lint.Head) error {
	if h.Config != nil {
		p.b.Config(h.Config)
		p.b.Blank()
	}
	return nil
}

func (p *textPrinter) End() error { return nil }

func (p *textPrinter) File(f *File) error {
	if p.files++; p.files > 1 {
		p.b.Blank()
	}
	title := wordFile
	if f.Folder {
		title = wordFolder
	}
	p.b.Line(0, title.With("file", f.Name))
	if f.Fault != nil {
		p.b.Line(2, wordFault.With("what", f.Fault.What))
		p.b.Line(2, wordRemedy.With("remedy", f.Fault.Remedy))
	}
	for i := range f.Pages {
		p.page(&f.Pages[i])
	}
	_, err := p.w.Write(p.b.Bytes())
	return err
}

func (p *textPrinter) page(page *Page) {
	r := page.Reading
	if r == nil || r.Form == nil {
		p.b.Line(2, wordNoForm.With("n", page.Number, "because", page.Because))
		p.quality(page.Quality)
		p.stages(page)
		return
	}
	p.b.Line(2, wordPage.With("n", page.Number, "name", named("form-name", r.Form.Name), "percent", percent(r.Confidence)))
	how := wordCaption.With()
	if r.Edition != nil {
		how = wordLayout.With("edition", r.Edition.ID)
	}
	if r.Rotation != 0 {
		how = wordTurned.With("how", how, "degrees", r.Rotation)
	}
	if page.Picture != nil {
		p.b.Line(4, wordHow.With("dpi", int(math.Round(page.Picture.DPI)), "mode", mode(page.Picture.Mode), "how", how))
	}
	p.quality(page.Quality)
	for i := range r.Fields {
		p.field(&r.Fields[i])
	}
	for i := range r.Values {
		p.value(&r.Values[i])
	}
	p.pasted(page.Picture)
	p.stages(page)
}

func (p *textPrinter) field(f *form.FieldReading) {
	label := named("label", f.Label)
	t := wordField.With("label", label, "state", state(f.State), "percent", percent(f.Confidence))
	if f.Because != "" {
		t = wordOpen.With("label", label, "state", state(f.State), "because", because(f.Because))
	}
	if f.State == ink.Absent && f.Kind == form.Signature && len(f.Contents) > 0 { // what may be taken for a signature
		var seen []string
		for _, c := range f.Contents {
			seen = append(seen, content(c).In(p.lang))
		}
		t = wordSeen.With("field", t, "contents", strings.Join(seen, ", "))
	}
	if f.Found == form.BySeal {
		t = wordBySeal.With("field", t)
	}
	if f.Found == form.Beside {
		t = wordBeside.With("field", t)
	}
	p.b.Item(4, t)
	if place := p.b.Place(lint.Place{Box: lint.Box{X: f.Box.X, Y: f.Box.Y, W: f.Box.W, H: f.Box.H}}); p.verbose && place != "" {
		p.b.Line(6, wordPlace.With("place", place))
	}
}

// pasted tells what was put over the scan: a signature among it is seen in a
// viewer, but is no ink on the paper.
func (p *textPrinter) pasted(picture *raster.Page) {
	if picture == nil {
		return
	}
	for _, o := range picture.Pasted {
		if o.Signed { // a digital signature shows itself there
			continue
		}
		where := p.b.Place(lint.Place{Box: lint.Box{X: o.X, Y: o.Y, W: o.W, H: o.H}})
		said := wordPasted
		if o.Doubtful {
			said = wordLaid
		}
		p.b.Item(4, said.With("place", where))
	}
}

func (p *textPrinter) stages(page *Page) {
	if !p.verbose {
		return
	}
	var all []string
	for _, t := range recordPage(page, msg.English).Timings {
		all = append(all, fmt.Sprintf("%s %d", stage(t.Stage).In(p.lang), t.Took.Milliseconds()))
	}
	p.b.Line(4, wordStages.With("stages", strings.Join(all, ", ")))
}

func named(id string, t form.Text) msg.Text {
	return msg.Text{Message: msg.Message{ID: "inspect/" + id, VI: t.VI, EN: t.EN}}
}

func percent(v float64) int { return int(math.Round(100 * v)) }
