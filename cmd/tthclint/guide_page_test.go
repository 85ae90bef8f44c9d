package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// guidePage is a page of the documentation that people write.
type guidePage struct {
	name   string // with slashes, from the root of the repository
	text   string
	blocks []guideBlock
}

// guideBlock is a fenced block:
//
//	```sh                     is run line by line; each line must end with exit code 0
//	```sh exit=1,0            must end with these codes; the last stands for the rest
//	```yaml file=a/b.yaml     is written to that file of the scratch folder
//	```go of=examples/a.go    is part of that file of the repository, but for
//	                          indentation; a line of … stands for what is left out
//	```text shown             was printed by the commands before it, each line of it
//
// What follows # on a line of commands is for the reader. One of the reasons of
// [notRun] there says that a test cannot run the line.
type guideBlock struct {
	lang, text string
	attributes map[string]string
}

// notRun are the reasons for which a command of a page is not run.
var notRun = []string{"[cần mạng]", "[needs the network]", "[nhiều phút]", "[takes minutes]", "[Windows]", "[không tự dừng]", "[does not end by itself]"}

var fence = regexp.MustCompile("(?ms)^ *```(\\w*)([^\n]*)\n(.*?)^ *```$")

// guidePages returns the pages in the order of their names. Left out are those
// that are generated, decisions, and measurements, whose commands take hours.
func guidePages(t *testing.T) (pages []guidePage) {
	t.Helper()
	root := filepath.Join("..", "..")
	var names []string
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/vi/*.md", "docs/en/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		require.NoError(t, err)
		names = append(names, found...)
	}
	for _, name := range names {
		if base := filepath.Base(name); base == "accuracy.md" || base == "performance.md" {
			continue
		}
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		rel, err := filepath.Rel(root, name)
		require.NoError(t, err)
		pages = append(pages, guidePage{filepath.ToSlash(rel), string(data), guideBlocks(string(data))})
	}
	require.NotEmpty(t, pages)
	return pages
}

func guideBlocks(text string) (blocks []guideBlock) {
	for _, m := range fence.FindAllStringSubmatch(text, -1) {
		b := guideBlock{m[1], m[3], map[string]string{}}
		for _, word := range strings.Fields(m[2]) {
			key, value, _ := strings.Cut(word, "=")
			b.attributes[key] = value
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// commands returns the lines to be run, without what is for the reader.
func (b *guideBlock) commands() (lines []string) {
	for line := range strings.Lines(strings.ReplaceAll(b.text, "\\\n", " ")) {
		line, comment, _ := strings.Cut(" "+line, " #")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if !slices.ContainsFunc(notRun, func(reason string) bool { return strings.Contains(comment, reason) }) {
			lines = append(lines, line)
		}
	}
	return lines
}

// script is what a page makes its reader do, without what differs between
// languages: comments.
func (p *guidePage) script() (steps []string) {
	for _, b := range p.blocks {
		switch {
		case b.lang == "sh":
			steps = append(steps, strings.Join(b.commands(), "\n")+"\nexit="+b.attributes["exit"])
		case b.attributes["file"] != "":
			steps = append(steps, b.attributes["file"]+":\n"+withoutComments(b.text))
		}
	}
	return steps
}

func withoutComments(yaml string) string {
	var kept []string
	for line := range strings.Lines(yaml) {
		line, _, _ = strings.Cut(line, "#")
		kept = append(kept, strings.TrimRight(line, " \n"))
	}
	return strings.Join(kept, "\n")
}
