package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// idleLook is how often a folder is looked at while nothing is told of it. Shares
// of a network tell nothing of what other machines write.
const idleLook = 5 * time.Second

// watcher looks at a folder again and again. What the system tells of changes only
// makes it look sooner, so that nothing is lost where the system tells nothing.
type watcher struct {
	*Command
	dir     string
	settle  time.Duration // for which a file must not change
	idle    time.Duration
	after   func(time.Duration) <-chan time.Time // time.After, or another in tests
	notices notices
	checker *fileChecker

	files settling
	lost  bool // the folder could not be read, and this was told
}

// run checks what comes until the context ends, which is no error.
func (w *watcher) run(ctx context.Context) error {
	for {
		pending, err := w.look(ctx)
		if err != nil || ctx.Err() != nil {
			return err
		}
		wait := w.idle
		if pending {
			wait = w.settle
		}
		select {
		case <-ctx.Done():
			return nil
		case <-w.after(wait):
			continue
		case <-w.notices.changed():
		}
		// A file that is being written tells of itself with every block.
		select {
		case <-ctx.Done():
			return nil
		case <-w.after(w.settle):
		}
	}
}

// look checks the files that are complete. It reports whether others are still
// being written.
func (w *watcher) look(ctx context.Context) (pending bool, err error) {
	states, err := w.list()
	if err != nil { // a share may come back
		if !w.lost {
			w.tell(textWatchLost.With("reason", reason(err)))
		}
		w.lost = true
		return false, nil
	}
	w.lost = false
	ready, pending := w.files.look(states)
	for _, name := range ready {
		if ctx.Err() != nil {
			return false, nil
		}
		path := filepath.Join(w.dir, filepath.FromSlash(name))
		file, err := os.Open(path)
		if err != nil { // somebody still writes it, or it has gone
			if tell := w.files.again(name); tell {
				w.tell(textUnreadable.With("reason", reason(err)))
			}
			pending = true
			continue
		}
		_ = file.Close()
		if err := w.checker.check(ctx, path, name); err != nil {
			return false, err
		}
	}
	return pending, nil
}

// known takes what already lies in the folder as seen.
func (w *watcher) known() error {
	states, err := w.list()
	if err != nil {
		return err
	}
	w.files.seen(states)
	return nil
}

// list returns the documents below the folder, by their names in it, and has the
// system tell of changes in its folders. Links are not followed.
func (w *watcher) list() (map[string]fileState, error) {
	states := map[string]fileState{}
	err := filepath.WalkDir(w.dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && path == w.dir:
			return err
		case err != nil: // a folder that cannot be read now may be later
			return nil
		case e.IsDir():
			w.notices.add(path)
		case e.Type().IsRegular() && scannable(e.Name()):
			info, err := e.Info()
			rel, relErr := filepath.Rel(w.dir, path)
			if err == nil && relErr == nil {
				states[filepath.ToSlash(rel)] = fileState{info.Size(), info.ModTime()}
			}
		}
		return nil
	})
	return states, err
}
