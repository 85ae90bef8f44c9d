package scans

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Labels writes labels.csv and boxes.csv of a folder of pages, row by row.
type Labels struct{ labels, boxes *csv.Writer }

// NewLabels writes the heads of both tables.
func NewLabels(labels, boxes io.Writer) (*Labels, error) {
	l := &Labels{csv.NewWriter(labels), csv.NewWriter(boxes)}
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
	return nil
}

// Flush writes what is still held back.
func (l *Labels) Flush() error {
	l.labels.Flush()
	l.boxes.Flush()
	if err := l.labels.Error(); err != nil {
		return err
	}
	return l.boxes.Error()
}

func sorted(m map[string]Quad) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
