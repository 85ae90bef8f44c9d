package scans

import (
	"bytes"
	"encoding/csv"
	"image"
	"image/color"
	"image/png"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRidgesHaveTheirPitch(t *testing.T) {
	for seed := range uint64(6) {
		g := newRidges(newSource(seed, 1))
		// A row and a column through the middle cross ridges about twice a pitch,
		// fewer where they run along them.
		changes, up, n := 0, 0, 0
		for i := -60; i < 60; i++ {
			for j := -60; j < 60; j++ {
				x, y := float64(i)*ridgeStep, float64(j)*ridgeStep
				n++
				if g.at(x, y) > 0 {
					up++
				}
				if g.at(x, y) > 0 != (g.at(x+ridgeStep, y) > 0) || g.at(x, y) > 0 != (g.at(x, y+ridgeStep) > 0) {
					changes++
				}
			}
		}
		assert.InDelta(t, 0.5, float64(up)/float64(n), 0.1, "half of it is ridge")
		// An edge pixel or two of the 4 to 6 that a pitch is long.
		assert.InDelta(t, 0.45, float64(changes)/float64(n), 0.2)
	}
}

func TestCrops(t *testing.T) {
	im := image.NewGray(image.Rect(0, 0, 20, 10))
	for i := range im.Pix {
		im.Pix[i] = 255
	}
	for x := 3; x < 9; x++ {
		for y := 2; y < 8; y++ {
			im.SetGray(x, y, color.Gray{})
		}
	}
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, im))
	crops, err := LoadCrops(fstest.MapFS{"e-7-10.png": {Data: b.Bytes()}, "e-7-1.png": {Data: b.Bytes()}, "readme.txt": {}})
	require.NoError(t, err)
	require.Len(t, crops, 2)
	assert.Equal(t, "e-7-1.png", crops[0].Name)
	assert.Equal(t, "e-7", crops[1].Writer)
	assert.Equal(t, 36*255, sum(crops[0].Ink))
	first := crops[0].part(0.5)
	assert.Equal(t, [2]int{6, 6}, [2]int{first.W, first.H})
	assert.Equal(t, 255, int(crops[0].sized(10, 5).Ink[2*10+3]))
	_, err = LoadCrops(fstest.MapFS{"a.png": {Data: []byte("no picture")}})
	assert.ErrorContains(t, err, "a.png")
}

func sum(v []uint8) (n int) {
	for _, x := range v {
		n += int(x)
	}
	return n
}

func TestLabels(t *testing.T) {
	var labels, boxes, values bytes.Buffer
	l, err := NewLabels(&labels, &boxes, &values)
	require.NoError(t, err)
	_, truth, err := Draw(Spec{Seed: 6, Layout: "a4l", DPI: 72, Wife: "typed_name", Flaws: []string{"skew", "blur"}, Rotation: 180})
	require.NoError(t, err)
	require.NoError(t, l.Add("a.pdf", truth))
	_, slip, err := Draw(Spec{Seed: 6, Form: ControlSlip, DPI: 72})
	require.NoError(t, err)
	require.NoError(t, l.Add("b.pdf", slip))
	require.NoError(t, l.Flush())

	rows, err := csv.NewReader(&labels).ReadAll()
	require.NoError(t, err)
	row := map[string]string{}
	for i, key := range rows[0] {
		row[key] = rows[1][i]
	}
	assert.Equal(t, map[string]string{"file": "a.pdf", "form": "ket_hon", "layout": "kh-a4l", "dpi": "72", "colour": "colour", "codec": "jpeg", "quality": "80",
		"rotation": "180", "rotate_meta": "0", "degradation": "blur skew", "fill": "typed", "wife_signature": "absent", "husband_signature": "present",
		"official_signature": "present", "seal": "present", "other": "", "spouses_signed": "no", "wife_case": "typed_name", "husband_case": "normal",
		"official_case": "name_typed", "seal_case": "normal", "difficulty": "medium", "ink": ""}, row)
	assert.Contains(t, rows[2][15], "giao1=")
	assert.Equal(t, "na", rows[2][16])

	places, err := csv.NewReader(&boxes).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, []string{"file", "field", "tlx", "tly", "trx", "try", "brx", "bry", "blx", "bly"}, places[0])
	assert.Equal(t, []string{"a.pdf", "husband"}, places[1][:2])

	given, err := csv.NewReader(&values).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, []string{"file", "key", "state", "how", "text", "x", "y", "w", "h"}, given[0])
	states := map[string]string{}
	for _, v := range given {
		states[v[0]+" "+v[1]] = v[2]
	}
	assert.Equal(t, "filled", states["a.pdf wife_name"])
	assert.Contains(t, states, "b.pdf handed_over_on1")
}

func TestStockDrawsAllKinds(t *testing.T) {
	var k Stock
	forms, both := map[string]int{}, 0
	const n = 2000
	for i := range uint64(n) {
		s := k.Random(5, i)
		require.NoError(t, s.settle())
		forms[s.Form]++
		if s.Form == Marriage {
			assert.Contains(t, Layouts(false), s.Layout)
		}
		if s.Colour == Bilevel {
			both++
		}
	}
	assert.Len(t, forms, 8)
	assert.InDelta(t, 0.7, float64(forms[Marriage])/n, 0.04)
	assert.InDelta(t, 0.18, float64(both)/n, 0.03)
	assert.Equal(t, k.Random(5, 3), k.Random(5, 3))
}
