package raster_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/raster/process"
)

const workerArgument = "draw-pages-for-a-test"

// TestMain lets this test binary be started as a worker.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == workerArgument {
		if err := raster.ServeWorker(context.Background(), os.Stdin, os.Stdout, os.Args[2]); err != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// workers starts this binary and counts how often.
func workers(t testing.TB, starts *atomic.Int32) raster.Options {
	t.Helper()
	cache := wasmtest.Cache(t)
	path, err := os.Executable()
	require.NoError(t, err)
	start := process.Command(path, workerArgument, cache)
	return raster.Options{Cache: cache, Worker: func() (*raster.Process, error) {
		starts.Add(1)
		return start()
	}}
}

// endless has a keyed pattern on pages 1 and 3, and on page 2 a line of so many
// dashes that drawing them takes minutes.
func endless() []byte {
	p := newPDF()
	im := p.image(patternW, patternH, grey8+" /Mask [0 1]", patternBytes())
	resources := fmt.Sprintf("/XObject << /Im %d 0 R >>", im)
	p.page(media, resources, uprightContent)
	p.page("/MediaBox [0 0 600 800]", "", strings.Repeat("[0.02 0.02] 0 d 3 w 0 0 m 600 800 l S\n", 30_000))
	p.page(media, resources, uprightContent)
	return p.bytes()
}

// A page that takes for ever ends at its limit, and the others are drawn.
func TestEndlessPage(t *testing.T) {
	b := endless()
	check := func(t *testing.T, r *raster.Renderer) {
		d := openWith(t, r, b, raster.Limits{PageTime: 2 * time.Second})
		for n := 1; n <= 3; n++ {
			page, err := d.Render(t.Context(), n)
			if n == 2 {
				require.ErrorIs(t, err, raster.ErrTimeout)
				continue
			}
			require.NoError(t, err)
			assert.Equal(t, straight, rows(page.Image))
		}
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		defer cancel()
		_, err := d.Render(ctx, 2)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		page, err := d.Render(t.Context(), 1)
		require.NoError(t, err)
		assert.Equal(t, straight, rows(page.Image))
	}
	t.Run("in this process", func(t *testing.T) { check(t, newRenderer(t)) })
	t.Run("in another", func(t *testing.T) {
		var starts atomic.Int32
		r := raster.NewRenderer(workers(t, &starts))
		check(t, r)
		require.NoError(t, r.Close())
		assert.GreaterOrEqual(t, starts.Load(), int32(2))
	})
}

// One worker serves many documents and pages, and draws what this process does.
func TestWorker(t *testing.T) {
	var starts atomic.Int32
	r := raster.NewRenderer(workers(t, &starts))
	defer r.Close()
	here := newRenderer(t)
	scan := coded("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode", testdata(t, "rgb.jp2"))
	fax := coded(bilevelJBIG2, testdata(t, "generic.jb2"))
	long := newPDF() // more than a worker keeps of a document
	noise := make([]byte, 3<<20)
	for i := range noise {
		noise[i] = byte(i * i >> 7)
	}
	im := long.image(1024, 1024, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Mask [0 0 0 0 255 255]", noise)
	long.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
	for _, b := range [][]byte{scan, fax, long.bytes(), scan, fax} {
		want, err := openWith(t, here, b, raster.Limits{}).Render(t.Context(), 1)
		require.NoError(t, err)
		d := openWith(t, r, b, raster.Limits{})
		for range 2 {
			got, err := d.Render(t.Context(), 1)
			require.NoError(t, err)
			assertSame(t, want.Image, got.Image)
		}
	}
	assert.Equal(t, int32(1), starts.Load())
	// A page that PDFium trips over costs the worker, and only that page.
	broken := coded("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode", bytes.Repeat([]byte{7}, 600))
	_, err := openWith(t, r, broken, raster.Limits{}).Render(t.Context(), 1)
	require.ErrorIs(t, err, raster.ErrUnreadable)
	_, err = openWith(t, r, scan, raster.Limits{}).Render(t.Context(), 1)
	require.NoError(t, err)
	assert.Equal(t, int32(2), starts.Load())

	require.NoError(t, r.Close())
	_, err = openWith(t, r, scan, raster.Limits{}).Render(t.Context(), 1)
	require.ErrorIs(t, err, raster.ErrClosed)
}

// pretender is a worker that sends what it likes.
func pretender(talk func(in io.Reader, out io.Writer)) func() (*raster.Process, error) {
	return func() (*raster.Process, error) {
		inR, inW := io.Pipe()
		outR, outW := io.Pipe()
		go func() {
			talk(inR, outW)
			outW.Close()
			inR.Close()
		}()
		return &raster.Process{In: inW, Out: outR, Kill: func() {
			for _, end := range []io.Closer{inR, inW, outR, outW} {
				end.Close()
			}
		}}, nil
	}
}

// Whatever comes through the pipe instead of a picture, it is an error of this
// package within the limits.
func TestWorkerThatLies(t *testing.T) {
	ready := "\x01\x01\x00\x00\x00\x02"
	request := func(in io.Reader) { _, _ = io.ReadFull(in, make([]byte, 5+56+16)) }
	says := func(s string) func(io.Reader, io.Writer) {
		return func(in io.Reader, out io.Writer) {
			_, _ = io.WriteString(out, ready)
			request(in)
			_, _ = io.WriteString(out, s)
			_, _ = io.Copy(io.Discard, in)
		}
	}
	for name, tt := range map[string]struct {
		talk func(io.Reader, io.Writer)
		want error
	}{
		"nothing at all":   {func(io.Reader, io.Writer) {}, raster.ErrNoRenderer},
		"another program":  {func(_ io.Reader, out io.Writer) { _, _ = io.WriteString(out, "usage: tthclint FILE\n") }, raster.ErrNoRenderer},
		"another version":  {func(_ io.Reader, out io.Writer) { _, _ = io.WriteString(out, "\x01\x01\x00\x00\x00\x63") }, raster.ErrNoRenderer},
		"ends":             {func(in io.Reader, out io.Writer) { _, _ = io.WriteString(out, ready); request(in) }, &raster.UnsupportedError{Reason: raster.RenderFailed}},
		"silence":          {says(""), raster.ErrTimeout},
		"half a picture":   {says("\x05\x01\x00\x00\x00\x01abc"), raster.ErrTimeout},
		"a huge frame":     {says("\x05\xff\xff\xff\xff"), &raster.UnsupportedError{Reason: raster.RenderFailed}},
		"an unknown frame": {says("\x09\x00\x00\x00\x00"), &raster.UnsupportedError{Reason: raster.RenderFailed}},
		"an unknown error": {says("\x06\x03\x00\x00\x00xyz"), &raster.UnsupportedError{Reason: raster.RenderFailed}},
		"an odd picture":   {says("\x05\x01\x00\x00\x00\x07"), &raster.UnsupportedError{Reason: raster.RenderFailed}},
		"reads before":     {says("\x03\x0c\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00\x00\x00"), &raster.UnsupportedError{Reason: raster.RenderFailed}},
		"reads beyond":     {says("\x03\x0c\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x01\x00\x00\x00"), &raster.UnsupportedError{Reason: raster.RenderFailed}},
		// Each piece costs the process a wait; the budget is tested with the protocol.
		"reads without end":  {says(strings.Repeat("\x03\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x40\x02\x00\x00", 200_000)), raster.ErrTimeout},
		"an image of no use": {says("\x06\x05\x00\x00\x00image"), raster.ErrUnreadable},
	} {
		t.Run(name, func(t *testing.T) {
			r := raster.NewRenderer(raster.Options{Worker: pretender(tt.talk)})
			defer r.Close()
			d := openWith(t, r, keyed(media, uprightContent), raster.Limits{PageTime: 700 * time.Millisecond})
			_, err := d.Render(t.Context(), 1)
			require.ErrorIs(t, err, tt.want)
		})
	}
	t.Run("cannot start", func(t *testing.T) {
		r := raster.NewRenderer(raster.Options{Worker: process.Command(t.TempDir() + "/missing")})
		defer r.Close()
		_, err := openWith(t, r, keyed(media, uprightContent), raster.Limits{}).Render(t.Context(), 1)
		require.ErrorIs(t, err, raster.ErrNoRenderer)
	})
}
