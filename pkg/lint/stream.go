package lint

import (
	"context"
	"iter"
	"sync"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// Results judges the dossiers of a source and gives the results in the
// source's order, whatever the number of jobs. No more than a few results per
// job are in memory at any time.
//
// An error concerns one thing that the source could not read; the sequence goes
// on. When the context ends, the sequence ends with its error as the last.
func (l *Linter[D]) Results(ctx context.Context, source dossier.Source) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		memories := l.memories()
		pending := make(chan *ticket[D], 2*l.jobs) // in the source's order
		work := make(chan *ticket[D])
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		group.Go(func() { produce(ctx, source, pending, work) })
		for range l.jobs {
			group.Go(func() {
				for t := range work {
					t.judged = l.begin(ctx, t.dossier)
					if ctx.Err() != nil { // facts may have been cut short
						t.judged, t.err = nil, ctx.Err()
					}
					close(t.done)
				}
			})
		}
		for t := range pending {
			if !t.wait(ctx) || t.judged == nil && ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			var result *Result
			if t.judged != nil {
				// Here alone, so that dossiers are compared in their order.
				result = l.conclude(ctx, t.judged, memories)
			}
			if !yield(result, t.err) {
				return
			}
		}
		if ctx.Err() != nil {
			yield(nil, ctx.Err())
		}
	}
}

// ticket is the place of one dossier in the order of the source.
type ticket[D any] struct {
	dossier *dossier.Dossier
	done    chan struct{} // closed when judged or err is there
	judged  *judgement[D]
	err     error
}

// wait returns whether the ticket has its answer; false means that the context
// ended first. What was finished is not lost to an interrupt.
func (t *ticket[D]) wait(ctx context.Context) bool {
	select {
	case <-t.done:
		return true
	case <-ctx.Done():
	}
	select {
	case <-t.done:
		return true
	default:
		return false
	}
}

// produce hands every dossier to a worker and, in order, to the consumer. It
// closes both channels.
func produce[D any](ctx context.Context, source dossier.Source, pending, work chan<- *ticket[D]) {
	defer close(pending)
	defer close(work)
	for d, err := range guarded(source.Dossiers(ctx)) {
		t := &ticket[D]{dossier: d, err: err, done: make(chan struct{})}
		if err != nil {
			close(t.done)
		}
		select {
		case pending <- t:
		case <-ctx.Done():
			return
		}
		if err != nil {
			continue
		}
		select {
		case work <- t:
		case <-ctx.Done():
			return
		}
	}
}

// guarded turns a panic of a source into its last error: a source is the
// caller's code, and runs here in a goroutine of ours.
func guarded(dossiers iter.Seq2[*dossier.Dossier, error]) iter.Seq2[*dossier.Dossier, error] {
	return func(yield func(*dossier.Dossier, error) bool) {
		stopped := false
		err := protect(func() error {
			dossiers(func(d *dossier.Dossier, err error) bool {
				stopped = !yield(d, err)
				return !stopped
			})
			return nil
		})
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}
