// Package waiver reads the decisions of an office that a finding shall not count
// for a while, and applies them.
//
//	waivers:
//	  - rule: sign/no-timestamp
//	    file: "2025/**/*.pdf"        # or sha256: …, or dossier: "H20.30-25*"
//	    reason: Ký trước khi có máy chủ dấu thời gian
//	    by: Nguyễn Văn A, Chánh Văn phòng
//	    until: 2026-12-31
//
// A waived finding stays in the report with who waived it and why. A waiver that
// meets nothing, or whose last day has passed, is a finding itself, so that the
// list does not grow old unseen.
package waiver

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/tthclint/tthclint/pkg/lint"
)

// Set is a list of waivers. It is safe for use by several goroutines.
type Set struct {
	name    string
	entries []entry
	met     []atomic.Int64 // how many findings each has met, whether it still holds or not
}

type entry struct {
	rule    string
	file    string // glob over the path in the folder; empty: any
	dossier string // glob over the dossier's code; empty: any
	sha256  string // of the file; empty: any
	reason  string
	by      string
	until   time.Time // the first moment after its last day
	line    int
}

// Name returns what findings call the file.
func (s *Set) Name() string { return s.name }

// Waive returns the waiver of a finding on the day of the check, or nil. Of
// several that fit the first counts, unless it has expired.
func (s *Set) Waive(r *lint.Result, f *lint.Finding, asOf time.Time) *lint.Waiver {
	var found *lint.Waiver
	for i := range s.entries {
		e := &s.entries[i]
		if !e.fits(r, f) {
			continue
		}
		s.met[i].Add(1)
		if found == nil && asOf.Before(e.until) {
			found = &lint.Waiver{Reason: e.reason, By: e.by, Until: e.until, Source: fmt.Sprintf("%s:%d", s.name, e.line)}
		}
	}
	return found
}

func (e *entry) fits(r *lint.Result, f *lint.Finding) bool {
	return e.rule == f.Rule &&
		(e.dossier == "" || glob(e.dossier, r.Dossier)) &&
		(e.file == "" || f.Place.File != "" && globPath(e.file, f.Place.File)) &&
		(e.sha256 == "" || e.sha256 == digest(r, f.Place.File))
}

func digest(r *lint.Result, file string) string {
	for i := range r.Documents {
		if r.Documents[i].Path == file {
			return r.Documents[i].SHA256
		}
	}
	return ""
}

// Rules returns the ids of the rules that the waivers name.
func (s *Set) Rules() []string {
	var ids []string
	for i := range s.entries {
		ids = append(ids, s.entries[i].rule)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// globPath matches a whole path. A pattern without a slash is one of file names
// in any folder; ** stands for any number of folders.
func globPath(pattern, file string) bool {
	if !strings.Contains(pattern, "/") {
		return glob(pattern, path.Base(file))
	}
	return globSegments(strings.Split(pattern, "/"), strings.Split(file, "/"))
}

func globSegments(pattern, file []string) bool {
	if len(pattern) == 0 {
		return len(file) == 0
	}
	if pattern[0] == "**" {
		for i := range len(file) + 1 {
			if globSegments(pattern[1:], file[i:]) {
				return true
			}
		}
		return false
	}
	return len(file) > 0 && glob(pattern[0], file[0]) && globSegments(pattern[1:], file[1:])
}

// glob matches one name; patterns were checked when they were read.
func glob(pattern, name string) bool {
	ok, err := path.Match(pattern, name)
	return err == nil && ok
}
