package main

import (
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
)

// What no flag says is taken from the file of settings, and what neither says is
// as the library does it.

func (f *lintFlags) follow(s *settings, set *pflag.FlagSet) {
	if s.FailOn != 0 && !set.Changed("fail-on") {
		f.failOn = s.FailOn.String()
	}
	if s.Jobs != 0 && !set.Changed("jobs") {
		f.jobs = s.Jobs
	}
	f.trustFlags.follow(s, set)
	f.readingFlags.follow(s, set)
}

func (f *verifyFlags) follow(s *settings, set *pflag.FlagSet) {
	if s.FailOn != 0 && !set.Changed("fail-on") {
		f.failOn = s.FailOn.String()
	}
	if s.Jobs != 0 && !set.Changed("jobs") {
		f.jobs = s.Jobs
	}
	f.trustFlags.follow(s, set)
}

// follow takes anchors together with whether they are the only ones.
func (f *trustFlags) follow(s *settings, set *pflag.FlagSet) {
	f.settings = s
	if f.folder == "" {
		f.anchors = s.paths(s.Trust.Anchors...)
		f.only = f.only || s.Trust.Only && !set.Changed("trust-only")
	}
	if !set.Changed("evidence") {
		f.evidence = first(s.paths(s.Trust.Evidence))
	}
	if !set.Changed("trust-store") {
		f.store = first(s.paths(s.Trust.Store))
	}
}

func (f *readingFlags) follow(s *settings, set *pflag.FlagSet) {
	f.settings = s
	if s.OCR != "" && !set.Changed("ocr") {
		f.engine = s.OCR
	}
	if f.forms == "" {
		f.own = s.paths(s.Forms...)
	}
}

func first(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return paths[0]
}

// judge sets in o how strictly is judged, by the file and by the flags that were
// given.
func (f *lintFlags) judge(s *settings, set *pflag.FlagSet, o *check.Options) error {
	rules := o.Rules
	if err := s.Apply(o); err != nil {
		return err
	}
	o.Jobs = f.jobs
	if set.Changed("two-layer") {
		if o.TwoLayer = f.twoLayer; f.twoLayer {
			delete(o.Severities, "sign/one-layer") // it would take the demand back
		}
	}
	if set.Changed("rules") {
		o.Rules = rules
		if o.Config != nil {
			o.Config.Skipped = nil
		}
	}
	return nil
}

// verifyBy sets in o what the file says of signatures. Which rules run on a dossier
// has no meaning for a file that is looked at alone.
func (s *settings) verifyBy(o *check.Options) error {
	jobs := o.Jobs
	err := s.Apply(o)
	o.Jobs, o.Rules = jobs, nil
	if o.Config != nil {
		o.Config.Skipped = nil
	}
	return err
}

// info names the file, for reports that its rules have no meaning for; nil where
// there is none.
func (s *settings) info() *lint.ConfigInfo {
	if s.File == "" {
		return nil
	}
	return &lint.ConfigInfo{File: s.File, SHA256: s.SHA256}
}
