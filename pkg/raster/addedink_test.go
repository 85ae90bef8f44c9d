package raster_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
	"github.com/tthclint/tthclint/pkg/raster"
)

// plane is a page of A4 at 100 dpi, or a part of it: 255 is white.
type plane struct {
	w, h int
	v    []uint8
}

func newPlane(w, h int, v uint8) plane {
	p := plane{w, h, make([]uint8, w*h)}
	for i := range p.v {
		p.v[i] = v
	}
	return p
}

func blank() plane { return newPlane(layerW, layerH, 255) }

const layerW, layerH = 827, 1170 // 595.44 × 842.4 pt

const layerBox = "/MediaBox [0 0 595.44 842.4]"

func (p plane) fill(x, y, w, h int, v uint8) {
	for j := y; j < min(p.h, y+h); j++ {
		for i := x; i < min(p.w, x+w); i++ {
			p.v[j*p.w+i] = min(p.v[j*p.w+i], v)
		}
	}
}

// print draws lines of letters over the page, captions of the boxes included.
func (p plane) print(v uint8) plane {
	for y := 60; y < 1080; y += 24 {
		if y > 780 && y < 960 {
			continue // where the boxes are
		}
		for x := 80; x < 740; x += 9 {
			if x/9%7 != 0 {
				p.fill(x, y, 2, 11, v)
				p.fill(x, y+x%8, 6, 2, v)
			}
		}
	}
	return p
}

// sign scribbles into a box; see boxes.
func (p plane) sign(box int, v uint8) plane {
	x0, y0 := 120+330*box, 830
	for i := range 160 {
		p.fill(x0+i, y0+(i*i/7)%60, 3, 3, v)
	}
	return p
}

// boxes are where the signatures are, in mm.
var boxes = [2]raster.Rect{{X: 30, Y: 210, W: 43, H: 18}, {X: 113, Y: 210, W: 43, H: 18}}

func (p plane) part(x, y, w, h int) plane {
	q := newPlane(w, h, 255)
	for j := range h {
		copy(q.v[j*w:(j+1)*w], p.v[(y+j)*p.w+x:])
	}
	return q
}

func (p plane) twice() plane {
	q := newPlane(2*p.w, 2*p.h, 255)
	for i := range q.v {
		q.v[i] = p.v[i/q.w/2*p.w+i%q.w/2]
	}
	return q
}

// inverted is p as a mask: opaque where there is ink.
func (p plane) inverted() plane {
	q := newPlane(p.w, p.h, 255)
	for i := range q.v {
		q.v[i] = 255 - p.v[i]
	}
	return q
}

const flateFilter = " /Filter /FlateDecode"

func (p plane) grey(to *pdf, further string) int {
	return to.image(p.w, p.h, grey8+flateFilter+further, deflate(p.v))
}

// colour stores p in blue or another colour where it is dark, white elsewhere.
func (p plane) colour(to *pdf, r, g, b uint8, further string) int {
	rgb := make([]byte, 0, 3*len(p.v))
	for _, v := range p.v {
		if v < 128 {
			rgb = append(rgb, r, g, b)
		} else {
			rgb = append(rgb, 255, 255, 255)
		}
	}
	return to.image(p.w, p.h, "/ColorSpace /DeviceRGB /BitsPerComponent 8"+flateFilter+further, deflate(rgb))
}

func (p plane) bits() []byte {
	row := (p.w + 7) / 8
	b := make([]byte, row*p.h)
	for i, v := range p.v {
		if v >= 128 {
			b[i/p.w*row+i%p.w/8] |= 0x80 >> (i % p.w % 8)
		}
	}
	return b
}

// stencil is p as a mask through which the fill colour is painted.
func (p plane) stencil(to *pdf) int {
	return to.image(p.w, p.h, "/ImageMask true"+flateFilter, deflate(p.bits()))
}

func (p plane) jbig2(to *pdf) int {
	return to.image(p.w, p.h, "/ImageMask true /BitsPerComponent 1 /Filter /JBIG2Decode", jbig2(p))
}

// jbig2 codes a plane as an MMR region (ITU-T T.88 7.4.6), embedded.
func jbig2(p plane) []byte {
	two := make([]byte, len(p.v))
	for i, v := range p.v {
		if v >= 128 {
			two[i] = 1
		}
	}
	var b []byte
	be := binary.BigEndian
	segment := func(number uint32, kind byte, data []byte) {
		b = be.AppendUint32(b, number)
		b = append(b, kind, 0, 1)
		b = append(be.AppendUint32(b, uint32(len(data))), data...)
	}
	size := be.AppendUint32(be.AppendUint32(nil, uint32(p.w)), uint32(p.h))
	segment(0, 48, append(size[:8:8], make([]byte, 11)...))
	segment(1, 38, append(append(size[:8:8], 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), pdfwrite.Fax(two, p.w)...))
	return b
}

// layered draws a page of images and graphics states; content names them by
// what add returns.
func layered(t *testing.T, r *raster.Renderer, build func(p *pdf, add func(int) string) (content string)) *raster.Page {
	t.Helper()
	p := newPDF()
	var names strings.Builder
	content := build(p, func(n int) string {
		fmt.Fprintf(&names, "/I%d %d 0 R ", n, n)
		return fmt.Sprintf("/I%d Do", n)
	})
	p.page(layerBox, fmt.Sprintf("/XObject << %s >> /ExtGState << /Multiply << /BM /Multiply >> /Pale << /ca .98 >> /Plain << >> >>", &names), content)
	b := p.bytes()
	if r == nil {
		return mustRender(t, b)
	}
	page, err := openWith(t, r, b, raster.Limits{}).Render(t.Context(), 1)
	require.NoError(t, err)
	return page
}

// over paints an image over all of the page, or a part of it given in pixels.
func over(do string) string { return overPart(0, 0, layerW, layerH, do) }

func overPart(x, y, w, h int, do string) string {
	return fmt.Sprintf("q %.2f 0 0 %.2f %.2f %.2f cm %s Q ", float64(w)*.72, float64(h)*.72, float64(x)*.72, float64(layerH-y-h)*.72, do)
}

// scanned is the usual scan: all of the paper in one picture.
func scanned() plane { return newPlane(layerW, layerH, 236).print(40) }

// told asserts what is said of both boxes, and that nothing else is said.
func told(t *testing.T, page *raster.Page, doubtful bool) {
	t.Helper()
	for n, box := range boxes {
		hits := 0
		for _, p := range page.Pasted {
			if p.X < box.X+box.W && box.X < p.X+p.W && p.Y < box.Y+box.H && box.Y < p.Y+p.H {
				hits++
				assert.Equal(t, raster.Content, p.Kind)
				assert.Equal(t, doubtful, p.Doubtful, "box %d", n)
			}
		}
		assert.Equal(t, 1, hits, "box %d: %v", n, page.Pasted)
	}
	assert.Len(t, page.Pasted, len(boxes))
}

// However signatures are spread over a scan, what has no print is no layer of it.
func TestInkLaidOver(t *testing.T) {
	signatures := blank().sign(0, 30).sign(1, 30)
	mask := func(p *pdf, s plane) string { return fmt.Sprintf(" /SMask %d 0 R", s.inverted().grey(p, "")) }
	stencilOf := func(p *pdf, s plane) string { return fmt.Sprintf(" /Mask %d 0 R", s.stencil(p)) }
	tiles := func(p *pdf, add func(int) string, s plane) (content string) {
		for y := 0; y < layerH; y += 234 {
			for x := 0; x < layerW-1; x += 118 {
				tile := s.part(x, y, 118, 234)
				content += overPart(x, y, 118, 234, add(tile.colour(p, 20, 20, 140, mask(p, tile))))
			}
		}
		return content
	}
	for name, overlay := range map[string]func(p *pdf, add func(int) string) string{
		"a stencil": func(p *pdf, add func(int) string) string {
			return "0.1 0.1 0.6 rg " + over(add(signatures.stencil(p)))
		},
		"a soft mask": func(p *pdf, add func(int) string) string {
			return over(add(signatures.colour(p, 20, 20, 140, mask(p, signatures))))
		},
		"a hard mask": func(p *pdf, add func(int) string) string {
			return over(add(signatures.colour(p, 20, 20, 140, stencilOf(p, signatures))))
		},
		"twice as fine": func(p *pdf, add func(int) string) string {
			s := signatures.twice()
			return over(add(s.colour(p, 20, 20, 140, mask(p, s))))
		},
		"not quite as large": func(p *pdf, add func(int) string) string {
			s := signatures.part(10, 10, layerW-20, layerH-20)
			return overPart(10, 10, layerW-20, layerH-20, add(s.colour(p, 20, 20, 140, mask(p, s))))
		},
		"opaque, print and all": func(p *pdf, add func(int) string) string {
			s := scanned().sign(0, 30).sign(1, 30).part(20, 20, layerW-40, layerH-40)
			return overPart(20, 20, layerW-40, layerH-40, add(s.grey(p, "")))
		},
		"print traced": func(p *pdf, add func(int) string) string {
			s := blank().print(0).sign(0, 0).sign(1, 0)
			return over(add(s.colour(p, 0, 0, 0, mask(p, s))))
		},
		"in tiles": func(p *pdf, add func(int) string) string { return tiles(p, add, signatures) },
		"cut from the scan's grid": func(p *pdf, add func(int) string) string {
			a, b := scanned().sign(0, 30).part(100, 800, 220, 120), scanned().sign(1, 30).part(430, 800, 220, 120)
			return overPart(100, 800, 220, 120, add(a.grey(p, ""))) + overPart(430, 800, 220, 120, add(b.grey(p, "")))
		},
		"one upon the other": func(p *pdf, add func(int) string) string {
			a, b := blank().sign(0, 30), blank().sign(1, 30)
			return "0 0 0.5 rg " + over(add(a.stencil(p))) + over(add(b.stencil(p)))
		},
		"in a knock-out group": func(p *pdf, add func(int) string) string {
			s := signatures.colour(p, 20, 20, 140, mask(p, signatures))
			return add(p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Group << /S /Transparency /K true /I true >> /Resources << /XObject << /S %d 0 R >> >>", s), []byte(over("/S Do"))))
		},
		"behind other layers that say nothing": func(p *pdf, add func(int) string) string {
			nothing := add(blank().stencil(p))
			return strings.Repeat(over(nothing), 6) + over(add(signatures.stencil(p))) + over(nothing)
		},
	} {
		t.Run(name, func(t *testing.T) {
			told(t, layered(t, nil, func(p *pdf, add func(int) string) string {
				return over(add(scanned().grey(p, ""))) + overlay(p, add)
			}), false)
		})
	}
	t.Run("on a scan in strips", func(t *testing.T) {
		told(t, layered(t, nil, func(p *pdf, add func(int) string) (content string) {
			for y := 0; y < layerH; y += 117 {
				content += overPart(0, y, layerW, 117, add(scanned().part(0, y, layerW, 117).grey(p, "")))
			}
			return content + over(add(signatures.stencil(p)))
		}), false)
	})
	t.Run("on a compound scan", func(t *testing.T) {
		told(t, layered(t, nil, func(p *pdf, add func(int) string) string {
			return over(add(newPlane(layerW, layerH, 236).grey(p, ""))) + over(add(blank().print(0).stencil(p))) +
				over(add(signatures.colour(p, 20, 20, 140, mask(p, signatures))))
		}), true)
	})
	t.Run("under a scan that lets it through", func(t *testing.T) {
		told(t, layered(t, nil, func(p *pdf, add func(int) string) string {
			return over(add(signatures.colour(p, 20, 20, 140, ""))) + over(add(blank().print(0).stencil(p)))
		}), true)
	})
	t.Run("on the lower half", func(t *testing.T) {
		told(t, layered(t, nil, func(p *pdf, add func(int) string) string {
			s := signatures.part(0, 585, layerW, 585)
			return over(add(scanned().grey(p, ""))) + overPart(0, 585, layerW, 585, add(s.stencil(p)))
		}), false)
	})
}

// The same where the page has to be rendered.
func TestInkLaidOverRendered(t *testing.T) {
	r := newRenderer(t)
	signatures := blank().sign(0, 30).sign(1, 30)
	for name, overlay := range map[string]func(p *pdf, add func(int) string) string{
		"multiplied": func(p *pdf, add func(int) string) string {
			return "/Multiply gs " + over(add(signatures.colour(p, 20, 20, 140, "")))
		},
		"a colour key": func(p *pdf, add func(int) string) string {
			return over(add(signatures.colour(p, 20, 20, 140, " /Mask [255 255 255 255 255 255]")))
		},
		"pale": func(p *pdf, add func(int) string) string {
			return "/Pale gs " + over(add(scanned().sign(0, 30).sign(1, 30).grey(p, "")))
		},
		"JBIG2": func(p *pdf, add func(int) string) string { return over(add(signatures.jbig2(p))) },
		"a little turned": func(p *pdf, add func(int) string) string {
			return "q 595.4 2 -2 842 0 0 cm " + add(signatures.stencil(p)) + " Q"
		},
		"in a form": func(p *pdf, add func(int) string) string {
			s := signatures.colour(p, 20, 20, 140, "")
			return add(p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Group << /S /Transparency /K true >> /Resources << /XObject << /S %d 0 R >> /ExtGState << /M << /BM /Darken >> >> >>", s), []byte("/M gs "+over("/S Do"))))
		},
	} {
		t.Run(name, func(t *testing.T) {
			page := layered(t, r, func(p *pdf, add func(int) string) string {
				return over(add(scanned().grey(p, ""))) + overlay(p, add)
			})
			assert.Equal(t, raster.Rendered, page.Source)
			told(t, page, false)
		})
	}
	t.Run("on a compound scan of JBIG2", func(t *testing.T) {
		told(t, layered(t, r, func(p *pdf, add func(int) string) string {
			return over(add(newPlane(layerW, layerH, 236).grey(p, ""))) + over(add(blank().print(0).jbig2(p))) +
				"0 0 .5 rg " + over(add(signatures.stencil(p)))
		}), true)
	})
	t.Run("with images that cannot be counted", func(t *testing.T) {
		page := layered(t, r, func(p *pdf, add func(int) string) string {
			hidden := p.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", []byte("q Q"))
			off := p.add("<< /Type /OCG /Name (off) >>")
			p.catalog = fmt.Sprintf("/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] >> >>", off, off)
			p.objects[hidden-1] = []byte(strings.Replace(string(p.objects[hidden-1]), "/Form", fmt.Sprintf("/Form /OC %d 0 R", off), 1))
			return over(add(scanned().grey(p, ""))) + add(hidden) + " /Multiply gs " + over(add(signatures.grey(p, "")))
		})
		require.Len(t, page.Pasted, 1)
		assert.True(t, page.Pasted[0].Doubtful)
		assert.InDelta(t, page.WidthMM, page.Pasted[0].W, .1)
	})
}

// Scanners take a page apart, too: the layer with the print is part of the scan,
// and so is the ink in it.
func TestCompoundScan(t *testing.T) {
	r := newRenderer(t)
	paper := newPlane(layerW, layerH, 236)
	all := blank().print(0).sign(0, 0).sign(1, 0)
	alpha := func(p *pdf, s plane) string { return fmt.Sprintf(" /SMask %d 0 R", s.inverted().grey(p, "")) }
	pieces := func(x, y, w, h int, p *pdf, add func(int) string, image func(plane) int, s plane) (content string) {
		for top := 0; top < layerH; top += h {
			for left := 0; left < layerW-x; left += w {
				content += overPart(left, top, w, h, add(image(s.part(left, top, w, h))))
			}
		}
		return content
	}
	for name, build := range map[string]func(p *pdf, add func(int) string) string{
		"paper and stencil": func(p *pdf, add func(int) string) string {
			return over(add(paper.grey(p, ""))) + over(add(all.stencil(p)))
		},
		"paper and JBIG2": func(p *pdf, add func(int) string) string {
			return over(add(paper.grey(p, ""))) + over(add(all.jbig2(p)))
		},
		"paper, foreground and its mask": func(p *pdf, add func(int) string) string {
			return over(add(paper.grey(p, ""))) + over(add(all.colour(p, 0, 0, 90, alpha(p, all))))
		},
		"finer foreground": func(p *pdf, add func(int) string) string {
			return over(add(paper.grey(p, ""))) + over(add(all.twice().stencil(p)))
		},
		"paper with a shadow of the print": func(p *pdf, add func(int) string) string {
			return over(add(newPlane(layerW, layerH, 236).print(190).grey(p, ""))) + over(add(all.stencil(p)))
		},
		"paper that bears the signatures": func(p *pdf, add func(int) string) string {
			return over(add(newPlane(layerW, layerH, 236).sign(0, 60).sign(1, 60).grey(p, ""))) + over(add(blank().print(0).stencil(p)))
		},
		"print kept below and sharpened": func(p *pdf, add func(int) string) string {
			return over(add(scanned().sign(0, 60).sign(1, 60).grey(p, ""))) + over(add(all.stencil(p)))
		},
		"tiles of paper, tiles of print": func(p *pdf, add func(int) string) string {
			return pieces(1, 0, 118, 234, p, add, func(s plane) int { return s.grey(p, "") }, paper) +
				pieces(1, 0, 118, 234, p, add, func(s plane) int { return s.stencil(p) }, all)
		},
		"strips, each of paper and print": func(p *pdf, add func(int) string) (content string) {
			for y := 0; y < layerH; y += 585 {
				content += overPart(0, y, layerW, 585, add(paper.part(0, y, layerW, 585).grey(p, ""))) +
					overPart(0, y, layerW, 585, add(all.part(0, y, layerW, 585).stencil(p)))
			}
			return content
		},
		"narrow strips, each of paper and print": func(p *pdf, add func(int) string) (content string) {
			for y := 0; y < layerH; y += 117 {
				content += overPart(0, y, layerW, 117, add(paper.part(0, y, layerW, 117).grey(p, ""))) +
					overPart(0, y, layerW, 117, add(all.part(0, y, layerW, 117).stencil(p)))
			}
			return content
		},
		"three layers, of which one shows a seal": func(p *pdf, add func(int) string) string {
			seal := blank()
			seal.fill(300, 620, 90, 90, 0)
			return over(add(paper.grey(p, ""))) + "0 g " + over(add(all.stencil(p))) + ".8 .1 .1 rg " + over(add(seal.stencil(p)))
		},
	} {
		t.Run(name, func(t *testing.T) {
			page := layered(t, r, build)
			for _, p := range page.Pasted {
				assert.True(t, p.Doubtful)
				for _, box := range boxes {
					assert.False(t, p.X < box.X+box.W && box.X < p.X+p.W && p.Y < box.Y+box.H && box.Y < p.Y+p.H, "%v", p)
				}
			}
			ink := 0
			im := page.Image
			for i, v := range im.Y {
				if y := float64(i/im.W) / page.DPI * 25.4; v < 128 && y > boxes[0].Y && y < boxes[0].Y+boxes[0].H {
					ink++
				}
			}
			assert.Greater(t, ink, 500, "the signatures are in the picture")
		})
	}
}
