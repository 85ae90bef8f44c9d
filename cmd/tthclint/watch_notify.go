package main

import "github.com/fsnotify/fsnotify"

// notices tell that something may have changed in folders.
type notices interface {
	add(folder string)        // also tell of this folder; again is no harm
	changed() <-chan struct{} // receives after changes, once for many
	close()
}

// watchFolders has the system tell. Where it does not, nothing is ever told.
func watchFolders() notices {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return silence{}
	}
	s := &system{w: w, told: make(chan struct{}, 1)}
	go s.pass()
	return s
}

type system struct {
	w    *fsnotify.Watcher
	told chan struct{}
}

// pass ends when the watcher is closed. What it says of itself, such as that there
// was more than it could hold, means that something changed.
func (s *system) pass() {
	for {
		select {
		case _, ok := <-s.w.Events:
			if !ok {
				return
			}
		case _, ok := <-s.w.Errors:
			if !ok {
				return
			}
		}
		select {
		case s.told <- struct{}{}:
		default: // it has been told and not been heard yet
		}
	}
}

// add watches a folder. One that cannot be watched is looked at in time.
func (s *system) add(folder string) { _ = s.w.Add(folder) }

func (s *system) changed() <-chan struct{} { return s.told }

func (s *system) close() { _ = s.w.Close() }

// silence is where the system cannot tell.
type silence struct{}

func (silence) add(string)               {}
func (silence) changed() <-chan struct{} { return nil }
func (silence) close()                   {}
