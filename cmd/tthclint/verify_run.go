package main

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/sign"
)

// verified is the answer about one file.
type verified struct {
	file   string
	folder bool                // it is a folder that cannot be read
	size   int64               // -1 where the file could not be opened
	found  *check.Verification // nil where the file could not be opened
	fault  *verifyFault        // why there is no report of its signatures
	head   *lint.Head
}

// verifyAll verifies files, jobs of them at once, and gives the answers in the
// order of the files. No more than a few per job are in memory at any time. It
// ends early with the context.
func verifyAll(ctx context.Context, v verifier, files func(context.Context) iter.Seq[verifyFile], jobs int) iter.Seq[*verified] {
	type ticket struct {
		file   verifyFile
		answer chan *verified // gets one answer, nil where the context ended first
	}
	return func(yield func(*verified) bool) {
		ctx, cancel := context.WithCancel(ctx)
		head := v.Head()
		pending := make(chan ticket, 2*jobs) // in the order of the files
		work := make(chan ticket)
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		group.Go(func() {
			defer close(pending)
			defer close(work)
			for file := range files(ctx) {
				t := ticket{file, make(chan *verified, 1)}
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
					t.answer <- verifyOne(ctx, v, t.file, &head)
				}
			})
		}
		for t := range pending {
			var answer *verified
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
func verifyOne(ctx context.Context, v verifier, f verifyFile, head *lint.Head) (out *verified) {
	out = &verified{file: f.name, folder: f.folder, size: -1, head: head}
	defer func() {
		if p := recover(); p != nil { // one file must not take the others along
			out.found, out.fault = nil, internalFault(fmt.Sprint(p))
		}
	}()
	file, err := f.open(ctx)
	if err == nil {
		defer file.close()
		out.size = file.size
		if out.found, err = v.File(ctx, f.name, file, file.size); out.found != nil {
			sortFindings(out.found.Result.Findings)
		}
	}
	switch {
	case ctx.Err() != nil:
		return nil
	case err != nil:
		out.fault = openFault(err)
	case out.found.Fault != check.FaultNone:
		out.fault = faultOf(out.found)
	}
	return out
}

// report returns the report on the signatures; nil where there is none.
func (v *verified) report() *sign.Report {
	if v.found == nil {
		return nil
	}
	return v.found.Report
}

// verdict is the answer about a file as a whole. It is stricter than that of
// the rules: a file passes only if every signature in it does.
func (v *verified) verdict() lint.Verdict {
	var t tally
	v.count(&t)
	switch {
	case t.worst >= lint.Error:
		return lint.Rejected
	case t.unchecked || t.unreadable > 0:
		return lint.Undetermined
	}
	return lint.Accepted
}

// count adds to what the exit code depends on.
func (v *verified) count(t *tally) {
	if v.found == nil || v.found.Fault == check.FaultUnreadable {
		t.addUnreadable()
		return
	}
	t.add(v.found.Result)
	rep := v.report()
	if rep == nil {
		t.unchecked = true
		return
	}
	for i := range rep.Signatures {
		switch rep.Signatures[i].Indication {
		case sign.TotalPassed:
		case sign.TotalFailed:
			t.worst = max(t.worst, lint.Error)
		default:
			t.unchecked = true
		}
	}
}

// verifyTally is what the exit code and the last lines of a text depend on.
type verifyTally struct {
	tally
	files    int
	verdicts map[lint.Verdict]int
}

// printVerified prints answers as they come. What could not be opened is told on
// the error stream as well, where a person looks, unless that person reads the
// answers themselves.
func (c *Command) printVerified(p verifyPrinter, all iter.Seq[*verified]) (*verifyTally, error) {
	_, read := p.(*verifyText)
	t := &verifyTally{verdicts: map[lint.Verdict]int{}}
	for v := range all {
		t.files++
		t.verdicts[v.verdict()]++
		unreadable := t.unreadable
		v.count(&t.tally)
		if t.unreadable > unreadable && !read {
			c.tell(textUnreadable.With("reason", v.fault.what))
		}
		if err := p.file(v); err != nil {
			return nil, cannotWrite(err)
		}
	}
	return t, nil
}
