package form

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTextsExistInBothLanguages reads the texts from their source: each has an
// id of its own, words in both languages, and the same places for arguments.
func TestTextsExistInBothLanguages(t *testing.T) {
	place := regexp.MustCompile(`\{\w+\}`)
	places := func(text string) []string {
		all := place.FindAllString(text, -1)
		slices.Sort(all)
		return all
	}
	seen := map[string]bool{}
	for _, file := range []string{"texts.go", "texts_review.go"} {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok || len(literal.Elts) != 3 {
				return true
			}
			field := map[string]string{}
			for _, e := range literal.Elts {
				pair := e.(*ast.KeyValueExpr)
				text, err := strconv.Unquote(pair.Value.(*ast.BasicLit).Value)
				require.NoError(t, err)
				field[pair.Key.(*ast.Ident).Name] = text
			}
			id := field["ID"]
			assert.False(t, seen[id], "%s is used twice", id)
			seen[id] = true
			assert.NotEmpty(t, field["VI"], id)
			assert.NotEmpty(t, field["EN"], id)
			assert.Equal(t, places(field["VI"]), places(field["EN"]), id)
			return true
		})
	}
	assert.Greater(t, len(seen), 20)
}
