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
	if n != nil && v.All != nil {
		f.Look(n, n.NewScratch(), v)
	}
}

// Look shows a network a view and keeps its word. It is for the program that
// fits the models.
func (f *Features) Look(n *net.Net, s *net.Scratch, v *View) {
	v.fill(s.Pictures[0])
	f.LookSigned, f.LookFinger, f.LookSeal = odds(n.Scores(s))
}

// mostOdds bounds what the network says.
const mostOdds = 12

// odds turns the scores of the network into the log odds of Features.
func odds(s [net.Classes]float32) (signed, finger, seal float64) {
	none, sign, print := float64(s[0]), float64(s[1]), float64(s[2])
	most := math.Max(sign, print)
	bound := func(v float64) float64 { return min(max(v, -mostOdds), mostOdds) }
	return bound(most + math.Log(math.Exp(sign-most)+math.Exp(print-most)) - none), bound(print - sign), bound(float64(s[3]))
}
