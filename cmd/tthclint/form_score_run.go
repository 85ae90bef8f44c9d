package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form/score"
)

// scorer reads labelled pages.
type scorer struct {
	inspector *check.Inspector
	root      *os.Root
	album     *album
	values    map[string][]score.ValueLabel // by file
}

// scorePages reads all pages, jobs of them at once, and returns them in the
// order of the labels. Pictures live no longer than their page is read.
func (c *Command) scorePages(ctx context.Context, s *scorer, labels []score.Label, jobs int) ([]score.Page, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	pages := make([]score.Page, len(labels))
	bar := &progress{}
	bar.start(c.Stderr, len(labels))
	defer bar.stop()
	work := make(chan int)
	done := make(chan error)
	var group sync.WaitGroup
	for range jobs {
		group.Go(func() {
			for i := range work {
				page, err := s.read(ctx, labels[i])
				pages[i] = page
				done <- err
			}
		})
	}
	group.Go(func() {
		defer close(work)
		for i := range labels {
			select {
			case work <- i:
			case <-ctx.Done():
				return
			}
		}
	})
	go func() {
		group.Wait()
		close(done)
	}()
	var failed error
	n := 0
	for err := range done {
		if err != nil && failed == nil {
			failed = err
			cancel()
		}
		n++
		bar.step()
	}
	switch {
	case failed != nil:
		return nil, failed
	case ctx.Err() != nil:
		return nil, &userError{what: textScoreInterrupted.With("n", n, "of", len(labels)), err: ctx.Err()}
	}
	return pages, nil
}

// read reads the first page of a file that shows a form, else its first page. An
// error is that of ctx or of a picture that cannot be written.
func (s *scorer) read(ctx context.Context, l score.Label) (page score.Page, err error) {
	page.Label, page.Values = l, s.values[l.File]
	defer func() {
		if v := recover(); v != nil { // one page must not take the others along
			page, err = score.Page{Label: l, Values: page.Values, Because: textPanic.With("error", fmt.Sprint(v))}, nil
		}
	}()
	file, err := s.root.Open(filepath.FromSlash(l.File))
	if err != nil {
		page.Because = reason(err)
		return page, nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		page.Because = reason(err)
		return page, nil
	}
	var shown *check.InspectedPage
	for p, err := range s.inspector.Pages(ctx, l.File, file, info.Size(), 0) {
		if ctx.Err() != nil {
			return page, ctx.Err()
		}
		if err != nil {
			page.Because = reason(err)
			break
		}
		formed := p.Reading != nil && p.Reading.Form != nil
		if shown == nil || formed {
			shown = p
			page.Reading, page.Because = p.Reading, p.Because
		}
		if formed {
			break
		}
	}
	return page, s.album.add(&page, shown)
}
