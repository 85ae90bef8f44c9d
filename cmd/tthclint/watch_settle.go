package main

import (
	"slices"
	"time"
)

// fileState is what changes while a file is written.
type fileState struct {
	size int64
	time time.Time
}

func (s fileState) same(o fileState) bool { return s.size == o.size && s.time.Equal(o.time) }

// settling tells of files when they have stopped changing, once for each state in
// which they come to rest. The zero value knows no file.
type settling struct {
	files map[string]*settled
}

type settled struct {
	state fileState
	done  bool // told of in this state
	still int  // looks at which it was empty in this state
	tries int  // how often it was told of and could not be read
}

// patientTries is how often a file may refuse to be opened before this is told.
const patientTries = 10

// emptyLooks is at how many looks a file must be empty to be taken for one that
// stays so: a minute in a folder where nothing else happens. Scanners make the
// file first and write it when the last sheet has gone through.
const emptyLooks = 12

// look takes the files as they are now. Those that are as they were at the look
// before are ready, in the order of their names; pending says that others are not
// yet. An empty file is most likely about to be written and has more time.
func (s *settling) look(now map[string]fileState) (ready []string, pending bool) {
	if s.files == nil {
		s.files = map[string]*settled{}
	}
	for name := range s.files {
		if _, ok := now[name]; !ok {
			delete(s.files, name)
		}
	}
	for name, state := range now {
		f := s.files[name]
		switch {
		case f == nil || !f.state.same(state):
			s.files[name] = &settled{state: state}
			pending = pending || state.size > 0
		case f.done:
		case state.size == 0 && f.still < emptyLooks:
			f.still++
		default:
			f.done = true
			ready = append(ready, name)
		}
	}
	slices.Sort(ready)
	return ready, pending
}

// again makes a file that could not be opened ready at the next look, too. It
// reports whether it is time to tell so, which it is once.
func (s *settling) again(name string) (tell bool) {
	f := s.files[name]
	f.done = false
	f.tries++
	return f.tries == patientTries
}

// seen takes files as told of.
func (s *settling) seen(now map[string]fileState) {
	s.files = make(map[string]*settled, len(now))
	for name, state := range now {
		s.files[name] = &settled{state: state, done: true}
	}
}
