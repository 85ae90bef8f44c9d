package raster_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/tthclint/tthclint/pkg/raster"
)

// fuzzPDF has resources of every kind under the names of the seeds.
func fuzzPDF(content []byte) []byte {
	p := newPDF()
	off := p.add("<< /Type /OCG /Name (off) >>")
	p.catalog = fmt.Sprintf("/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] >> >>", off, off)
	im := p.image(patternW, patternH, grey8, patternBytes())
	rgb := p.image(2, 2, "/ColorSpace /DeviceRGB /BitsPerComponent 8", patternBytes()[:12])
	mask := p.image(8, 2, "/ImageMask true", []byte{0xF0, 0x0F})
	form := p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [.5 0 0 .5 0 0] /Resources << /XObject << /Im %d 0 R /Fm %d 0 R >> >>", im, len(p.objects)+1),
		[]byte("q /Im Do Q 0 g 0 0 .1 .1 re f"))
	c := p.stream("", content)
	p.kids = []int{p.add(`<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R /Resources <<
/XObject << /Im %d 0 R /Rgb %d 0 R /M %d 0 R /Fm %d 0 R >> /Font << /F << /Subtype /Type0 >> >>
/ExtGState << /G << /ca 0 /LW 2 /BM /Normal /SMask /None /Font [5 0 R 9] >> >> /Properties << /Off %d 0 R >>
/ColorSpace << /Cs [/Indexed /DeviceRGB 1 <FF00000000FF>] >> >> >>`, media, c, im, rgb, mask, form, off)}
	return p.bytes()
}

// The interpreter takes any content: a page or a typed error comes out, soon,
// and never a panic.
func FuzzContent(f *testing.F) {
	for _, seed := range []string{
		"q 60 0 0 40 0 0 cm /Im Do Q",
		"/G gs q 60 0 0 40 0 0 cm /Im Do Q q 0 10 -10 0 30 20 cm /M Do Q 1 0 0 rg 3 3 9 9 re f",
		"/OC /Off BDC 0 0 60 40 re W n EMC -60 0 0 -40 60 40 cm /Rgb Do",
		"BT /F 12 Tf 3 Tr 1 0 0 1 5 5 Tm 2 Tc 14 TL [(ab) -120 <0041>] TJ T* (x) ' 1 2 (y) \" 7 Tr (z) Tj ET",
		"q 60 0 0 40 0 0 cm BI /W 6 /H 4 /BPC 8 /CS /G ID " + string(patternBytes()) + " EI Q",
		"q 60 0 0 40 0 0 cm BI /W 8 /H 2 /IM true /F [/AHx /Fl] /DP [null << /Predictor 12 >>] /D [1 0] ID 789C> EI Q",
		"60 0 0 40 0 0 cm /Fm Do /Cs cs 1 scn 0 0 1 1 re f",
		"0 0 m 60 0 l 60 40 l 0 40 l h W* n 1 2 3 4 5 6 c 7 8 9 1 v 2 3 4 5 y B* 0 0 10 10 re S s b",
		"% c\n[[[<<(\\)\\053\\n)>>]] 1e5 --3 +.5 5-3 /A#42 true null ] >> } ) \" ' <4",
		"1e300 0 0 1e300 1e300 1e300 cm /Im Do 0.0001 0 0 0.0001 0 0 cm /Im Do",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		b := fuzzPDF(content)
		start := time.Now()
		d, err := raster.Open(t.Context(), bytes.NewReader(b), int64(len(b)), raster.Limits{Pixels: 1 << 16})
		if err != nil {
			t.Skip("the PDF library took the content for something else: ", err)
		}
		page, err := d.Render(t.Context(), 1)
		if took := time.Since(start); took > 10*time.Second {
			t.Fatalf("took %v", took)
		}
		if err != nil {
			if strings.Contains(err.Error(), "panic") {
				t.Fatal(err)
			}
			return
		}
		n := page.Image.W * page.Image.H
		if len(page.Image.Y) != n || page.Image.Cb != nil && (len(page.Image.Cb) != n || len(page.Image.Cr) != n) {
			t.Fatalf("planes of %d, %d, %d bytes for %d pixels", len(page.Image.Y), len(page.Image.Cb), len(page.Image.Cr), n)
		}
		if (page.Mode == raster.Colour) != (page.Image.Cb != nil) {
			t.Fatalf("mode %s", page.Mode)
		}
	})
}
