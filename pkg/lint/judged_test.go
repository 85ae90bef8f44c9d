package lint_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
)

// TestJudgedSeesEvidenceBesideItsResult looks at both of every dossier before
// the result is given out.
func TestJudgedSeesEvidenceBesideItsResult(t *testing.T) {
	var seen sync.Map
	l, err := lint.New(lint.Options[evidence]{
		Rules: []lint.Rule[evidence]{rule("a/b", pass)}, AsOf: time.Now(), Jobs: 4,
		Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
		Judged:   func(e evidence, r *lint.Result) { seen.Store(r, e.ID) },
	})
	require.NoError(t, err)
	for r := range l.Results(t.Context(), counting(50)) {
		if r == nil {
			continue
		}
		id, ok := seen.LoadAndDelete(r)
		assert.True(t, ok)
		assert.Equal(t, r.Dossier, id)
	}
}
