package ink

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"math"
	"sync"

	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

//go:embed spouse.bin.gz
var spouseFile []byte

//go:embed official.bin.gz
var officialFile []byte

// Networks, unpacked at their first use: of boxes where a seal belongs, too,
// and of the others.
var (
	spouseNet   = sync.OnceValue(func() *net.Net { return unpack(spouseFile) })
	officialNet = sync.OnceValue(func() *net.Net { return unpack(officialFile) })
)

// unpack returns nil for a broken file: the files are part of this package, and
// tested.
func unpack(file []byte) *net.Net {
	r, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil
	}
	n, err := net.Read(r)
	if err != nil {
		return nil
	}
	return n
}

// Networks returns the networks built in. It is for the program that fits the
// models.
func Networks() (spouse, official *net.Net) { return spouseNet(), officialNet() }

// look shows the network a view.
func (f *Features) look(v *View, sealed bool) {
	n := spouseNet()
	if sealed {
		n = officialNet()
	}
	if n == nil || v.All == nil {
		return
	}
	s, _ := scratches.Get().(*net.Scratch)
	if s == nil {
		s = n.NewScratch()
	}
	f.Look(n, s, v)
	scratches.Put(s)
}

// scratches are used again, by both networks, which have the same layers: new ones
// would cost an eighth of a look.
var scratches sync.Pool

// Look shows a network a view and keeps its word. Where that is not all but
// sure it looks again, at the view turned over and moved a little, and keeps the
// mean: a signature that is turned over is still one, and what a network says of
// few strokes depends on how they lie on the grids of its layers. It is for the
// program that fits the models, too.
func (f *Features) Look(n *net.Net, s *net.Scratch, v *View) {
	look := func(g glance) [answers]float64 {
		v.fill(s.Pictures[0], g)
		return odds(n.Scores(s))
	}
	said := look(glance{})
	if math.Abs(said[0]) <= allButSure {
		again := []glance{{over: true}, {dx: 4, dy: 2}, {over: true, dx: -4, dy: -2}}
		for _, g := range again {
			for k, v := range look(g) {
				said[k] += v
			}
		}
		for k := range said {
			said[k] /= float64(1 + len(again))
		}
	}
	f.LookSigned, f.LookFinger, f.LookSeal, f.LookName = said[0], said[1], said[2], said[3]
}

// allButSure are odds that a second look does not change: 150 to 1.
const allButSure = 5

// mostOdds bounds what the network says.
const mostOdds = 12

// answers are what odds tells, in its order.
const answers = 4

// odds turns the scores of the network into the log odds of Features: signed, a
// fingerprint, a seal, a name.
func odds(s [net.Classes]float32) [answers]float64 {
	none, sign, print := float64(s[0]), float64(s[1]), float64(s[2])
	most := math.Max(sign, print)
	bound := func(v float64) float64 { return min(max(v, -mostOdds), mostOdds) }
	signed := most + math.Log(math.Exp(sign-most)+math.Exp(print-most)) - none
	return [answers]float64{bound(signed), bound(print - sign), bound(float64(s[3])), bound(float64(s[4]))}
}
