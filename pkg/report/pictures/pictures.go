package pictures

import (
	"bytes"
	"cmp"
	"context"
	"image"
	"image/jpeg"
	"iter"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/report/html"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

// Source draws pages, as a run of package check does.
type Source interface {
	Draw(ctx context.Context, doc *evidence.Document, page int) (*raster.Page, error)
}

// Options say how much is shown. The zero value works.
type Options struct {
	MaxWidth int // of a picture in pixels; 0 means 900
	MaxPages int // of a dossier; 0 means 4
	// Redact leaves out what can be read on pages and the names of signers: a blank
	// sheet with its marks remains.
	Redact bool
}

// Of returns the pictures of a dossier: e is what is known of it, r its result as
// it is printed, with the same documents in the same order. Pages with findings
// come before others where there are too many, and all in the order of the
// documents and pages. A page that cannot be drawn is left out. It draws while it
// is read, one page at a time.
func Of(ctx context.Context, from Source, e *evidence.Dossier, r *lint.Result, o Options) iter.Seq[html.Picture] {
	return func(yield func(html.Picture) bool) {
		if e == nil || len(e.Documents) != len(r.Documents) {
			return
		}
		for _, v := range choose(e, r, o) {
			picture, ok := v.picture(ctx, from, o)
			if ok && !yield(picture) || ctx.Err() != nil {
				return
			}
		}
	}
}

// picture draws the part of a page on which something is marked, or the whole
// page where that is most of it.
func (v *view) picture(ctx context.Context, from Source, o Options) (html.Picture, bool) {
	out := html.Picture{File: v.file, Page: v.page, Turned: v.turned, Marks: v.marks}
	if o.Redact {
		return out, v.blank(&out)
	}
	page, err := from.Draw(ctx, v.doc, v.page)
	if err != nil || page.Image == nil {
		return out, false
	}
	sheet := lint.Box{W: page.WidthMM, H: page.HeightMM}
	out.Part = part(v.boxes, sheet)
	im := overlay.Picture(page, overlay.Options{Crop: form.Box(out.Part), MaxWidth: cmp.Or(o.MaxWidth, 900), Turned: v.turned})
	if im.Rect.Empty() {
		return out, false
	}
	out.Type, out.Width, out.Height = "image/jpeg", im.Rect.Dx(), im.Rect.Dy()
	out.Data, err = encode(im, len(page.Image.Cb) > 0)
	return out, err == nil
}

// blank makes a sheet without a picture.
func (v *view) blank(out *html.Picture) bool {
	if !(v.sheet.WidthMM > 0 && v.sheet.HeightMM > 0) || len(v.boxes) == 0 {
		return false
	}
	out.Part = lint.Box{W: v.sheet.WidthMM, H: v.sheet.HeightMM}
	const scale = 4 // pixels of a mm
	out.Width, out.Height = int(scale*out.Part.W), int(scale*out.Part.H)
	if v.turned == 90 || v.turned == 270 {
		out.Width, out.Height = out.Height, out.Width
	}
	return true
}

// quality of the pictures is enough to tell a signature from a name in print.
const quality = 55

func encode(im *image.RGBA, colour bool) ([]byte, error) {
	var b bytes.Buffer
	var of image.Image = im
	if !colour {
		of = grey(im)
	}
	err := jpeg.Encode(&b, of, &jpeg.Options{Quality: quality})
	return b.Bytes(), err
}

// grey returns a picture without colour as one channel.
func grey(im *image.RGBA) *image.Gray {
	out := image.NewGray(im.Rect)
	for i := range out.Pix {
		out.Pix[i] = im.Pix[4*i]
	}
	return out
}
