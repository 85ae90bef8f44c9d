package overlay

import (
	"image"
	"image/color/palette"
	"image/draw"
	"image/png"
	"io"
)

// Encode writes an image as PNG.
func Encode(w io.Writer, im image.Image) error {
	return (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(w, im)
}

// EncodeSmall writes an image as PNG with 256 colours, for documents: the grain
// of a scan, which takes most of the space, is lost.
func EncodeSmall(w io.Writer, im image.Image) error {
	p := image.NewPaletted(im.Bounds(), palette.Plan9)
	draw.Draw(p, p.Rect, im, im.Bounds().Min, draw.Src)
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(w, p)
}
