package raster_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

func tryOpen(t *testing.T, b []byte, l raster.Limits) error {
	t.Helper()
	d, err := raster.Open(t.Context(), bytes.NewReader(b), int64(len(b)), l)
	if err == nil {
		require.NoError(t, d.Close())
	}
	return err
}

const uprightContent = "q 60 0 0 40 0 0 cm /Im Do Q"

func TestUnreadable(t *testing.T) {
	whole := patternPDF(media, uprightContent)
	loop := newPDF()
	loop.objects[1] = []byte("<< /Type /Pages /Count 1 /Kids [2 0 R] >>")
	for name, b := range map[string][]byte{
		"empty":           {},
		"one byte":        {'%'},
		"text":            []byte("Đây là một tệp văn bản, không phải PDF.\n" + strings.Repeat("xin chào ", 500)),
		"zeros":           make([]byte, 100_000),
		"header alone":    []byte("%PDF-1.7\n"),
		"a zip":           append([]byte("PK\x03\x04"), bytes.Repeat([]byte{7, 200, 31}, 5000)...),
		"cut off at 100":  whole[:100],
		"page tree loops": loop.bytes(),
	} {
		t.Run(name, func(t *testing.T) {
			require.ErrorIs(t, tryOpen(t, b, raster.Limits{}), raster.ErrUnreadable)
		})
	}
}

// A file that is cut off anywhere, or has one byte changed, gives a page or an
// error of the package, and never takes long.
func TestDamaged(t *testing.T) {
	p := newPDF()
	im := p.image(flagW, flagH, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", testdata(t, "ycc-420.jpg"))
	p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
	whole := p.bytes()
	check := func(b []byte) {
		d, err := raster.Open(t.Context(), bytes.NewReader(b), int64(len(b)), raster.Limits{})
		if err == nil {
			_, err = d.Render(t.Context(), 1)
		}
		var u *raster.UnsupportedError
		if err != nil && !errors.As(err, &u) && !errors.Is(err, raster.ErrUnreadable) && !errors.Is(err, raster.ErrTooLarge) && !errors.Is(err, raster.ErrEncrypted) {
			t.Errorf("untyped error: %v", err)
		}
	}
	for n := range whole {
		if n%3 == 0 {
			check(whole[:n])
		}
		b := bytes.Clone(whole)
		b[n] ^= byte(1 << (n % 8))
		check(b)
	}
}

func TestEncrypted(t *testing.T) {
	api.DisableConfigDir()
	encrypted := func(user string) []byte {
		var out bytes.Buffer
		conf := model.NewAESConfiguration(user, "owner", 256)
		require.NoError(t, api.Encrypt(bytes.NewReader(patternPDF(media, uprightContent)), &out, conf))
		return out.Bytes()
	}
	require.ErrorIs(t, tryOpen(t, encrypted("secret"), raster.Limits{}), raster.ErrEncrypted)

	// Without a user password every viewer shows it, and so do we.
	d := open(t, encrypted(""), raster.Limits{})
	assert.True(t, d.Facts().Encrypted)
	for range 2 {
		p, err := d.Render(t.Context(), 1)
		require.NoError(t, err)
		assert.Equal(t, straight, rows(p.Image))
	}
}

func TestLimits(t *testing.T) {
	b := patternPDF(media, uprightContent)
	require.ErrorIs(t, tryOpen(t, b, raster.Limits{FileBytes: 100}), raster.ErrTooLarge)
	require.ErrorIs(t, tryOpen(t, b, raster.Limits{OpenTime: time.Nanosecond}), raster.ErrTimeout)

	p := newPDF()
	p.page(media, "", "")
	p.page(media, "", "")
	require.ErrorIs(t, tryOpen(t, p.bytes(), raster.Limits{Pages: 1}), raster.ErrTooLarge)

	_, err := open(t, b, raster.Limits{PageTime: time.Nanosecond}).Render(t.Context(), 1)
	require.ErrorIs(t, err, raster.ErrTimeout)
	_, err = open(t, b, raster.Limits{Pixels: 23}).Render(t.Context(), 1)
	requireReason(t, err, raster.TooManyPixels)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = open(t, b, raster.Limits{}).Render(ctx, 1)
	require.ErrorIs(t, err, context.Canceled)
	_, err = raster.Open(ctx, bytes.NewReader(b), int64(len(b)), raster.Limits{})
	require.ErrorIs(t, err, context.Canceled)
}

// slowReader blocks: what it guards must give up by itself.
type slowReader struct {
	io.ReaderAt
	block chan struct{}
}

func (s slowReader) ReadAt(p []byte, off int64) (int, error) {
	<-s.block
	return s.ReaderAt.ReadAt(p, off)
}

func TestReaderThatHangs(t *testing.T) {
	b := patternPDF(media, uprightContent)
	s := slowReader{bytes.NewReader(b), make(chan struct{})}
	defer close(s.block)
	_, err := raster.Open(t.Context(), s, int64(len(b)), raster.Limits{OpenTime: 50 * time.Millisecond})
	require.ErrorIs(t, err, raster.ErrTimeout)
}

// bomb is n MiB of zeros, deflated (with a wrong checksum, which we forgive).
func bomb(n int) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	var ends []int
	for range 3 {
		z.Write(make([]byte, 1<<20))
		z.Flush()
		ends = append(ends, b.Len())
	}
	z.Close()
	all := b.Bytes()
	return slices.Concat(all[:ends[1]], bytes.Repeat(all[ends[1]:ends[2]], n-2), all[ends[2]:])
}

func TestBombs(t *testing.T) {
	t.Run("huge dimensions", func(t *testing.T) {
		_, err := render(t, imagePDF(60_000, 60_000, grey8, []byte("x")))
		requireReason(t, err, raster.TooManyPixels)
	})
	t.Run("huge dimensions in the JPEG", func(t *testing.T) {
		b := testdata(t, "grey.jpg")
		i := bytes.Index(b, []byte{0xFF, 0xC0})
		copy(b[i+5:], []byte{0xFF, 0xFF, 0xFF, 0xFF})
		_, err := render(t, imagePDF(flagW, flagH, grey8+"/Filter /DCTDecode", b))
		requireReason(t, err, raster.TooManyPixels)
	})
	t.Run("large declared, nothing there", func(t *testing.T) {
		_, err := render(t, imagePDF(9_000, 9_000, grey8+"/Filter /FlateDecode", deflate([]byte("x"))))
		require.ErrorIs(t, err, raster.ErrUnreadable)
	})
	t.Run("small image on a huge page", func(t *testing.T) {
		_, err := render(t, patternPDF("/MediaBox [0 0 1000000 1000000]", "0.1 0 0 0.1 0 0 cm /Im Do"))
		requireReason(t, err, raster.TooManyPixels)
	})
	t.Run("200 MB of samples", func(t *testing.T) {
		p := mustRender(t, imagePDF(patternW, patternH, grey8+"/Filter /FlateDecode", bomb(200)))
		assert.Equal(t, patternW, p.Image.W)
	})
	t.Run("200 MB of content", func(t *testing.T) {
		p := newPDF()
		c := p.stream("/Filter /FlateDecode", bomb(200))
		p.kids = []int{p.add("<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>", media, c)}
		_, err := render(t, p.bytes())
		require.ErrorIs(t, err, raster.ErrTooLarge)
	})
	t.Run("flate in flate", func(t *testing.T) {
		_, err := open(t, imagePDF(patternW, patternH, grey8+"/Filter [/FlateDecode /FlateDecode]", deflate(bomb(200))), raster.Limits{StreamBytes: 1 << 20}).Render(t.Context(), 1)
		require.NoError(t, err)
	})
	t.Run("form that draws itself", func(t *testing.T) {
		p := newPDF()
		n := len(p.objects) + 1
		p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 60 40] /Resources << /XObject << /F %d 0 R >> >>", n), []byte("/F Do /F Do"))
		p.page(media, fmt.Sprintf("/XObject << /F %d 0 R >>", n), "/F Do")
		_, err := render(t, p.bytes())
		requireReason(t, err, raster.TooComplex)
	})
	t.Run("forms that multiply", func(t *testing.T) {
		p := newPDF()
		last := p.stream("/Type /XObject /Subtype /Form /BBox [0 0 60 40]", []byte("0 0 1 1 re f"))
		for range 10 {
			last = p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 60 40] /Resources << /XObject << /F %d 0 R >> >>", last), []byte(strings.Repeat("/F Do ", 26)))
		}
		p.page(media, fmt.Sprintf("/XObject << /F %d 0 R >>", last), "/F Do")
		_, err := render(t, p.bytes())
		requireReason(t, err, raster.TooComplex)
	})
	t.Run("one image a thousand times", func(t *testing.T) {
		p := newPDF()
		im := p.image(5_000, 5_000, grey8+"/Filter /FlateDecode", bomb(24))
		p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), strings.Repeat("q 59 0 0 39 0 0 cm /Im Do Q ", 1000))
		_, err := render(t, p.bytes())
		requireReason(t, err, raster.TooManyPixels)
	})
	t.Run("nested arrays", func(t *testing.T) {
		_, err := render(t, patternPDF(media, strings.Repeat("[", 1_000_000)+" 1 g "+uprightContent))
		requireReason(t, err, raster.NoImage)
	})
	t.Run("states without end", func(t *testing.T) {
		_, err := render(t, patternPDF(media, strings.Repeat("q ", 1000)+uprightContent))
		requireReason(t, err, raster.TooComplex)
	})
	t.Run("streams that overlap", func(t *testing.T) {
		p := newPDF()
		for range 300 {
			p.objects = append(p.objects, []byte("<< /Length 1000000 >>\nstream\n"))
		}
		p.stream("", make([]byte, 1<<20))
		p.page(media, "", "")
		err := tryOpen(t, p.bytes(), raster.Limits{})
		require.ErrorIs(t, err, raster.ErrTooLarge)
	})
}

func TestCodecsThatAreNotDrawn(t *testing.T) {
	for filter, want := range map[string]raster.Reason{"JBIG2Decode": raster.JBIG2, "JPXDecode": raster.JPX, "NoSuchDecode": raster.OddFilter} {
		_, err := render(t, imagePDF(8, 8, grey8+"/Filter /"+filter, []byte("data")))
		requireReason(t, err, want)
		require.ErrorIs(t, err, &raster.UnsupportedError{Reason: want})
	}
	for dict, want := range map[string]raster.Reason{
		"/ColorSpace [/Lab << >>] /BitsPerComponent 8":                         raster.OddColourSpace,
		"/ColorSpace [/Separation /Gold /DeviceRGB 9 0 R] /BitsPerComponent 8": raster.OddColourSpace,
		grey8 + "/Mask [0 10]":                        raster.ColourKeyMask,
		"/ColorSpace /DeviceGray /BitsPerComponent 7": raster.OddImage,
		"/BitsPerComponent 8":                         raster.OddImage,
	} {
		_, err := render(t, imagePDF(8, 8, dict, make([]byte, 64)))
		requireReason(t, err, want)
	}
}

// Documents are opened and pages drawn from many goroutines at once, of one
// document and of several. Worth most under the race detector.
func TestConcurrentUse(t *testing.T) {
	b := patternPDF(media+"/Rotate 90", uprightContent)
	shared := open(t, b, raster.Limits{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				own, err := raster.Open(t.Context(), bytes.NewReader(b), int64(len(b)), raster.Limits{})
				if !assert.NoError(t, err) {
					return
				}
				for _, d := range []*raster.Document{own, shared} {
					p, err := d.Render(t.Context(), 1)
					if assert.NoError(t, err) {
						assert.Equal(t, turned(1), rows(p.Image))
					}
				}
				assert.NoError(t, own.Close())
			}
		})
	}
	wg.Wait()
}

// pdfcpu would make a folder in the user's profile.
func TestNothingIsWritten(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR", "AppData", "LocalAppData"} {
		t.Setenv(name, filepath.Join(home, name))
	}
	mustRender(t, patternPDF(media, uprightContent))
	left, err := os.ReadDir(home)
	require.NoError(t, err)
	assert.Empty(t, left)
}

// A document that is open does not hold the pictures of its pages.
func TestOpenHoldsLittle(t *testing.T) {
	p := newPDF()
	const size = 4 << 20
	for i := range 10 {
		data := bytes.Repeat([]byte{byte(i)}, size)
		im := p.image(2048, 2048, grey8, data)
		p.page(media, fmt.Sprintf("/XObject << /A %d 0 R >>", im), "60 0 0 40 0 0 cm /A Do")
	}
	b := p.bytes()
	heap := func() int64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	d := open(t, b, raster.Limits{})
	assert.Less(t, heap()-before, int64(size))
	page, err := d.Render(t.Context(), 10)
	require.NoError(t, err)
	assert.Equal(t, uint8(9), page.Image.Y[size-1])
	runtime.KeepAlive(p)
}

// The pixels may be allowed and the memory they take be not.
func TestDecodeMemory(t *testing.T) {
	const upright = "q 60 0 0 40 0 0 cm /Im Do Q"
	page := func(dict string, w, h int, content string, further ...func(*pdf) int) []byte {
		p := newPDF()
		for _, f := range further {
			dict += fmt.Sprintf(" /SMask %d 0 R", f(p))
		}
		im := p.image(w, h, dict+" /BitsPerComponent 8 /Filter /FlateDecode", deflate([]byte("few")))
		p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), content)
		return p.bytes()
	}
	mask := func(p *pdf) int { return p.image(9000, 6000, grey8+" /Filter /FlateDecode", deflate([]byte("few"))) }
	for name, b := range map[string][]byte{
		"colour":           page("/ColorSpace /DeviceRGB", 12000, 8000, upright),
		"CMYK":             page("/ColorSpace /DeviceCMYK", 9900, 6600, upright),
		"with a soft mask": page("/ColorSpace /DeviceRGB", 9000, 6000, upright, mask),
		"on a canvas":      page("/ColorSpace /DeviceRGB", 9000, 6000, upright+" 1 0 0 rg 0 0 1 1 re f"),
	} {
		_, err := render(t, b)
		requireReason(t, err, raster.TooManyPixels)
		assert.Error(t, err, name)
	}
	for name, b := range map[string][]byte{
		"colour of 66 MP": page("/ColorSpace /DeviceRGB", 9921, 6614, upright),
		"grey":            page("/ColorSpace /DeviceGray", 12000, 8000, upright),
	} {
		_, err := render(t, b)
		assert.ErrorIs(t, err, raster.ErrUnreadable, "%s: decoded, and found short", name)
	}
}
