package slip

import (
	"encoding/xml"
	"html"
	"maps"
	"regexp"
	"strings"

	"github.com/tthclint/tthclint/pkg/report"
)

// values are what stands for the places of a template.
type values map[string]string

// span is a part of a text.
type span struct{ from, to int }

// The parts of WordprocessingML (ECMA-376 part 1, 17) that matter here: rows of
// tables, paragraphs, and the texts of their runs.
var (
	rowTag       = regexp.MustCompile(`<w:tr[ >]|</w:tr>`)
	paragraphTag = regexp.MustCompile(`<w:p[ >]|</w:p>`)
	runText      = regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]*)</w:t>`)
	place        = regexp.MustCompile(`\{\{\s*([A-Za-z.]+)\s*\}\}`)
)

// innermost returns the elements of a kind that hold none of the same kind, in
// order.
func innermost(src string, tag *regexp.Regexp) []span {
	var all []span
	open := -1
	for _, at := range tag.FindAllStringIndex(src, -1) {
		if src[at[0]+1] != '/' {
			open = at[0]
		} else if open >= 0 {
			all = append(all, span{open, at[1]})
			open = -1
		}
	}
	return all
}

func paragraphs(src string) []span { return innermost(src, paragraphTag) }

// findingRows returns the rows that are written once for each finding.
func findingRows(src string) []span {
	var rows []span
	for _, row := range innermost(src, rowTag) {
		for _, name := range placesIn(plain(src[row.from:row.to])) {
			if strings.HasPrefix(name, "finding.") {
				rows = append(rows, row)
				break
			}
		}
	}
	return rows
}

// plain returns the text of all runs.
func plain(src string) string {
	var b strings.Builder
	for _, t := range runText.FindAllStringSubmatch(src, -1) {
		b.WriteString(html.UnescapeString(t[1]))
	}
	return b.String()
}

func placesIn(text string) (names []string) {
	for _, m := range place.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

// fill returns a part with its places filled.
func fill(src string, v values, findings []values) string {
	var b strings.Builder
	done := 0
	for _, row := range findingRows(src) {
		b.WriteString(fillParagraphs(src[done:row.from], v))
		for _, f := range findings {
			all := maps.Clone(v)
			maps.Copy(all, f)
			b.WriteString(fillParagraphs(src[row.from:row.to], all))
		}
		done = row.to
	}
	b.WriteString(fillParagraphs(src[done:], v))
	return b.String()
}

func fillParagraphs(src string, v values) string {
	var b strings.Builder
	done := 0
	for _, p := range paragraphs(src) {
		b.WriteString(src[done:p.from])
		b.WriteString(fillParagraph(src[p.from:p.to], v))
		done = p.to
	}
	b.WriteString(src[done:])
	return b.String()
}

// fillParagraph fills the places of one paragraph. Word cuts a text into runs
// wherever its spelling or its format changes, so that a place may lie in
// several: its value then stands in the run in which it begins.
func fillParagraph(src string, v values) string {
	runs := runText.FindAllStringSubmatchIndex(src, -1)
	texts := make([]string, len(runs))
	var joined strings.Builder
	var owner []int // of each byte of the joined text
	for i, r := range runs {
		texts[i] = html.UnescapeString(src[r[2]:r[3]])
		joined.WriteString(texts[i])
		for range len(texts[i]) {
			owner = append(owner, i)
		}
	}
	text := joined.String()
	places := place.FindAllStringSubmatchIndex(text, -1)
	if len(places) == 0 {
		return src
	}
	filled := make([]strings.Builder, len(runs))
	done := 0
	copyTo := func(end int) {
		for ; done < end; done++ {
			filled[owner[done]].WriteByte(text[done])
		}
	}
	for _, at := range places {
		copyTo(at[0])
		filled[owner[at[0]]].WriteString(report.Inert(v[text[at[2]:at[3]]]))
		done = at[1]
	}
	copyTo(len(text))
	var b strings.Builder
	done = 0
	for i, r := range runs {
		b.WriteString(src[done:r[0]])
		b.WriteString(`<w:t xml:space="preserve">`)
		_ = xml.EscapeText(&b, []byte(filled[i].String())) // a strings.Builder takes everything
		b.WriteString(`</w:t>`)
		done = r[1]
	}
	b.WriteString(src[done:])
	return b.String()
}
