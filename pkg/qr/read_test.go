package qr_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/qr"
)

// white returns an empty page.
func white(w, h int) qr.Picture {
	p := qr.Picture{W: w, H: h, Y: make([]uint8, w*h)}
	for i := range p.Y {
		p.Y[i] = 245
	}
	return p
}

func TestSeveralCodes(t *testing.T) {
	p := white(1000, 1400)
	want := []string{payload(0), payload(1), payload(2), "H20.30-230912-0007"}
	for i, angle := range []float64{0, 90, 183, 271} {
		paste(p, modules(t, want[i], "M"), printed{x: 200 + 500*float64(i%2), y: 200 + 300*float64(i), side: 110, angle: angle, ink: 30})
	}
	codes, err := qr.Read(t.Context(), p)
	require.NoError(t, err)
	var got []string
	for i, c := range codes {
		got = append(got, c.Text)
		x, y := 200+500*float64(i%2), 200+300*float64(i)
		assert.InDelta(t, x, c.Box.X+c.Box.W/2, 6)
		assert.InDelta(t, y, c.Box.Y+c.Box.H/2, 6)
	}
	assert.Equal(t, want, got, "from the top down")
}

func TestTextComesAsItIs(t *testing.T) {
	for _, text := range []string{"Họ, chữ đệm, tên: NGUYỄN THỊ Ở", "\x1b[31m\u202eđỏ\x07\x00", "0123456789", "HTTPS://EXAMPLE.VN/A"} {
		p := white(300, 300)
		paste(p, modules(t, text, "M"), printed{x: 150, y: 150, side: 160, ink: 0})
		codes, err := qr.Read(t.Context(), p)
		require.NoError(t, err)
		require.Len(t, codes, 1)
		assert.Equal(t, text, codes[0].Text)
	}
}

func TestNoPicture(t *testing.T) {
	for _, p := range []qr.Picture{{}, {W: 100, H: 100}, {W: -5, H: 7}, {W: 1 << 20, H: 1 << 20}, white(30, 30)} {
		codes, err := qr.Read(t.Context(), p)
		assert.NoError(t, err)
		assert.Empty(t, codes)
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	p := white(300, 300)
	paste(p, modules(t, "a", "M"), printed{x: 150, y: 150, side: 160})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := qr.Read(ctx, p)
	assert.ErrorIs(t, err, context.Canceled)
}

// FuzzRead reads small pictures: no panic, and no more codes than a page may
// have.
func FuzzRead(f *testing.F) {
	p := white(60, 60)
	paste(p, modules(f, "a", "L"), printed{x: 30, y: 30, side: 50})
	f.Add(p.Y, uint8(60))
	f.Add(white(40, 40).Y, uint8(40))
	f.Fuzz(func(t *testing.T, y []byte, w uint8) {
		if w == 0 {
			return
		}
		codes, err := qr.Read(t.Context(), qr.Picture{W: int(w), H: len(y) / int(w), Y: y})
		if err != nil || len(codes) > 16 {
			t.Fatal(err, len(codes))
		}
		for _, c := range codes {
			qr.Parse(c.Text, nil)
		}
	})
}
