package quality_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
)

var (
	drawnPages = flag.Int("drawn", 1, "pages that TestDrawn draws")
	accuracy   = flag.String("accuracy", "", "file in which TestDrawn writes its table between the marks <!-- quality --> and <!-- /quality -->")
)

// tally counts what is told of pages whose truth is known.
type tally struct {
	pages                             int
	dpi, skew                         []float64 // errors: parts of the truth, degrees
	turnRight, turnWrong, turnUnknown int
	hit, miss, wrong                  map[string]int // by flag
	wrongOn                           map[string][]string
	clean, cleanFlagged               int
}

// flags lists what the eye would say of a page.
func flags(q *quality.Quality) []string {
	var out []string
	add := func(is bool, name string) {
		if is {
			out = append(out, name)
		}
	}
	add(q.Photo(), "photo")
	add(q.Sheets > 1, "sheets")
	add(q.Slanted(), "slanted")
	add(len(q.Cut()) > 0, "cropped")
	add(q.TooDark(), "dark")
	add(q.TooLight(), "light")
	add(q.Blurred(), "blurred")
	add(q.Damaged(), "jpeg")
	add(q.Enlarged > 1, "enlarged")
	add(q.Stored == raster.Colour && q.Seen != raster.Colour, "no colour")
	return out
}

// look measures a page of which certain flags are true; of those in maybe it
// does not matter.
func (c *tally) look(t *testing.T, name string, p *raster.Page, dpi int, want, maybe []string) *quality.Quality {
	q := quality.Measure(p, quality.Hints{})
	require.NotNil(t, q, name)
	c.pages++
	if dpi > 0 {
		c.dpi = append(c.dpi, math.Abs(q.DPI()/float64(dpi)-1))
	}
	got := flags(q)
	for _, f := range want {
		if slices.Contains(got, f) {
			c.hit[f]++
		} else {
			c.miss[f]++
			c.wrongOn[f] = append(c.wrongOn[f], "-"+name)
		}
	}
	extra := 0
	for _, f := range got {
		if !slices.Contains(want, f) && !slices.Contains(maybe, f) {
			c.wrong[f]++
			c.wrongOn[f] = append(c.wrongOn[f], "+"+name)
			extra++
		}
	}
	if len(want) == 0 {
		c.clean++
		c.cleanFlagged += min(1, extra)
	}
	return q
}

// spec is a clean scan of one of the forms, in any layout, mode and resolution.
func spec(r *rand.Rand) scans.Spec {
	s := scans.Spec{Seed: r.Uint64() >> 1, DPI: []int{150, 200, 200, 240, 300}[r.IntN(5)], Quality: 75 + r.IntN(15)}
	s.Form = []string{scans.Marriage, scans.Marriage, scans.Marriage, scans.Extract, scans.Birth, scans.Decision, scans.MaritalNote, scans.ControlSlip}[r.IntN(8)]
	if layouts := append(scans.Layouts(false), scans.Layouts(true)...); s.Form == scans.Marriage {
		s.Layout = layouts[r.IntN(len(layouts))]
	}
	s.Seal = []string{"normal", "bleeds"}[r.IntN(2)]
	s.Hand = r.IntN(3) == 0
	return s
}

// page looks at one drawn page, clean and degraded in known ways.
func (c *tally) page(t *testing.T, r *rand.Rand, n int) {
	s := spec(r)
	id := func(what string) string { return fmt.Sprintf("%d %s %s %d %s", n, s.Form, s.Layout, s.DPI, what) }
	clean, skew := draw(t, s)
	c.skewed(c.look(t, id("clean"), clean, s.DPI, nil, nil), skew)

	// As offices scan, and still all right.
	for _, f := range []scans.Spec{
		{Colour: scans.InGrey, Flaws: []string{"dark_edge", "back_side"}},
		{Colour: scans.Bilevel, Flaws: []string{"skew", "fold"}},
		{Flaws: []string{"yellowed", "streak", "skew"}, Quality: 60},
		{Flaws: []string{"photocopy", "faint_seal"}, DPI: 100},
	} {
		o := s
		o.Colour, o.Flaws, o.Seed = f.Colour, f.Flaws, s.Seed+1
		if f.Quality > 0 {
			o.Quality = f.Quality
		}
		if f.DPI > 0 {
			o.DPI = f.DPI
		}
		o.Rotation = 90 * r.IntN(4)
		p, skew := draw(t, o)
		q := c.look(t, id(strings.Join(o.Flaws, " ")), p, o.DPI, nil, []string{"no colour"})
		c.skewed(q, skew)
		c.turned(q, o.Rotation)
	}

	// In ways that the eye calls poor.
	degrees := (3.3 + 5*r.Float64()) * float64(1-2*r.IntN(2))
	q := c.look(t, id("slanted"), turnedBy(clean, degrees), s.DPI, []string{"slanted"}, []string{"cropped"})
	c.skewed(q, skew+degrees)
	dim := 0.2 + 0.2*r.Float64()
	c.look(t, id("dark"), light(clean, func(v float64) float64 { return v * dim }), s.DPI, []string{"dark"}, nil)
	faint := 0.12 + 0.15*r.Float64()
	c.look(t, id("light"), light(clean, func(v float64) float64 { return 250 - (250-v)*faint }), s.DPI, []string{"light"}, nil)
	c.look(t, id("soft"), blurred(clean, 0.05+0.05*r.Float64()), s.DPI, nil, nil)
	c.look(t, id("blurred"), blurred(clean, 0.3+0.2*r.Float64()), s.DPI, []string{"blurred"}, []string{"light"})
	side := quality.Side(r.IntN(4))
	c.look(t, id(fmt.Sprint("cut ", side)), cut(clean, side), 0, []string{"cropped"}, nil)
	c.look(t, id("enlarged"), enlarged(clean), s.DPI, []string{"enlarged"}, nil)
	c.look(t, id("grey"), grey(clean), s.DPI, []string{"no colour"}, nil)
	c.look(t, id("cards on white"), cards(clean, 215, 246), s.DPI, []string{"sheets"}, nil)
	c.look(t, id("cards on black"), cards(clean, 235, 40), s.DPI, []string{"sheets"}, []string{"dark"})
	for _, o := range []struct {
		quality     int
		flaws, want []string
		maybe       []string
	}{
		{8 + r.IntN(12), nil, []string{"jpeg"}, nil},
		{75, []string{"phone"}, []string{"photo"}, []string{"slanted", "cropped"}},
		{75, []string{"phone", "shadow"}, []string{"photo"}, []string{"slanted", "cropped", "dark"}},
	} {
		bad := s
		bad.Quality, bad.Flaws, bad.Seed = o.quality, o.flaws, s.Seed+2
		p, _ := draw(t, bad)
		c.look(t, id(strings.Join(append(o.want, o.flaws...), " ")), p, s.DPI, o.want, o.maybe)
	}
}

func (c *tally) skewed(q *quality.Quality, truth float64) {
	if q.SkewKnown {
		c.skew = append(c.skew, math.Abs(math.Remainder(q.Skew-truth, 90)))
	} else {
		c.skew = append(c.skew, 90)
	}
}

func (c *tally) turned(q *quality.Quality, truth int) {
	switch {
	case !q.RotationKnown:
		c.turnUnknown++
	case q.Rotation == truth:
		c.turnRight++
	default:
		c.turnWrong++
	}
}

// TestDrawn measures pages drawn and degraded in known ways.
func TestDrawn(t *testing.T) {
	c := &tally{hit: map[string]int{}, miss: map[string]int{}, wrong: map[string]int{}, wrongOn: map[string][]string{}}
	r := rand.New(rand.NewPCG(2026, 11))
	for n := range *drawnPages {
		c.page(t, r, n)
	}
	slices.Sort(c.dpi)
	slices.Sort(c.skew)
	for f, pages := range c.wrongOn {
		t.Log(f, pages)
	}
	t.Log("\n" + c.table())
	assert.Less(t, c.dpi[len(c.dpi)-1], 0.02, "resolution")
	assert.Less(t, c.skew[len(c.skew)*95/100], 0.2, "skew")
	assert.Zero(t, c.turnWrong, "rotation")
	assert.LessOrEqual(t, c.cleanFlagged*20, c.clean, "clean pages that something is said of")
	hit, miss := 0, 0
	for f := range c.hit {
		hit, miss = hit+c.hit[f], miss+c.miss[f]
	}
	assert.LessOrEqual(t, miss*10, hit, "poor pages of which it is not said")
	if *accuracy != "" {
		write(t, *accuracy, c.table())
	}
}

func (c *tally) table() string {
	var b strings.Builder
	at := func(v []float64, part float64) float64 { return v[min(len(v)-1, int(part*float64(len(v))))] }
	fmt.Fprintf(&b, "| measure | pages | median error | 95 %% | largest |\n|---|--:|--:|--:|--:|\n")
	fmt.Fprintf(&b, "| resolution | %d | %.2f %% | %.2f %% | %.2f %% |\n", len(c.dpi), 100*at(c.dpi, 0.5), 100*at(c.dpi, 0.95), 100*at(c.dpi, 1))
	fmt.Fprintf(&b, "| skew | %d | %.2f° | %.2f° | %.2f° |\n\n", len(c.skew), at(c.skew, 0.5), at(c.skew, 0.95), at(c.skew, 1))
	fmt.Fprintf(&b, "Rotation without a form: %d right, %d wrong, %d not told. Nothing is said of %d of %d pages that are all right.\n\n",
		c.turnRight, c.turnWrong, c.turnUnknown, c.clean-c.cleanFlagged, c.clean)
	fmt.Fprintf(&b, "| said of a page | poor | precision | recall |\n|---|--:|--:|--:|\n")
	for _, f := range []string{"slanted", "cropped", "dark", "light", "blurred", "jpeg", "photo", "sheets", "enlarged", "no colour"} {
		hit, miss, wrong := c.hit[f], c.miss[f], c.wrong[f]
		fmt.Fprintf(&b, "| %s | %d | %.1f %% | %.1f %% |\n", f, hit+miss, 100*float64(hit)/float64(max(1, hit+wrong)), 100*float64(hit)/float64(max(1, hit+miss)))
	}
	return b.String()
}

// write puts a table between its marks in a file.
func write(t *testing.T, name, table string) {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	before, rest, ok := strings.Cut(string(data), "<!-- quality -->\n")
	require.True(t, ok, "no mark")
	_, after, ok := strings.Cut(rest, "<!-- /quality -->")
	require.True(t, ok, "no end mark")
	require.NoError(t, os.WriteFile(name, []byte(before+"<!-- quality -->\n\n"+table+"\n<!-- /quality -->"+after), 0o644))
}

// BenchmarkMeasure measures a page of A4 in colour at 200 dpi.
func BenchmarkMeasure(b *testing.B) {
	page, _ := draw(b, scans.Spec{Seed: 1, Layout: "a4p"})
	for _, known := range []bool{true, false} {
		b.Run(fmt.Sprintf("form=%v", known), func(b *testing.B) {
			for b.Loop() {
				quality.Measure(page, quality.Hints{Turned: known})
			}
		})
	}
}
