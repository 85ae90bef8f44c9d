package evidence

import (
	"math"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/quality"
)

// hints are what reading a page tells about its picture.
func hints(r *form.Reading) quality.Hints {
	if r.Form == nil {
		return quality.Hints{}
	}
	h := quality.Hints{Turned: true, Rotation: r.Rotation}
	if r.Edition != nil && r.Edition.Measured() {
		t := r.Transform
		h.Scale = math.Sqrt(math.Hypot(t[0], t[3]) * math.Hypot(t[1], t[4]))
	}
	return h
}
