package score

import (
	"path"
	"slices"
	"strings"
)

// writersOf returns whose ink the column ink names: wife=007_G1-5.png is that of
// 007, the number before the underscore, e-64-10.png that of e-64, the name
// before the last dash.
func writersOf(column string) []string {
	var all []string
	for item := range strings.SplitSeq(column, ";") {
		_, file, ok := strings.Cut(item, "=")
		if !ok {
			continue
		}
		name := strings.TrimSuffix(strings.TrimSpace(file), path.Ext(file))
		writer, _, numbered := strings.Cut(name, "_")
		if !numbered {
			if i := strings.LastIndexByte(name, '-'); i > 0 {
				writer = name[:i]
			}
		}
		if writer != "" {
			all = append(all, writer)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// source names the collection that a writer belongs to, as far as the name
// tells: the letters it begins with, or # for a number.
func source(writer string) string {
	letters := strings.TrimRight(writer, "0123456789-_")
	if letters == "" {
		return "#"
	}
	return letters
}

// Known are the writers and layouts that something was fitted on.
type Known struct{ writers, layouts map[string]bool }

// KnownFrom returns the writers and layouts of a table of labels.
func KnownFrom(labels []Label) *Known {
	k := &Known{map[string]bool{}, map[string]bool{}}
	for _, l := range labels {
		for _, w := range l.Writers {
			k.writers[w] = true
		}
		if layout := l.Columns["layout"]; layout != "" {
			k.layouts[layout] = true
		}
	}
	return k
}

// The parts that known writers and layouts divide pages into.
const (
	partFit   = "fit"   // known
	partMixed = "mixed" // some of the writers are known
	partCheck = "check" // new
	partNone  = "–"     // no ink, or no layout is named
)

func (k *Known) writersPart(l *Label) string {
	known := 0
	for _, w := range l.Writers {
		if k.writers[w] {
			known++
		}
	}
	switch {
	case len(l.Writers) == 0:
		return partNone
	case known == len(l.Writers):
		return partFit
	case known == 0:
		return partCheck
	}
	return partMixed
}

func (k *Known) layoutPart(l *Label) string {
	switch layout := l.Columns["layout"]; {
	case layout == "":
		return partNone
	case k.layouts[layout]:
		return partFit
	}
	return partCheck
}
