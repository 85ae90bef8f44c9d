package score

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Report is what is printed: the score of all pages, and of parts of them.
type Report struct {
	All   *Table
	Parts []PartTable
	// Picture returns where the picture of a page is, as Markdown is to call it;
	// empty where there is none. It may be nil.
	Picture func(file string) string
}

// PartTable is the score of the pages with one value in a column.
type PartTable struct {
	Column, Value string
	*Table
}

// WriteText writes a report as plain text with aligned columns.
func WriteText(w io.Writer, r *Report, lang msg.Lang) error { return write(w, r, lang, textSection) }

// WriteMarkdown writes a report as Markdown with tables.
func WriteMarkdown(w io.Writer, r *Report, lang msg.Lang) error {
	return write(w, r, lang, markdownSection)
}

func write(w io.Writer, r *Report, lang msg.Lang, put func(*strings.Builder, section)) error {
	s := sheet{lang, r.Picture}
	var b strings.Builder
	for _, section := range s.sections(r.All) {
		put(&b, section)
	}
	for _, p := range r.Parts {
		for _, section := range s.sections(p.Table) {
			section.title = p.Column + " " + p.Value + ": " + section.title
			put(&b, section)
		}
	}
	_, err := io.WriteString(w, strings.TrimPrefix(b.String(), "\n"))
	return err
}

func textSection(b *strings.Builder, s section) {
	fmt.Fprintf(b, "\n%s\n", s.title)
	if s.note != "" {
		fmt.Fprintf(b, "  %s\n", s.note)
	}
	var widths []int
	for _, row := range append([][]string{s.head}, s.rows...) {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	if len(s.rows) > 0 {
		for _, row := range append([][]string{s.head}, s.rows...) {
			line := ""
			for i, cell := range row {
				line += "  " + cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			}
			fmt.Fprintln(b, strings.TrimRight(line, " "))
		}
	}
	for _, item := range s.items {
		fmt.Fprintf(b, "  - %s\n", item.text)
	}
}

func markdownSection(b *strings.Builder, s section) {
	fmt.Fprintf(b, "\n### %s\n\n", s.title)
	if s.note != "" {
		fmt.Fprintf(b, "%s\n", s.note)
	}
	if s.note != "" && len(s.rows) > 0 {
		b.WriteByte('\n')
	}
	if len(s.rows) > 0 {
		markdownRow(b, s.head)
		fmt.Fprintf(b, "|---%s|\n", strings.Repeat("|--:", len(s.head)-1))
		for _, row := range s.rows {
			markdownRow(b, row)
		}
	}
	for _, item := range s.items {
		fmt.Fprintf(b, "- %s\n", item.text)
		if item.picture != "" {
			fmt.Fprintf(b, "\n  ![%s](%s)\n", item.name, item.picture)
		}
	}
}

func markdownRow(b *strings.Builder, cells []string) {
	for _, cell := range cells {
		fmt.Fprintf(b, "| %s ", strings.ReplaceAll(cell, "|", `\|`))
	}
	b.WriteString("|\n")
}
