package scans

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// Labels writes labels.csv, boxes.csv and values.csv of a folder of pages, row by
// row.
type Labels struct{ labels, boxes, values *csv.Writer }

// NewLabels writes the heads of the tables.
func NewLabels(labels, boxes, values io.Writer) (*Labels, error) {
	l := &Labels{csv.NewWriter(labels), csv.NewWriter(boxes), csv.NewWriter(values)}
	// Boxes of values are in mm from the top left of the page as it is shown.
	if err := l.values.Write(strings.Split("file,key,state,how,text,x,y,w,h", ",")); err != nil {
		return nil, err
	}
	if err := l.labels.Write(strings.Split("file,form,layout,dpi,colour,codec,quality,rotation,rotate_meta,degradation,fill,wife_signature,husband_signature,official_signature,seal,other,spouses_signed,wife_case,husband_case,official_case,seal_case,difficulty,ink", ",")); err != nil {
		return nil, err
	}
	return l, l.boxes.Write(strings.Split("file,field,tlx,tly,trx,try,brx,bry,blx,bly", ","))
}

var named4 = []string{"wife", "husband", "official", "seal"}

// Add writes the rows of a file.
func (l *Labels) Add(file string, t Truth) error {
	state := func(key string) string {
		if s := t.State[key]; s != "" {
			return s
		}
		return "na"
	}
	var other, ink []string
	keys := sorted(t.Boxes)
	for _, key := range keys {
		if !slices.Contains(named4, key) {
			other = append(other, key+"="+t.State[key])
		}
		if w := t.Writer[key]; w != "" {
			ink = append(ink, key+"="+w)
		}
	}
	flaws := slices.Clone(t.Flaws)
	slices.Sort(flaws)
	quality := ""
	if t.Quality > 0 {
		quality = fmt.Sprint(t.Quality)
	}
	fill := "typed"
	if t.Hand {
		fill = "hand"
	}
	err := l.labels.Write([]string{file, t.Form, t.Layout, fmt.Sprint(t.DPI), string(t.Colour), t.Codec, quality,
		fmt.Sprint(t.Rotation), fmt.Sprint(t.RotateMeta), strings.Join(flaws, " "), fill,
		state("wife"), state("husband"), state("official"), state("seal"), strings.Join(other, ";"), t.BothSigned(),
		t.Case["wife"], t.Case["husband"], t.Case["official"], t.Case["seal"], t.Difficulty(), strings.Join(ink, ";")})
	if err != nil {
		return err
	}
	for _, key := range keys {
		row := []string{file, key}
		for _, p := range t.Boxes[key] {
			row = append(row, fmt.Sprintf("%.1f", p.X), fmt.Sprintf("%.1f", p.Y))
		}
		if err := l.boxes.Write(row); err != nil {
			return err
		}
	}
	for _, key := range sorted(t.Values) {
		if err := l.values.Write(t.valueRow(file, key)); err != nil {
			return err
		}
	}
	return nil
}

// valueRow says what is filled in for a key: nothing of a blank value but where
// it belongs.
func (t *Truth) valueRow(file, key string) []string {
	v := t.Values[key]
	state, how := "blank", ""
	if v.Filled {
		state, how = "filled", "print"
		if v.Hand {
			how = "hand"
		}
	}
	row := []string{file, key, state, how, v.Text}
	for _, mm := range t.shown(v.Box) {
		row = append(row, fmt.Sprintf("%.1f", mm))
	}
	return row
}

// shown returns where a box of the stored picture lies on the page as it is
// shown, upright around its corners: x, y, width and height in mm.
func (t *Truth) shown(q Quad) [4]float64 {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range q {
		switch t.RotateMeta {
		case 90:
			p = Point{float64(t.H) - p.Y, p.X}
		case 180:
			p = Point{float64(t.W) - p.X, float64(t.H) - p.Y}
		case 270:
			p = Point{p.Y, float64(t.W) - p.X}
		}
		x0, y0, x1, y1 = math.Min(x0, p.X), math.Min(y0, p.Y), math.Max(x1, p.X), math.Max(y1, p.Y)
	}
	k := 25.4 / float64(t.DPI)
	return [4]float64{x0 * k, y0 * k, (x1 - x0) * k, (y1 - y0) * k}
}

// Flush writes what is still held back.
func (l *Labels) Flush() error {
	for _, w := range []*csv.Writer{l.labels, l.boxes, l.values} {
		if w.Flush(); w.Error() != nil {
			return w.Error()
		}
	}
	return nil
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
