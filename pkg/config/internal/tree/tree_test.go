package tree_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/config/internal/tree"
)

func TestPlaces(t *testing.T) {
	n, err := tree.Parse([]byte("# đầu\nđơn vị: Ủy ban\nlist:\n  - a: 1\n    b: 2.50\n  - 'x'\nflow: {k: [true, ], \"1.0\": v}\nempty:\nlong: |\n  hai\n  dòng\nday: 2025-07-01\nk: 1\nk: 2\n"))
	require.Nil(t, err)
	require.Equal(t, tree.Map, n.Kind)
	get := func(i int) *tree.Node { return n.Entries[i].Value }
	assert.Equal(t, &tree.Node{Kind: tree.Text, Text: "Ủy ban", Line: 2, Column: 9}, get(0))
	assert.Equal(t, tree.List, get(1).Kind)
	first := get(1).Items[0]
	assert.Equal(t, &tree.Node{Kind: tree.Whole, Text: "1", Line: 4, Column: 8}, first.Entries[0].Value)
	assert.Equal(t, &tree.Node{Kind: tree.Decimal, Text: "2.50", Line: 5, Column: 8}, first.Entries[1].Value)
	assert.Equal(t, &tree.Node{Kind: tree.Text, Text: "x", Line: 6, Column: 5}, get(1).Items[1])
	flow := get(2)
	assert.Equal(t, tree.Bool, flow.Entries[0].Value.Items[0].Kind)
	assert.Equal(t, tree.Text, flow.Entries[1].Key.Kind)
	assert.Equal(t, &tree.Node{Kind: tree.Empty, Line: 8, Column: 1}, get(3))
	assert.Equal(t, "hai\ndòng\n", get(4).Text)
	assert.Equal(t, tree.Text, get(5).Kind, "a day is no number")
	assert.Equal(t, "k", n.Entries[6].Key.Text)
	assert.Equal(t, "k", n.Entries[7].Key.Text, "a key that stands twice is kept")
}

func TestRefused(t *testing.T) {
	for src, want := range map[string]tree.Fault{
		"a: [":                         tree.Syntax,
		"a: 1\n\tb: 2":                 tree.Syntax,
		"a: &x 1\nb: *x":               tree.NotAllowed,
		"a: !!str 1":                   tree.NotAllowed,
		"a: {b: 1}\n<<: {c: 1}":        tree.NotAllowed,
		"a: 1\n---\nb: 2":              tree.Several,
		strings.Repeat("[", 40):        tree.TooDeep,
		strings.Repeat("- ", 4000):     tree.TooDeep,
		strings.Repeat("#\n", 200<<10): tree.TooLarge,
	} {
		n, err := tree.Parse([]byte(src))
		require.NotNil(t, err, "%.20q", src)
		assert.Equal(t, want, err.Fault, "%.20q: %v", src, err)
		assert.Nil(t, n)
	}
}

func TestNothing(t *testing.T) {
	for _, src := range []string{"", "\n", "# a\n#b: 1\n", "---\n", "\ufeff"} {
		n, err := tree.Parse([]byte(src))
		require.Nil(t, err, "%q", src)
		assert.Nil(t, n, "%q", src)
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range []string{"a: 1", "- [x, {y: z}]", "a: |\n  b", "? a\n: b", "a: &x\n  b: *x", "\"\\u00e9\": ''", "%YAML 1.2\n---\na: 1", "a: 1\n...\n"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		n, err := tree.Parse(src)
		if err != nil {
			assert.Nil(t, n)
			return
		}
		walk(t, n)
	})
}

func walk(t *testing.T, n *tree.Node) {
	if n == nil {
		return
	}
	assert.Positive(t, n.Line)
	assert.Positive(t, n.Column)
	for _, item := range n.Items {
		walk(t, item)
	}
	for _, e := range n.Entries {
		walk(t, e.Key)
		walk(t, e.Value)
	}
}
