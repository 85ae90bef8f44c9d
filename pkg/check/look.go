package check

import (
	"context"
	"sync"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/raster"
)

// kept holds the evidence of results that were not given out yet.
type kept struct{ all sync.Map } // *lint.Result → *evidence.Dossier

func (k *kept) keep(e *evidence.Dossier, r *lint.Result) { k.all.Store(r, e) }

func (k *kept) drop(r *lint.Result) { k.all.Delete(r) }

// Evidence returns what is known of the dossier of a result, with its documents
// in the order of the result's. It can be asked for while the result is the last
// that [Run.Results] gave; afterwards it is nil, as it is where there is none.
func (r *Run) Evidence(of *lint.Result) *evidence.Dossier {
	if e, ok := r.kept.all.Load(of); ok {
		return e.(*evidence.Dossier)
	}
	return nil
}

// Draw draws a page of a document from [Run.Evidence], from 1, for people to
// look at. An error is that of ctx or a [lint.UnableError].
func (r *Run) Draw(ctx context.Context, doc *evidence.Document, page int) (*raster.Page, error) {
	return evidence.DrawPage(ctx, doc, r.tools, page)
}
