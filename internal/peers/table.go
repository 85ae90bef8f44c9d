package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// table is a Markdown table, its first column to the left.
type table struct {
	head []string
	rows [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) write(w io.Writer) {
	fmt.Fprintln(w)
	fmt.Fprintf(w, "| %s |\n|---|%s\n", strings.Join(t.head, " | "), strings.Repeat("--:|", len(t.head)-1))
	for _, row := range t.rows {
		fmt.Fprintf(w, "| %s |\n", strings.Join(row, " | "))
	}
}

// over starts a table with a column for each verifier.
func over(first string, peers []peer) *table {
	t := &table{head: []string{first}}
	for _, p := range peers {
		t.head = append(t.head, p.title())
	}
	return t
}

// writeCost says what the verifiers needed for a folder, one process per file.
func writeCost(w io.Writer, peers []peer, results []result) {
	t := over("one process per file", peers)
	var files int
	total, median, most, ends := []string{"CPU for all, s"}, []string{"median per file, ms"}, []string{"slowest file, ms"}, []string{"errors / crashes / hangs"}
	for _, p := range peers {
		var each []float64
		count := map[outcome]int{}
		sum := 0.0
		for _, r := range results {
			if r.peer != p.name {
				continue
			}
			each = append(each, milliseconds(r.cpu))
			sum += milliseconds(r.cpu)
			count[r.outcome]++
		}
		files = len(each)
		slices.Sort(each)
		total = append(total, fmt.Sprintf("%.2f", sum/1000))
		median = append(median, fmt.Sprintf("%.1f", each[len(each)/2]))
		most = append(most, fmt.Sprintf("%.0f", each[len(each)-1]))
		ends = append(ends, fmt.Sprintf("%d / %d / %d", count[failed], count[crash], count[hang]))
	}
	t.add(total...)
	t.add(median...)
	t.add(most...)
	t.add(ends...)
	fmt.Fprintf(w, "\n%d files.\n", files)
	t.write(w)
}
