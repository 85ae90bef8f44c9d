package worker

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// Client is the caller's end of the pipes. It is not for use by several
// goroutines. After an error the process must be ended; so must it to end a
// call that takes too long.
type Client struct {
	r     *bufio.Reader
	w     io.Writer
	data  []byte // what is sent of the document
	frame []byte
}

// NewClient returns a client of the process that reads w and writes r.
func NewClient(r io.Reader, w io.Writer) *Client {
	return &Client{r: bufio.NewReaderSize(r, 64<<10), w: w}
}

// Ready waits until the process can draw.
func (c *Client) Ready() error {
	k, payload, err := readFrame(c.r, nil, 1)
	switch {
	case err != nil:
		return err
	case k != kindReady || len(payload) != 1 || payload[0] != version:
		return fmt.Errorf("%w: other version", ErrProtocol)
	}
	return nil
}

// readBudget bounds what a process may read of a document of this size for one
// page, in bytes: blocks are read again if many places are looked at.
func readBudget(size int64) int64 { return 64*size + 64<<20 }

// Draw has a page drawn of the document that r holds in size bytes; document
// is its number.
func (c *Client) Draw(document uint64, r io.ReaderAt, size int64, j pdfium.Job) (*pdfium.Picture, error) {
	if !j.Valid() || size <= 0 {
		return nil, pdfium.ErrInvalid
	}
	if err := writeFrame(c.w, kindDraw, request{document, size, j}.encode()); err != nil {
		return nil, err
	}
	for budget := readBudget(size); ; {
		k, payload, err := readFrame(c.r, c.frame, maxCode)
		if err != nil {
			return nil, err
		}
		c.frame = payload
		switch k {
		case kindRead:
			n, err := c.serve(r, size, payload)
			if err != nil {
				return nil, err
			}
			if budget -= int64(n); budget < 0 {
				return nil, fmt.Errorf("%w: reads too much", ErrProtocol)
			}
		case kindPicture:
			if len(payload) != 1 || payload[0] > 1 {
				return nil, ErrProtocol
			}
			return c.picture(j, payload[0] == 1)
		case kindFailed:
			return nil, errorOf(payload)
		default:
			return nil, ErrProtocol
		}
	}
}

// serve answers a read. Nothing but the document can be read by it.
func (c *Client) serve(r io.ReaderAt, size int64, payload []byte) (int, error) {
	if len(payload) != 12 {
		return 0, ErrProtocol
	}
	at, n := int64(order.Uint64(payload)), int64(order.Uint32(payload[8:]))
	if at < 0 || at >= size || n < 1 || n > maxRead || n > size-at {
		return 0, fmt.Errorf("%w: reads beyond the document", ErrProtocol)
	}
	if int64(cap(c.data)) < n {
		c.data = make([]byte, n)
	}
	k, err := r.ReadAt(c.data[:n], at)
	if err != nil && !errors.Is(err, io.EOF) {
		k = 0 // the process fails then, and says so
	}
	return k + headerSize, writeFrame(c.w, kindData, c.data[:k])
}

// picture reads the planes, whose size is that of the job.
func (c *Client) picture(j pdfium.Job, hue bool) (*pdfium.Picture, error) {
	p := &pdfium.Picture{W: j.W, H: j.H}
	all := []*[]uint8{&p.Y}
	if hue {
		all = append(all, &p.Cb, &p.Cr)
	}
	for _, plane := range all {
		*plane = make([]uint8, j.W*j.H)
		if _, err := io.ReadFull(c.r, *plane); err != nil {
			return nil, err
		}
	}
	return p, nil
}
