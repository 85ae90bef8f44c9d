package form_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

func edition(t testing.TB, s *form.Set, id string) *form.Edition {
	for _, f := range s.Forms() {
		for _, e := range f.Editions {
			if e.ID == id {
				return e
			}
		}
	}
	t.Fatalf("no edition %s", id)
	return nil
}

func signatureBox(t testing.TB, e *form.Edition, key string) form.Box {
	f, ok := e.Place(key)
	require.True(t, ok)
	return f.Box
}

// A certificate that only the wife has signed, however it lies on the glass.
func TestReadTurned(t *testing.T) {
	set := builtin(t)
	for _, id := range []string{"kh-2020-p", "kh-2020-l"} {
		e := edition(t, set, id)
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Colour)
		s.print(e)
		wife := signatureBox(t, e, form.WifeSignature)
		s.sign(wife)
		for _, degrees := range []int{0, 90, 180, 270} {
			t.Run(fmt.Sprint(id, degrees), func(t *testing.T) {
				r, err := set.Read(t.Context(), s.turned(degrees), form.Options{})
				require.NoError(t, err)
				require.NotNil(t, r.Form, r.Reason)
				assert.Equal(t, id, r.Edition.ID)
				assert.Equal(t, degrees, r.Rotation)
				w, _ := r.Field(form.WifeSignature)
				h, _ := r.Field(form.HusbandSignature)
				assert.Equal(t, ink.Present, w.State)
				assert.Equal(t, ink.Absent, h.State)
				want := wife
				switch degrees {
				case 90:
					want = form.Box{X: e.Paper.H - wife.Y - wife.H, Y: wife.X, W: wife.H, H: wife.W}
				case 180:
					want = form.Box{X: e.Paper.W - wife.X - wife.W, Y: e.Paper.H - wife.Y - wife.H, W: wife.W, H: wife.H}
				case 270:
					want = form.Box{X: wife.Y, Y: e.Paper.W - wife.X - wife.W, W: wife.H, H: wife.W}
				}
				assert.InDelta(t, want.X, w.Box.X, 1.5)
				assert.InDelta(t, want.Y, w.Box.Y, 1.5)
				assert.InDelta(t, want.W, w.Box.W, 1.5)
				assert.InDelta(t, want.H, w.Box.H, 1.5)
			})
		}
	}
}

// Left and right are read, never guessed: where the captions stand the other
// way round, neither box is given to anybody.
func TestReadSwappedColumns(t *testing.T) {
	set := builtin(t)
	e := edition(t, set, "kh-2020-p")
	swapped := *e
	swapped.Captions = append([]form.Caption(nil), e.Captions...)
	for i := range swapped.Captions {
		c := &swapped.Captions[i]
		for from, to := range map[string]string{"wife": "husband", "husband": "wife"} {
			if c.ID == from {
				o, _ := e.Caption(to)
				c.Box.X += o.Box.X + o.Box.W/2 - c.Box.X - c.Box.W/2
			}
		}
	}
	s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
	s.print(&swapped)
	s.sign(signatureBox(t, e, form.WifeSignature))
	r, err := set.Read(t.Context(), s.page, form.Options{})
	require.NoError(t, err)
	for _, key := range []string{form.WifeSignature, form.HusbandSignature} {
		if f, ok := r.Field(key); ok {
			assert.Equal(t, ink.Unsure, f.State, key)
			assert.Equal(t, form.CaptionNotFound, f.Because, key)
		}
	}
}

func TestReadOtherPapers(t *testing.T) {
	set := builtin(t)
	t.Run("birth certificate", func(t *testing.T) {
		e := edition(t, set, "ks-2020")
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
		s.print(e)
		r, err := set.Read(t.Context(), s.page, form.Options{})
		require.NoError(t, err)
		require.NotNil(t, r.Form, r.Reason)
		assert.Equal(t, "khai_sinh", r.Form.ID)
	})
	t.Run("without its title", func(t *testing.T) {
		e := edition(t, set, "kh-2020-p")
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
		s.print(e, "title ")
		r, err := set.Read(t.Context(), s.page, form.Options{})
		require.NoError(t, err)
		assert.Nil(t, r.Form)
		assert.Equal(t, form.OtherForm, r.Reason)
	})
	t.Run("blank", func(t *testing.T) {
		r, err := set.Read(t.Context(), newSheet(t, 210, 297, raster.Grey).page, form.Options{})
		require.NoError(t, err)
		assert.Nil(t, r.Form)
		assert.Equal(t, form.NoText, r.Reason)
	})
	t.Run("no picture", func(t *testing.T) {
		r, err := set.Read(t.Context(), &raster.Page{}, form.Options{})
		require.NoError(t, err)
		assert.Equal(t, form.NoPicture, r.Reason)
	})
}

func TestReadCovered(t *testing.T) {
	set := builtin(t)
	e := edition(t, set, "kh-2020-p")
	s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
	s.print(e)
	s.page.Overlay = []raster.Rect{{X: 50, Y: 180, W: 20, H: 5}}
	r, err := set.Read(t.Context(), s.page, form.Options{})
	require.NoError(t, err)
	w, _ := r.Field(form.WifeSignature)
	h, _ := r.Field(form.HusbandSignature)
	assert.Equal(t, ink.Unsure, w.State)
	assert.Equal(t, form.Covered, w.Because)
	assert.Equal(t, ink.Absent, h.State)
}

// A picture that was put over a box is no ink on the paper, however little of
// it is in the box; an annotation is not in the picture of the page.
func TestReadPasted(t *testing.T) {
	set := builtin(t)
	e := edition(t, set, "kh-2020-p")
	state := func(p raster.Pasted) ink.State {
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
		s.print(e)
		s.page.Pasted = []raster.Pasted{p}
		r, err := set.Read(t.Context(), s.page, form.Options{})
		require.NoError(t, err)
		w, _ := r.Field(form.WifeSignature)
		return w.State
	}
	wide := raster.Rect{X: 0, Y: 100, W: 200, H: 150}
	assert.Equal(t, ink.Unsure, state(raster.Pasted{Rect: wide, Kind: raster.Content, Image: true}))
	assert.Equal(t, ink.Absent, state(raster.Pasted{Rect: wide, Kind: raster.Annotation, Image: true}))
	assert.Equal(t, ink.Absent, state(raster.Pasted{Rect: raster.Rect{X: 10, Y: 10, W: 50, H: 20}, Kind: raster.Content, Image: true}))
}

func TestReadCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := builtin(t).Read(ctx, newSheet(t, 210, 297, raster.Grey).page, form.Options{})
	assert.ErrorIs(t, err, context.Canceled)
}

func FuzzRead(f *testing.F) {
	set := builtin(f)
	f.Add(0, 0, 0, 150.0, 0, []byte{})
	f.Add(1, 1, 1, 150.0, 3, []byte{1})
	f.Add(5000, 100, 500000, 72.0, 1, []byte{0, 255, 3})
	f.Add(100, 5000, 500000, 4999.0, 2, []byte("noise over and over"))
	f.Add(400, 600, 240000, 50.0, 3, []byte{0, 255})
	f.Add(-5, 7, 3, -1.0, 7, []byte{9})
	f.Fuzz(func(t *testing.T, w, h, n int, dpi float64, planes int, pattern []byte) {
		if n < 0 || n > 1<<20 {
			n = 1 << 20
		}
		fill := func(k int) []uint8 {
			if planes>>k&1 == 0 && k > 0 {
				return nil
			}
			v := make([]uint8, n)
			for i := range v {
				if len(pattern) > 0 {
					v[i] = pattern[(i*(k+1)+i/97)%len(pattern)]
				}
			}
			return v
		}
		p := &raster.Page{WidthMM: float64(w) / dpi * 25.4, HeightMM: float64(h) / dpi * 25.4, DPI: dpi, Mode: raster.Colour,
			Image: &raster.Image{W: w, H: h, Y: fill(0), Cb: fill(1), Cr: fill(2)}}
		r, err := set.Read(context.Background(), p, form.Options{})
		if err != nil || r == nil {
			t.Fatal(r, err)
		}
		if (r.Form == nil) == (r.Reason == "") {
			t.Fatal("a reading has a form or a reason")
		}
	})
}

// A page on which matching is given up is nobody's form and no empty back page.
func TestReadNoise(t *testing.T) {
	s := newSheet(t, 210, 297, raster.Grey)
	s.noise(3)
	r, err := builtin(t).Read(t.Context(), s.page, form.Options{})
	require.NoError(t, err)
	assert.Nil(t, r.Form)
	assert.Equal(t, form.TooBusy, r.Reason)
}

// A patterned page must not cost much more than a plain one, nor noise many
// times as much.
func BenchmarkRead(b *testing.B) {
	set := builtin(b)
	e := edition(b, set, "kh-2020-p")
	for _, page := range []struct {
		name string
		draw func(*sheet, *form.Edition)
		want form.Reason
	}{
		{"plain", func(*sheet, *form.Edition) {}, form.Recognised},
		{"pattern", (*sheet).pattern, form.Recognised},
		{"noise", func(s *sheet, _ *form.Edition) { s.noise(3) }, form.TooBusy},
	} {
		b.Run(page.name, func(b *testing.B) {
			s := newSheet(b, e.Paper.W, e.Paper.H, raster.Colour)
			page.draw(s, e)
			s.print(e)
			s.sign(signatureBox(b, e, form.WifeSignature))
			b.ReportAllocs()
			for b.Loop() {
				r, err := set.Read(b.Context(), s.page, form.Options{})
				if err != nil || r.Reason != page.want {
					b.Fatal(r, err)
				}
			}
		})
	}
}

// A signature that runs out of its place is its signer's, and told to stand beside
// it; one that is nearer to another's place, or beyond a place that is not known,
// is nobody's.
func TestReadBeside(t *testing.T) {
	set := builtin(t)
	e := edition(t, set, "kh-2020-p")
	wife, husband := signatureBox(t, e, form.WifeSignature), signatureBox(t, e, form.HusbandSignature)
	official := signatureBox(t, e, form.OfficialSignature)
	read := func(t *testing.T, at form.Box) (w, h form.FieldReading) {
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Colour)
		s.print(e)
		s.sign(at)
		r, err := set.Read(t.Context(), s.page, form.Options{})
		require.NoError(t, err)
		require.NotNil(t, r.Form, r.Reason)
		w, _ = r.Field(form.WifeSignature)
		h, _ = r.Field(form.HusbandSignature)
		return w, h
	}
	t.Run("under the place", func(t *testing.T) {
		at := wife
		at.X, at.Y = at.X-6, at.Y+at.H/2+6
		w, h := read(t, at)
		assert.Equal(t, ink.Present, w.State)
		assert.Equal(t, form.Beside, w.Found)
		assert.Greater(t, w.Box.Y, wife.Y+3, "the place is moved over it")
		assert.Equal(t, ink.Absent, h.State)
		assert.Equal(t, form.ByLayout, h.Found)
	})
	t.Run("on the official's captions", func(t *testing.T) {
		at := official
		at.Y -= official.H/2 + 6
		w, h := read(t, at)
		for _, f := range []form.FieldReading{w, h} {
			assert.Equal(t, ink.Absent, f.State, f.Key)
			assert.Equal(t, form.ByLayout, f.Found, f.Key)
		}
	})
	t.Run("in the other's place", func(t *testing.T) {
		w, h := read(t, husband)
		assert.Equal(t, ink.Absent, w.State)
		assert.Equal(t, ink.Present, h.State)
		assert.Equal(t, form.ByLayout, h.Found)
	})
}

// stamp presses a round seal: a double ring, letters between it and an inner one.
func (s *sheet) stamp(x, y float64) {
	for a := 0.0; a < 2*math.Pi; a += 0.003 {
		for _, r := range []float64{17.9, 17.7, 17.5, 16.6, 11} {
			s.dark(x+r*math.Cos(a), y+r*math.Sin(a), 70)
		}
		if k := int(a * 12); k%3 > 0 {
			for r := 12.5; r < 15; r += 0.1 {
				s.dark(x+r*math.Cos(a), y+r*math.Sin(a), 90)
			}
		}
	}
}

// A seal that was put aside of the official's place is the official's; one far away
// is not.
func TestReadSealBeside(t *testing.T) {
	set := builtin(t)
	e := edition(t, set, "kh-2020-p")
	official := signatureBox(t, e, form.OfficialSignature)
	read := func(t *testing.T, x, y float64) form.FieldReading {
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
		s.print(e)
		s.stamp(x, y)
		r, err := set.Read(t.Context(), s.page, form.Options{})
		require.NoError(t, err)
		require.NotNil(t, r.Form, r.Reason)
		f, _ := r.Field(form.SealField)
		return f
	}
	aside := read(t, official.X-27, official.Y+official.H/2)
	assert.Equal(t, ink.Present, aside.State)
	assert.Equal(t, form.Beside, aside.Found)
	assert.Less(t, aside.Box.X, official.X-10)
	far := read(t, 40, 60)
	assert.Equal(t, ink.Absent, far.State)
	assert.Equal(t, form.ByLayout, far.Found)
}

// A seal that lies under the official's place has the signature about it.
func TestReadSignatureAboutSeal(t *testing.T) {
	set := builtin(t)
	e := edition(t, set, "kh-2020-p")
	official := signatureBox(t, e, form.OfficialSignature)
	x, y := official.X+official.W/2, official.Y+official.H+4
	read := func(signed bool) form.FieldReading {
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
		s.print(e)
		s.stamp(x, y)
		if signed {
			s.sign(form.Box{X: x - 8, Y: y - 12, W: 60, H: 20})
		}
		r, err := set.Read(t.Context(), s.page, form.Options{})
		require.NoError(t, err)
		require.NotNil(t, r.Form, r.Reason)
		f, _ := r.Field(form.OfficialSignature)
		return f
	}
	signed := read(true)
	assert.Equal(t, ink.Present, signed.State)
	assert.Equal(t, form.Beside, signed.Found)
	assert.NotEqual(t, ink.Present, read(false).State)
}
