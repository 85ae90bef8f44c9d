package qr_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/qr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// modules returns the modules of a code of a text, row by row.
func modules(tb testing.TB, text string, level string) [][]bool {
	tb.Helper()
	hints := map[gozxing.EncodeHintType]any{
		gozxing.EncodeHintType_MARGIN: 0, gozxing.EncodeHintType_ERROR_CORRECTION: level, gozxing.EncodeHintType_CHARACTER_SET: "UTF-8",
	}
	m, err := qrcode.NewQRCodeWriter().Encode(text, gozxing.BarcodeFormat_QR_CODE, 1, 1, hints)
	require.NoError(tb, err)
	rows := make([][]bool, m.GetHeight())
	for y := range rows {
		rows[y] = make([]bool, m.GetWidth())
		for x := range rows[y] {
			rows[y][x] = m.Get(x, y)
		}
	}
	return rows
}

// page returns a drawn page in grey.
func page(tb testing.TB, spec scans.Spec) qr.Picture {
	tb.Helper()
	pdf, _, err := scans.Draw(spec)
	require.NoError(tb, err)
	d, err := raster.Open(tb.Context(), bytes.NewReader(pdf), int64(len(pdf)), raster.Limits{})
	require.NoError(tb, err)
	defer d.Close()
	p, err := d.Render(tb.Context(), 1)
	require.NoError(tb, err)
	return qr.Picture{W: p.Image.W, H: p.Image.H, Y: p.Image.Y}
}

// printed is a code as it stands on a page.
type printed struct {
	x, y  float64 // its middle in pixels
	side  float64 // in pixels
	angle float64 // clockwise, in degrees
	ink   float64 // grey of its black
}

// paste prints a code with a quiet zone of four modules.
func paste(p qr.Picture, code [][]bool, at printed) {
	n := float64(len(code))
	m := at.side / n
	sin, cos := math.Sincos(at.angle * math.Pi / 180)
	reach := int((at.side/2+4*m)*1.5) + 2
	const sub = 4
	for y := max(0, int(at.y)-reach); y < min(p.H, int(at.y)+reach); y++ {
		for x := max(0, int(at.x)-reach); x < min(p.W, int(at.x)+reach); x++ {
			light, in := 0.0, 0
			for k := range sub * sub {
				dx := float64(x) + (float64(k%sub)+0.5)/sub - at.x
				dy := float64(y) + (float64(k/sub)+0.5)/sub - at.y
				u, v := (dx*cos+dy*sin)/m+n/2, (dy*cos-dx*sin)/m+n/2
				switch {
				case u < -4 || v < -4 || u >= n+4 || v >= n+4:
					light += float64(p.Y[y*p.W+x])
					continue
				case u >= 0 && v >= 0 && u < n && v < n && code[int(v)][int(u)]:
					light += at.ink
				default:
					light += 250
				}
				in++
			}
			if in > 0 {
				p.Y[y*p.W+x] = uint8(light / sub / sub)
			}
		}
	}
}

// blur spreads every pixel over its neighbours, sigma in pixels.
func blur(p qr.Picture, sigma float64) {
	if sigma <= 0 {
		return
	}
	reach := int(3*sigma) + 1
	kernel := make([]float64, 2*reach+1)
	sum := 0.0
	for i := range kernel {
		kernel[i] = math.Exp(-float64((i-reach)*(i-reach)) / (2 * sigma * sigma))
		sum += kernel[i]
	}
	along := func(n int, at func(i int) *uint8) {
		line := make([]float64, n)
		for i := range line {
			line[i] = float64(*at(i))
		}
		for i := range n {
			v := 0.0
			for k, w := range kernel {
				v += w * line[min(max(i+k-reach, 0), n-1)]
			}
			*at(i) = uint8(v/sum + 0.5)
		}
	}
	for y := range p.H {
		along(p.W, func(i int) *uint8 { return &p.Y[y*p.W+i] })
	}
	for x := range p.W {
		along(p.H, func(i int) *uint8 { return &p.Y[i*p.W+x] })
	}
}

// scanned returns what is left of a page in a file.
func scanned(tb testing.TB, p qr.Picture, r *rand.Rand, quality int, bilevel bool) qr.Picture {
	tb.Helper()
	for i, v := range p.Y {
		p.Y[i] = uint8(min(255, max(0, float64(v)+4*r.NormFloat64())))
	}
	if bilevel {
		for i, v := range p.Y {
			p.Y[i] = 255
			if v < 128 {
				p.Y[i] = 0
			}
		}
		return p
	}
	var b bytes.Buffer
	im := &image.Gray{Pix: p.Y, Stride: p.W, Rect: image.Rect(0, 0, p.W, p.H)}
	require.NoError(tb, jpeg.Encode(&b, im, &jpeg.Options{Quality: quality}))
	back, err := jpeg.Decode(&b)
	require.NoError(tb, err)
	gray := back.(*image.Gray)
	for y := range p.H {
		copy(p.Y[y*p.W:(y+1)*p.W], gray.Pix[y*gray.Stride:])
	}
	return p
}

// around calls change with the part of a page around a code, and puts back what
// it returns: what a scanner does to a page is seen there alone.
func around(p qr.Picture, at printed, change func(qr.Picture) qr.Picture) {
	reach := int(1.2*at.side) + 8
	x0, y0 := max(0, int(at.x)-reach), max(0, int(at.y)-reach)
	x1, y1 := min(p.W, int(at.x)+reach), min(p.H, int(at.y)+reach)
	part := qr.Picture{W: x1 - x0, H: y1 - y0}
	for y := y0; y < y1; y++ {
		part.Y = append(part.Y, p.Y[y*p.W+x0:y*p.W+x1]...)
	}
	part = change(part)
	for y := y0; y < y1; y++ {
		copy(p.Y[y*p.W+x0:y*p.W+x1], part.Y[(y-y0)*part.W:])
	}
}

func clone(p qr.Picture) qr.Picture {
	return qr.Picture{W: p.W, H: p.H, Y: append([]uint8(nil), p.Y...)}
}

// payload returns what a code of a dossier may say, the longer the greater n.
func payload(n int) string {
	code := fmt.Sprintf("H20.30-230911-%04d", n%10000)
	switch n % 4 {
	case 0:
		return code
	case 1:
		return code + "|1.000894|087199000001|Giấy chứng nhận kết hôn"
	case 2:
		return "https://dichvucong.example.vn/tra-cuu?ma=" + code
	}
	return fmt.Sprintf(`{"maHoSo":%q,"maTTHC":"1.000894","soDinhDanh":"087199000001","tenGiayTo":"Giấy chứng nhận kết hôn","heThong":"Một cửa điện tử","ngayCap":"11/09/2023"}`, code)
}
