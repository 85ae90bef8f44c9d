package main

import (
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/msg"
)

var (
	codeSpan = regexp.MustCompile("`([^`\n]+)`")
	flagWord = regexp.MustCompile(`--[a-z][a-z0-9-]*`)
	link     = regexp.MustCompile(`\]\(([^)\s]+)\)`)
)

// TestGuideWords looks at the commands and flags that stand within sentences:
// the program has them.
func TestGuideWords(t *testing.T) {
	var outcome int
	root := (&Command{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, lang: msg.English}).root(&outcome)
	anywhere := map[string]bool{}
	visit(root, func(c *cobra.Command) {
		for _, set := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) { anywhere["--"+f.Name] = true })
		}
	})
	for _, p := range guidePages(t) {
		for _, m := range codeSpan.FindAllStringSubmatch(fence.ReplaceAllString(p.text, ""), -1) {
			words := strings.Fields(m[1])
			switch {
			case len(words) > 1 && words[0] == "tthclint":
				command, _, err := root.Find(words[1:])
				if assert.NoError(t, err, "%s: %s", p.name, m[1]) {
					assert.NotSame(t, root, command, "%s: %s", p.name, m[1])
					for _, name := range flagWord.FindAllString(m[1], -1) {
						known := command.Flags().Lookup(name[2:]) != nil || root.PersistentFlags().Lookup(name[2:]) != nil
						assert.True(t, known, "%s: %s", p.name, m[1])
					}
				}
			case len(words) > 0 && flagWord.FindString(words[0]) == words[0]:
				assert.True(t, anywhere[words[0]], "%s: %s", p.name, m[1])
			}
		}
	}
}

func visit(c *cobra.Command, do func(*cobra.Command)) {
	do(c)
	for _, sub := range c.Commands() {
		visit(sub, do)
	}
}

// TestGuideLinks follows the links that stay in the repository.
func TestGuideLinks(t *testing.T) {
	for _, p := range guidePages(t) {
		for _, m := range link.FindAllStringSubmatch(fence.ReplaceAllString(p.text, ""), -1) {
			to, err := url.Parse(m[1])
			require.NoError(t, err, "%s: %s", p.name, m[1])
			if to.Host != "" || to.Path == "" {
				continue
			}
			_, err = os.Stat(filepath.Join("..", "..", filepath.FromSlash(p.name), "..", filepath.FromSlash(to.Path)))
			assert.NoError(t, err, p.name)
		}
	}
}
