package qr_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/qr"
)

var drawn = flag.Int("codes", 16, "codes that TestRate draws; the table of docs/accuracy.md has 240")

// TestRate counts how many codes are read on drawn pages, by resolution and by
// the size of a module.
func TestRate(t *testing.T) {
	type tally struct{ read, all int }
	by := map[string]*tally{}
	count := func(key string, ok bool) {
		if by[key] == nil {
			by[key] = &tally{}
		}
		by[key].all++
		if ok {
			by[key].read++
		}
	}
	pages := map[int]qr.Picture{}
	for _, dpi := range []int{100, 150, 200, 300} {
		pages[dpi] = page(t, scans.Spec{Seed: 1, DPI: dpi})
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range *drawn {
		dpi := []int{100, 150, 200, 300}[n%4]
		p := clone(pages[dpi])
		text := payload(n / 4)
		code := modules(t, text, []string{"L", "M", "Q"}[r.IntN(3)])
		mm := 15 + 20*r.Float64()*r.Float64()
		side := mm / 25.4 * float64(dpi)
		at := printed{
			x: side + r.Float64()*(float64(p.W)-2*side), y: side + r.Float64()*(float64(p.H)-2*side), side: side,
			angle: float64(90*r.IntN(4)) + 2.5*r.NormFloat64(), ink: 10 + 60*r.Float64(),
		}
		paste(p, code, at)
		mode := []string{"colour", "grey", "bilevel"}[r.IntN(3)]
		soft := 0.3 + 0.5*r.Float64()
		quality := 40 + r.IntN(50)
		around(p, at, func(part qr.Picture) qr.Picture {
			blur(part, soft)
			return scanned(t, part, r, quality, mode == "bilevel")
		})
		codes, err := qr.Read(t.Context(), p)
		assert.NoError(t, err)
		ok := slices.ContainsFunc(codes, func(c qr.Code) bool { return c.Text == text })
		for _, c := range codes {
			assert.Equal(t, text, c.Text, "read what was not drawn")
		}
		module := side / float64(len(code))
		size := "≥3 px"
		switch {
		case module < 1.5:
			size = "<1.5 px"
		case module < 2:
			size = "1.5–2 px"
		case module < 3:
			size = "2–3 px"
		}
		count(fmt.Sprintf("dpi %d", dpi), ok)
		count("module "+size, ok)
		count("mode "+mode, ok)
		if module >= 2 {
			count("readable", ok)
		}
	}
	for _, key := range slices.Sorted(func(yield func(string) bool) {
		for k := range by {
			if !yield(k) {
				return
			}
		}
	}) {
		t.Logf("%-16s %4d of %4d = %.1f %%", key, by[key].read, by[key].all, 100*float64(by[key].read)/float64(by[key].all))
	}
	assert.GreaterOrEqual(t, float64(by["readable"].read), 0.9*float64(by["readable"].all), "codes of 2 pixels a module and more")
}
