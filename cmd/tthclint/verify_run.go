package main

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report/signatures"
)

// verifyAll verifies files, jobs of them at once, and gives the answers in the
// order of the files. No more than a few per job are in memory at any time. It
// ends early with the context.
func verifyAll(ctx context.Context, v verifier, files func(context.Context) iter.Seq[verifyFile], jobs int) iter.Seq[*signatures.File] {
	type ticket struct {
		file   verifyFile
		answer chan *signatures.File // gets one answer, nil where the context ended first
	}
	return func(yield func(*signatures.File) bool) {
		ctx, cancel := context.WithCancel(ctx)
		pending := make(chan ticket, 2*jobs) // in the order of the files
		work := make(chan ticket)
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		group.Go(func() {
			defer close(pending)
			defer close(work)
			for file := range files(ctx) {
				t := ticket{file, make(chan *signatures.File, 1)}
				for _, to := range []chan<- ticket{pending, work} {
					select {
					case to <- t:
					case <-ctx.Done():
						return
					}
				}
			}
		})
		for range jobs {
			group.Go(func() {
				for t := range work {
					t.answer <- verifyOne(ctx, v, t.file)
				}
			})
		}
		for t := range pending {
			var answer *signatures.File
			select {
			case answer = <-t.answer:
			case <-ctx.Done():
				select { // what was finished is not lost to an interrupt
				case answer = <-t.answer:
				default:
				}
			}
			if answer == nil || !yield(answer) {
				return
			}
		}
	}
}

// verifyOne verifies one file. It returns nil where the context ended first.
func verifyOne(ctx context.Context, v verifier, f verifyFile) (out *signatures.File) {
	out = &signatures.File{Name: f.name, Folder: f.folder, Size: -1}
	defer func() {
		if p := recover(); p != nil { // one file must not take the others along
			out = &signatures.File{Name: f.name, Folder: f.folder, Size: out.Size, Fault: signatures.Internal(fmt.Sprint(p))}
		}
	}()
	file, err := f.open(ctx)
	var found *check.Verification
	if err == nil {
		defer file.close()
		out.Size = file.size
		found, err = v.File(ctx, f.name, file, file.size)
	}
	switch {
	case ctx.Err() != nil:
		return nil
	case err != nil:
		out.Fault = openFault(err)
	default:
		out.Report, out.Result, out.Sizes, out.Fault = found.Report, found.Result, found.Sizes, faultOf(found)
	}
	return out
}

// verifyTally is what the exit code depends on.
type verifyTally struct {
	tally
	files int
}

// add counts the answer about a file.
func (t *verifyTally) add(f *signatures.File) {
	t.files++
	if f.Unreadable() {
		t.addUnreadable()
		return
	}
	t.tally.add(f.Result)
	switch f.Verdict() { // which also looks at what no rule speaks of
	case lint.Rejected:
		t.worst = max(t.worst, lint.Error)
	case lint.Undetermined:
		t.unchecked = true
	}
}

// printVerified prints answers as they come. What could not be opened is told on
// the error stream as well, where a person looks, unless that person reads the
// answers themselves.
func (c *Command) printVerified(p signatures.Printer, read bool, all iter.Seq[*signatures.File]) (*verifyTally, error) {
	t := &verifyTally{}
	for f := range all {
		t.add(f)
		if f.Unreadable() && !read {
			c.tell(textUnreadable.With("reason", f.Fault.What))
		}
		if err := p.File(f); err != nil {
			return nil, cannotWrite(err)
		}
	}
	return t, nil
}
