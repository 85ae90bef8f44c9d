package raster

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// renderedInk is [addedInk] for a page that was drawn by the renderer as j: it
// is drawn once more without the images of later stages, for each of them. Where
// that fails, all that the images of later stages cover is doubtful. Errors are
// those of ctx.
func (d *Document) renderedInk(ctx context.Context, page *Page, t try, j pdfium.Job) ([]Pasted, error) {
	stages := stages(t.items, t.sheet.box())
	if len(stages) == 0 {
		return nil, nil
	}
	var grids []inkGrid
	for _, s := range stages[:len(stages)-1] {
		if t.images == 0 || t.images > pdfium.MaxImages {
			return unjudged(stages), nil
		}
		j.Shown, j.Images, j.Pictures = s.last, t.images, nil
		p, err := d.renderer.draw(ctx, d.limits.PageTime, d, j)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			return unjudged(stages), nil
		}
		grids = append(grids, newInkGrid(&Image{W: p.W, H: p.H, Y: p.Y, Cb: p.Cb, Cr: p.Cr}, page.WidthMM, page.HeightMM))
	}
	return addedInk(append(grids, newInkGrid(page.Image, page.WidthMM, page.HeightMM)), stages), nil
}

// unjudged lists the ground of all images but those of the first stage.
func unjudged(stages []stage) []Pasted {
	var boxes []Rect
	for _, s := range stages[1:] {
		if !slices.Contains(boxes, s.box.mm()) {
			boxes = append(boxes, s.box.mm())
		}
	}
	var out []Pasted
	for _, b := range boxes {
		out = append(out, Pasted{Rect: b, Kind: Content, Image: true, Doubtful: true})
	}
	return out
}
