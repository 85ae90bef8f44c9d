package signatures

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/msg"
)

// constants returns the values of the string constants of a type in package
// sign, as its source has them.
func constants(t *testing.T, typ string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "sign", "*.go"))
	require.NoError(t, err)
	var values []string
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if id, ok := spec.Type.(*ast.Ident); ok && id.Name == typ {
				if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
					value, err := strconv.Unquote(lit.Value)
					require.NoError(t, err)
					values = append(values, value)
				}
			}
			return true
		})
	}
	require.NotEmpty(t, values, typ)
	slices.Sort(values)
	return slices.Compact(values)
}

// TestEveryAnswerHasWords compares the words with the constants of package sign
// and wants both languages of each.
func TestEveryAnswerHasWords(t *testing.T) {
	seen := map[string]bool{}
	check := func(m msg.Message) {
		assert.NotEmpty(t, m.VI, m.ID)
		assert.NotEmpty(t, m.EN, m.ID)
		assert.False(t, seen[m.ID], "%s is used twice", m.ID)
		seen[m.ID] = true
	}
	compare(t, "Indication", indicationWords, check)
	compare(t, "Sub", subWords, check)
	compare(t, "Integrity", integrityWords, check)
	compare(t, "Coverage", coverageWords, check)
	compare(t, "Role", roleWords, check)
	compare(t, "TrustState", trustWords, check)
	compare(t, "Term", termWords, check)
	compare(t, "Revocation", revocationWords, check)
	compare(t, "Origin", originWords, check)
	compare(t, "Action", actionWords, check)
	for _, m := range markWords {
		check(m)
	}
}

func compare[K ~string](t *testing.T, typ string, words map[K]msg.Message, check func(msg.Message)) {
	t.Helper()
	for _, value := range constants(t, typ) {
		if value == "" {
			continue
		}
		m, ok := words[K(value)]
		if assert.True(t, ok, "%s %q has no words", typ, value) {
			check(m)
		}
	}
}
