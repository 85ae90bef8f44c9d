package ink

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"math"
	"sync"

	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

//go:embed net.bin.gz
var netFile []byte

// network is the fitted network, unpacked at its first use.
var network = sync.OnceValue(func() *net.Net {
	r, err := gzip.NewReader(bytes.NewReader(netFile))
	if err != nil {
		return nil
	}
	n, err := net.Read(r)
	if err != nil {
		return nil
	}
	return n
})

// look shows the network every window and keeps its most certain word.
func (f *Features) look(windows []Window) {
	f.Look = lookNone
	n := network()
	if n == nil || len(windows) == 0 {
		return
	}
	s := n.NewScratch()
	for _, w := range windows {
		w.fill(s.Pictures[0])
		f.Consider(w, n.Scores(s))
	}
}

// Consider takes the network's word on a window, if none before was surer of a
// signature. It is for the program that fits the models.
func (f *Features) Consider(w Window, scores [net.Classes]float32) {
	if look, finger := Odds(scores); look > f.Look {
		f.Look, f.LookFinger, f.LookGroup = look, finger, w.Group
	}
}

// lookNone is the word on a box without any strokes.
const lookNone = -8

// Odds turns the scores of the network into the log odds of Features.
func Odds(s [net.Classes]float32) (look, finger float64) {
	none, sign, print := float64(s[0]), float64(s[1]), float64(s[2])
	most := math.Max(sign, print)
	look = most + math.Log(math.Exp(sign-most)+math.Exp(print-most)) - none
	bound := func(v float64) float64 { return min(max(v, lookNone), -lookNone) }
	return bound(look), bound(print - sign)
}
