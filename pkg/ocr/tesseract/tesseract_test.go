package tesseract_test

import (
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
)

// picture reads a picture of testdata, which testdata/gen has drawn.
func picture(t testing.TB, name string) *ocr.Picture {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	require.NoError(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	require.NoError(t, err)
	g := img.(*image.Gray)
	return &ocr.Picture{W: g.Rect.Dx(), H: g.Rect.Dy(), Pix: g.Pix, DPI: 150}
}

func engine(t testing.TB, o tesseract.Options) *tesseract.Engine {
	t.Helper()
	o.Cache = wasmtest.Cache(t)
	e := tesseract.New(o)
	t.Cleanup(func() { assert.NoError(t, e.Close()) })
	return e
}

func texts(lines []ocr.Line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.Text())
	}
	return all
}

func TestRead(t *testing.T) {
	e := engine(t, tesseract.Options{})
	for _, c := range []struct {
		file   string
		layout ocr.Layout
		want   []string
	}{
		{"title.png", ocr.Single, []string{"GIẤY CHỨNG NHẬN KẾT HÔN"}},
		{"captions.png", ocr.Sparse, []string{"Chồng", "Vợ", "(Ký, ghi rõ họ, chữ đệm, tên)", "(Ký, ghi rõ họ, chữ đệm, tên)"}},
		{"block.png", ocr.Block, []string{
			"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
			"Nơi cư trú: Phường Thượng Lâm, tỉnh Đồng Nai", "Giấy tờ tùy thân: Thẻ căn cước, cấp ngày 09/02/2022",
		}},
		{"block.png", ocr.Sparse, []string{
			"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
			"Nơi cư trú: Phường Thượng Lâm, tỉnh Đồng Nai", "Giấy tờ tùy thân: Thẻ căn cước, cấp ngày 09/02/2022",
		}},
	} {
		p := picture(t, c.file)
		for _, dpi := range []float64{150, 0} {
			p.DPI = dpi
			lines, err := e.Read(t.Context(), p, c.layout)
			require.NoError(t, err)
			assert.Equal(t, c.want, texts(lines), "%s, layout %d, %v dpi", c.file, c.layout, dpi)
		}
	}
}

// TestBoxes: words lie where they were drawn, 150 px to the inch.
func TestBoxes(t *testing.T) {
	e := engine(t, tesseract.Options{})
	lines, err := e.Read(t.Context(), picture(t, "captions.png"), ocr.Block)
	require.NoError(t, err)
	require.NotEmpty(t, lines)
	require.Len(t, lines[0].Words, 2)
	for i, mm := range []float64{36, 122} {
		w := lines[0].Words[i]
		assert.InDelta(t, mm/25.4*150, w.Box.X0, 4, w.Text)
		assert.Greater(t, w.Box.X1, w.Box.X0)
		assert.InDelta(t, 5/25.4*150, w.Box.Y1, 12, "below the baseline by a dot or a tail at most")
		assert.Less(t, w.Box.Y0, w.Box.Y1)
		assert.Greater(t, w.Confidence, 0.5)
		assert.LessOrEqual(t, w.Confidence, 1.0)
	}
}

func TestUnusual(t *testing.T) {
	e := engine(t, tesseract.Options{})
	grey := func(w, h int, value uint8) *ocr.Picture {
		p := &ocr.Picture{W: w, H: h, Pix: make([]uint8, w*h)}
		for i := range p.Pix {
			p.Pix[i] = value
		}
		return p
	}
	chequered := grey(300, 300, 255)
	for i := range chequered.Pix {
		if (i/300+i%300)%2 == 0 {
			chequered.Pix[i] = 0
		}
	}
	for _, c := range []struct {
		name string
		p    *ocr.Picture
	}{
		{"none", grey(0, 0, 0)}, {"a pixel", grey(1, 1, 0)}, {"a row", grey(900, 1, 0)}, {"a column", grey(1, 900, 255)},
		{"three pixels", grey(3, 3, 0)}, {"low", grey(2000, 4, 255)}, {"narrow", grey(4, 2000, 0)},
		{"long", grey(1500, 20, 255)}, {"black", grey(500, 500, 0)}, {"white", grey(500, 500, 255)}, {"chequered", chequered},
	} {
		for _, l := range []ocr.Layout{ocr.Block, ocr.Single, ocr.Sparse} {
			_, err := e.Read(t.Context(), c.p, l)
			assert.NoError(t, err, "%s, layout %d", c.name, l)
		}
	}
	for name, p := range map[string]*ocr.Picture{
		"too long": grey(tesseract.MaxSide+1, 1, 0), "too large": grey(4000, tesseract.MaxPixels/4000+1, 0),
		"pixels missing": {W: 5, H: 5, Pix: make([]uint8, 24)}, "negative": {W: -5, H: -5, Pix: make([]uint8, 25)},
	} {
		_, err := e.Read(t.Context(), p, ocr.Block)
		assert.ErrorAs(t, err, new(*ocr.PictureError), name)
	}
	_, err := e.Read(t.Context(), grey(4000, tesseract.MaxLinePixels/4000+1, 255), ocr.Single)
	assert.ErrorAs(t, err, new(*ocr.PictureError), "too large for a line")
	_, err = e.Read(t.Context(), grey(50, 50, 0), ocr.Layout(9))
	assert.ErrorContains(t, err, "layout")
	lines, err := e.Read(t.Context(), picture(t, "title.png"), ocr.Single)
	require.NoError(t, err)
	assert.Equal(t, []string{"GIẤY CHỨNG NHẬN KẾT HÔN"}, texts(lines), "after all that")
}

func TestConcurrent(t *testing.T) {
	e := engine(t, tesseract.Options{Instances: 2})
	title, captions := picture(t, "title.png"), picture(t, "captions.png")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if i%2 == 0 {
				lines, err := e.Read(t.Context(), title, ocr.Single)
				assert.NoError(t, err)
				assert.Equal(t, []string{"GIẤY CHỨNG NHẬN KẾT HÔN"}, texts(lines))
				return
			}
			lines, err := e.Read(t.Context(), captions, ocr.Block)
			assert.NoError(t, err)
			assert.Len(t, lines, 2)
		})
	}
	wg.Wait()
}

// countdown is a context that is done after it has been asked so many times.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// TestCancelled: a run ends where the context is looked at, wherever that is,
// and the next one succeeds.
func TestCancelled(t *testing.T) {
	e := engine(t, tesseract.Options{})
	p := picture(t, "captions.png")
	want, err := e.Read(t.Context(), p, ocr.Block)
	require.NoError(t, err)
	looks := 0
	for ; ; looks++ {
		got, err := e.Read(&countdown{t.Context(), looks}, p, ocr.Block)
		if err == nil {
			assert.Equal(t, want, got)
			break
		}
		require.ErrorIs(t, err, context.DeadlineExceeded, "after %d looks", looks)
	}
	assert.Greater(t, looks, len(want), "a look at every line at least")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = e.Read(ctx, p, ocr.Block)
	assert.ErrorIs(t, err, context.Canceled)
	got, err := e.Read(t.Context(), p, ocr.Block)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestClosed(t *testing.T) {
	e := tesseract.New(tesseract.Options{Cache: wasmtest.Cache(t)})
	_, err := e.Read(t.Context(), picture(t, "title.png"), ocr.Single)
	require.NoError(t, err)
	require.NoError(t, e.Close())
	require.NoError(t, e.Close())
	_, err = e.Read(t.Context(), picture(t, "title.png"), ocr.Single)
	assert.ErrorIs(t, err, tesseract.ErrClosed)
}
