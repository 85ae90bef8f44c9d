package worker

import (
	"encoding/binary"
	"math"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// request is a job with the document it belongs to.
type request struct {
	document uint64 // its number; the same number is the same document
	size     int64
	job      pdfium.Job
}

const (
	requestSize = 8 + 8 + 6*4 + 2*8
	boxSize     = 4 * 4
	maxRequest  = requestSize + pdfium.MaxPictures*boxSize
)

var order = binary.LittleEndian

func (q request) encode() []byte {
	b := make([]byte, 0, requestSize+len(q.job.Pictures)*boxSize)
	b = order.AppendUint64(b, q.document)
	b = order.AppendUint64(b, uint64(q.size))
	for _, v := range []int{q.job.Page, q.job.Pages, q.job.W, q.job.H, q.job.Shown, q.job.Images} {
		b = order.AppendUint32(b, uint32(v))
	}
	b = order.AppendUint64(b, math.Float64bits(q.job.Width))
	b = order.AppendUint64(b, math.Float64bits(q.job.Height))
	for _, box := range q.job.Pictures {
		for _, v := range []int{box.X0, box.Y0, box.X1, box.Y1} {
			b = order.AppendUint32(b, uint32(v))
		}
	}
	return b
}

// decodeRequest refuses what no caller asks for.
func decodeRequest(b []byte) (q request, ok bool) {
	if len(b) < requestSize || (len(b)-requestSize)%boxSize != 0 {
		return q, false
	}
	number := func() int {
		v := order.Uint32(b)
		b = b[4:]
		return int(int32(v))
	}
	q.document, q.size, b = order.Uint64(b), int64(order.Uint64(b[8:])), b[16:]
	q.job.Page, q.job.Pages, q.job.W, q.job.H = number(), number(), number(), number()
	q.job.Shown, q.job.Images = number(), number()
	q.job.Width, q.job.Height, b = math.Float64frombits(order.Uint64(b)), math.Float64frombits(order.Uint64(b[8:])), b[16:]
	for len(b) > 0 {
		q.job.Pictures = append(q.job.Pictures, pdfium.Box{X0: number(), Y0: number(), X1: number(), Y1: number()})
	}
	return q, q.size > 0 && q.job.Valid()
}
