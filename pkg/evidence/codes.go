package evidence

import (
	"context"

	"github.com/tthclint/tthclint/pkg/qr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// PageCode is a QR code on a page. What it says may name a citizen and comes from
// whoever printed it: it is for comparing, never for a message.
type PageCode struct {
	Text string      `json:"-"`
	Box  raster.Rect // in mm from the top left of the displayed page
}

// readCodes reads the QR codes on the picture of a page.
func readCodes(ctx context.Context, p *raster.Page) ([]PageCode, error) {
	im := p.Image
	if im == nil || im.W == 0 || im.H == 0 {
		return nil, nil
	}
	found, err := qr.Read(ctx, qr.Picture{W: im.W, H: im.H, Y: im.Y})
	if err != nil {
		return nil, err
	}
	x, y := p.WidthMM/float64(im.W), p.HeightMM/float64(im.H)
	var codes []PageCode
	for _, c := range found {
		codes = append(codes, PageCode{c.Text, raster.Rect{X: c.Box.X * x, Y: c.Box.Y * y, W: c.Box.W * x, H: c.Box.H * y}})
	}
	return codes, nil
}
