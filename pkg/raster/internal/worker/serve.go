package worker

import (
	"bufio"
	"context"
	"errors"
	"io"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// Drawer draws pages; see [pdfium.Instance.Draw].
type Drawer interface {
	Draw(ctx context.Context, key any, r io.ReaderAt, size int64, j pdfium.Job) (*pdfium.Picture, error)
}

// Serve draws what the caller asks for until its pipe ends, which is no error.
// It also ends with the first drawing that fails, after saying so: what is left
// of the drawer cannot be trusted.
func Serve(ctx context.Context, in io.Reader, out io.Writer, d Drawer) error {
	r, w := bufio.NewReader(in), bufio.NewWriterSize(out, 64<<10)
	send := func(k kind, payload []byte) error {
		if err := writeFrame(w, k, payload); err != nil {
			return err
		}
		return w.Flush()
	}
	if err := send(kindReady, []byte{version}); err != nil {
		return err
	}
	for {
		k, payload, err := readFrame(r, nil, maxRequest)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if k != kindDraw {
			return ErrProtocol
		}
		q, ok := decodeRequest(payload)
		if !ok {
			return errors.Join(pdfium.ErrInvalid, send(kindFailed, []byte(codeOf(pdfium.ErrInvalid))))
		}
		// The document is read while it is drawn and through the same pipes.
		file := &remote{size: q.size, ask: func(at int64, n int) ([]byte, error) { return ask(r, send, at, n) }}
		picture, err := d.Draw(ctx, q.document, file, q.size, q.job)
		if err != nil {
			return errors.Join(err, send(kindFailed, []byte(codeOf(err))))
		}
		if err := sendPicture(w, picture); err != nil {
			return err
		}
	}
}

func ask(r io.Reader, send func(kind, []byte) error, at int64, n int) ([]byte, error) {
	b := order.AppendUint64(nil, uint64(at))
	if err := send(kindRead, order.AppendUint32(b, uint32(n))); err != nil {
		return nil, err
	}
	k, data, err := readFrame(r, nil, n)
	if err != nil {
		return nil, err
	}
	if k != kindData || len(data) == 0 {
		return nil, ErrProtocol
	}
	return data, nil
}

func sendPicture(w *bufio.Writer, p *pdfium.Picture) error {
	hue := byte(0)
	if p.Cb != nil {
		hue = 1
	}
	if err := writeFrame(w, kindPicture, []byte{hue}); err != nil {
		return err
	}
	for _, plane := range [][]uint8{p.Y, p.Cb, p.Cr} {
		if _, err := w.Write(plane); err != nil {
			return err
		}
	}
	return w.Flush()
}
