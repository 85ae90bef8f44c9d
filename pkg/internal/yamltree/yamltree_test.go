package yamltree_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
)

const most = 256 << 10

func TestPlaces(t *testing.T) {
	n, err := yamltree.Parse([]byte("# đầu\nđơn vị: Ủy ban\nlist:\n  - a: 1\n    b: 2.50\n  - 'x'\nflow: {k: [true, ], \"1.0\": v}\nempty:\nlong: |\n  hai\n  dòng\nday: 2025-07-01\nk: 1\nk: 2\n"), most)
	require.Nil(t, err)
	require.Equal(t, yamltree.Map, n.Kind)
	get := func(i int) *yamltree.Node { return n.Entries[i].Value }
	assert.Equal(t, &yamltree.Node{Kind: yamltree.Text, Text: "Ủy ban", Line: 2, Column: 9}, get(0))
	assert.Equal(t, yamltree.List, get(1).Kind)
	first := get(1).Items[0]
	assert.Equal(t, &yamltree.Node{Kind: yamltree.Whole, Text: "1", Line: 4, Column: 8}, first.Entries[0].Value)
	assert.Equal(t, &yamltree.Node{Kind: yamltree.Decimal, Text: "2.50", Line: 5, Column: 8}, first.Entries[1].Value)
	assert.Equal(t, &yamltree.Node{Kind: yamltree.Text, Text: "x", Line: 6, Column: 5}, get(1).Items[1])
	flow := get(2)
	assert.Equal(t, yamltree.Bool, flow.Entries[0].Value.Items[0].Kind)
	assert.Equal(t, yamltree.Text, flow.Entries[1].Key.Kind)
	assert.Equal(t, &yamltree.Node{Kind: yamltree.Empty, Line: 8, Column: 1}, get(3))
	assert.Equal(t, "hai\ndòng\n", get(4).Text)
	assert.Equal(t, yamltree.Text, get(5).Kind, "a day is no number")
	assert.Equal(t, "k", n.Entries[6].Key.Text)
	assert.Equal(t, "k", n.Entries[7].Key.Text, "a key that stands twice is kept")
}

func TestRefused(t *testing.T) {
	for src, want := range map[string]yamltree.Fault{
		"a: [":                         yamltree.Syntax,
		"a: 1\n\tb: 2":                 yamltree.Syntax,
		"a: &x 1\nb: *x":               yamltree.NotAllowed,
		"a: !!str 1":                   yamltree.NotAllowed,
		"a: {b: 1}\n<<: {c: 1}":        yamltree.NotAllowed,
		"a: 1\n---\nb: 2":              yamltree.Several,
		strings.Repeat("[", 40):        yamltree.TooDeep,
		strings.Repeat("- ", 4000):     yamltree.TooDeep,
		strings.Repeat("#\n", 200<<10): yamltree.TooLarge,
	} {
		n, err := yamltree.Parse([]byte(src), most)
		require.NotNil(t, err, "%.20q", src)
		assert.Equal(t, want, err.Fault, "%.20q: %v", src, err)
		assert.Nil(t, n)
	}
}

func TestNothing(t *testing.T) {
	for _, src := range []string{"", "\n", "# a\n#b: 1\n", "---\n", "\ufeff"} {
		n, err := yamltree.Parse([]byte(src), most)
		require.Nil(t, err, "%q", src)
		assert.Nil(t, n, "%q", src)
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range []string{"a: 1", "- [x, {y: z}]", "a: |\n  b", "? a\n: b", "a: &x\n  b: *x", "\"\\u00e9\": ''", "%YAML 1.2\n---\na: 1", "a: 1\n...\n"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		n, err := yamltree.Parse(src, most)
		if err != nil {
			assert.Nil(t, n)
			return
		}
		walk(t, n)
	})
}

func walk(t *testing.T, n *yamltree.Node) {
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
