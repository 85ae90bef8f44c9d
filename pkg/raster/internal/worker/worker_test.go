package worker

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// echo draws the first bytes of the document, or fails.
type echo struct{ err error }

func (e echo) Draw(_ context.Context, _ any, r io.ReaderAt, size int64, j pdfium.Job) (*pdfium.Picture, error) {
	if e.err != nil {
		return nil, e.err
	}
	n := j.W * j.H
	p := &pdfium.Picture{W: j.W, H: j.H, Y: make([]byte, n)}
	if _, err := r.ReadAt(p.Y, size-int64(n)); err != nil {
		return nil, errors.Join(pdfium.ErrFailed, err)
	}
	if j.Page == 2 {
		p.Cb, p.Cr = bytes.Repeat([]byte{1}, n), bytes.Repeat([]byte{2}, n)
	}
	return p, nil
}

// serve runs both ends; its client is good until the test ends.
func serve(t *testing.T, d Drawer) (*Client, <-chan error) {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- Serve(context.Background(), inR, outW, d)
		outW.Close()
	}()
	t.Cleanup(func() { inW.Close() })
	return NewClient(outR, inW), done
}

func TestDraw(t *testing.T) {
	document := make([]byte, 5*blockSize/2)
	for i := range document {
		document[i] = byte(i * i >> 3)
	}
	c, _ := serve(t, echo{})
	require.NoError(t, c.Ready())
	j := pdfium.Job{Page: 1, Pages: 2, W: 700, H: 200, Width: 7, Height: 2, Pictures: []pdfium.Box{{X0: 1, Y0: 2, X1: 3, Y1: 4}}}
	for page := 1; page <= 2; page++ {
		j.Page = page
		p, err := c.Draw(7, bytes.NewReader(document), int64(len(document)), j)
		require.NoError(t, err)
		assert.Equal(t, document[len(document)-700*200:], p.Y)
		assert.Equal(t, page == 2, p.Cb != nil)
		if page == 2 {
			assert.Equal(t, byte(2), p.Cr[700*200-1])
		}
	}
	_, err := c.Draw(7, bytes.NewReader(document), int64(len(document)), pdfium.Job{})
	require.ErrorIs(t, err, pdfium.ErrInvalid)
}

func TestErrorsCross(t *testing.T) {
	for code, want := range codes() {
		c, done := serve(t, echo{want})
		require.NoError(t, c.Ready())
		_, err := c.Draw(1, bytes.NewReader([]byte("x")), 1, pdfium.Job{Page: 1, Pages: 1, W: 1, H: 1, Width: 1, Height: 1})
		require.ErrorIs(t, err, want, code)
		require.ErrorIs(t, <-done, want, "the process ends with it")
	}
}

// A document that cannot be read any more is an error and no hang.
func TestDocumentGone(t *testing.T) {
	c, _ := serve(t, echo{})
	require.NoError(t, c.Ready())
	_, err := c.Draw(1, bytes.NewReader(nil), 100, pdfium.Job{Page: 1, Pages: 1, W: 1, H: 1, Width: 1, Height: 1})
	require.ErrorIs(t, err, pdfium.ErrFailed)
}

func TestReadBudget(t *testing.T) {
	var lies bytes.Buffer
	ask := order.AppendUint32(order.AppendUint64(nil, 0), maxRead)
	document := make([]byte, maxRead)
	for range readBudget(maxRead)/maxRead + 1 {
		require.NoError(t, writeFrame(&lies, kindRead, ask))
	}
	_, err := NewClient(&lies, io.Discard).Draw(1, bytes.NewReader(document), maxRead, pdfium.Job{Page: 1, Pages: 1, W: 1, H: 1, Width: 1, Height: 1})
	require.ErrorIs(t, err, ErrProtocol)
}

// The caller takes anything for an answer: a picture of the size it asked for or
// an error comes out.
func FuzzClient(f *testing.F) {
	f.Add([]byte{byte(kindPicture), 1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6})
	f.Add([]byte{byte(kindRead), 12, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, byte(kindPicture), 1, 0, 0, 0, 1})
	f.Add([]byte{byte(kindFailed), 5, 0, 0, 0, 'i', 'm', 'a', 'g', 'e'})
	f.Add([]byte{byte(kindReady), 1, 0, 0, 0, version})
	f.Fuzz(func(t *testing.T, answer []byte) {
		j := pdfium.Job{Page: 1, Pages: 1, W: 3, H: 2, Width: 3, Height: 2}
		p, err := NewClient(bytes.NewReader(answer), io.Discard).Draw(1, bytes.NewReader([]byte("%PDF-1.7")), 8, j)
		if err == nil && (p.W != 3 || p.H != 2 || len(p.Y) != 6 || p.Cb != nil && len(p.Cb)+len(p.Cr) != 12) {
			t.Fatalf("picture of %d × %d px", p.W, p.H)
		}
	})
}

// The process takes anything for a request.
func FuzzServe(f *testing.F) {
	whole := request{document: 1, size: 8, job: pdfium.Job{Page: 1, Pages: 1, W: 3, H: 2, Width: 3, Height: 2, Pictures: []pdfium.Box{{X1: 3, Y1: 2}}}}.encode()
	var talk bytes.Buffer
	_ = writeFrame(&talk, kindDraw, whole)
	_ = writeFrame(&talk, kindData, []byte("%PDF-1.7"))
	f.Add(talk.Bytes())
	f.Add([]byte{byte(kindDraw), 0xFF, 0xFF, 0xFF, 0xFF})
	f.Fuzz(func(t *testing.T, said []byte) {
		_ = Serve(t.Context(), bytes.NewReader(said), io.Discard, small{t})
	})
}

// small checks what it is asked for and draws a pixel of it.
type small struct{ t *testing.T }

func (s small) Draw(_ context.Context, _ any, r io.ReaderAt, size int64, j pdfium.Job) (*pdfium.Picture, error) {
	if !j.Valid() || size < 1 {
		s.t.Fatalf("%+v of %d bytes", j, size)
	}
	var b [10]byte
	if _, err := r.ReadAt(b[:], size/2); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return &pdfium.Picture{W: 1, H: 1, Y: b[:1]}, nil
}
