package strict_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/mistake"
	"github.com/tthclint/tthclint/pkg/msg"
)

type sheet struct {
	Name  string `yaml:"name"`
	Back  bool   `yaml:"back"`
	Parts []part `yaml:"parts"`
}

type part struct {
	Box  []float64 `yaml:"box"`
	Side side      `yaml:"side"`
}

type side string

func TestStruct(t *testing.T) {
	var s sheet
	lines, err := strict.Read("f", []byte("name: \"\"\nback: true\nparts:\n  - {box: [1, 2.5], side: left}\n  - box: []\n"), 1<<10, strict.Struct(&s))
	require.NoError(t, err)
	assert.Equal(t, sheet{Name: "", Back: true, Parts: []part{{[]float64{1, 2.5}, "left"}, {Box: []float64{}}}}, s)
	assert.Equal(t, 5, lines["parts[1].box"])
	assert.Equal(t, 4, lines.Of("parts[0].nothing.there"), "the nearest around it")
	assert.Equal(t, 1, lines.Of("nowhere"))
}

// What is wrong comes out at once, in the order of the file, and what is right
// beside it is read.
func TestStructTellsEverything(t *testing.T) {
	var s sheet
	_, err := strict.Read("f", []byte("name: 2025\nback: maybe\nparts:\n  - {box: [a, 2], seite: left}\n  -\n  - {side: [x], box: .nan}\nname: A\n"), 1<<10, strict.Struct(&s))
	var e *mistake.Error
	require.ErrorAs(t, err, &e)
	var got []string
	for _, p := range e.Problems {
		got = append(got, p.Text(e.File).In(msg.English)+" "+p.Remedy.In(msg.English))
		assert.NotRegexp(t, `\{\w+\}`, got[len(got)-1])
		assert.NotEmpty(t, p.Excerpt)
	}
	want := []string{
		`f, line 1, column 7: this must be a text; «2025» is taken for a number or true/false. Put it into double quotes: "2025"`,
		"f, line 2, column 7: this must be true or false.",
		"f, line 4, column 12: this must be a number.",
		"f, line 4, column 19: there is no key «seite». Did you mean «side»?",
		"f, line 5, column",
		"f, line 6, column 12: this must be a text.",
		"f, line 6, column 22: this must be a list.",
		"f, line 7, column 1: the key «name» stands in line 1 already.",
	}
	require.Len(t, got, len(want), strings.Join(got, "\n"))
	for i := range want {
		assert.Contains(t, got[i], want[i])
	}
	assert.Equal(t, "  - {box: [a, 2], seite: left}", e.Problems[2].Excerpt)
	assert.Equal(t, []float64{0, 2}, s.Parts[0].Box)
}

// A file that says nothing lacks what it needs, and nothing else.
func TestNothing(t *testing.T) {
	var name string
	for _, src := range []string{"", "# x\n", "---\n", "\ufeff"} {
		_, err := strict.Read("f", []byte(src), 1<<10, strict.Object(strict.Key("name", strict.Text(&name))))
		assert.NoError(t, err, "%q", src)
		_, err = strict.Read("f", []byte(src), 1<<10, strict.Object(strict.Needed("name", strict.Text(&name))))
		assert.EqualError(t, err, "f: the key «name» is missing.", "%q", src)
	}
	_, err := strict.Read("f", []byte("name: ' '\n"), 1<<10, strict.Object(strict.Needed("name", strict.Text(&name))))
	assert.EqualError(t, err, "f, line 1, column 7: the text is empty.")
}
