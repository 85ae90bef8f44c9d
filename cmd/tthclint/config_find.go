package main

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/msg"
)

// configFlags say where settings come from, in every subcommand that has some.
type configFlags struct {
	file string
	none bool
}

func (f *configFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.file, "config", "", say(helpConfigFlag))
	set.BoolVar(&f.none, "no-config", false, say(helpNoConfig))
}

// settings are those of a file, and the folder that its paths are relative to.
type settings struct {
	*config.Config // never nil
	folder         string
}

// settings reads the file that the flags name, or the one that is found from the
// working folder upward. Nothing that is checked brings its own: a file inside a
// folder among paths, or one that was found beside a file among them, is refused.
func (c *Command) settings(f *configFlags, paths []string) (*settings, error) {
	none := &settings{Config: &config.Config{}}
	switch {
	case f.none && f.file != "":
		return nil, &userError{what: textConfigBoth.With(), remedy: textConfigBothRemedy.With()}
	case f.none:
		return none, nil
	}
	path, found := f.file, f.file == ""
	if found {
		if path = c.findConfig(); path == "" {
			return none, nil
		}
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	for _, under := range paths {
		if err := apart(shown(abs), under, found); err != nil {
			return nil, err
		}
	}
	src, err := readNamed(path)
	if err != nil {
		return nil, err
	}
	read, err := config.Parse(shown(abs), src)
	if err != nil {
		return nil, err
	}
	s := &settings{Config: read, folder: filepath.Dir(abs)}
	return s, s.apart(paths)
}

// findConfig looks for the file of settings from the working folder upward. What
// was dropped on the program chooses no working folder: then it is the folder of
// the program.
func (c *Command) findConfig() string {
	dir, err := os.Getwd()
	if c.Explorer {
		dir = filepath.Dir(c.Executable)
	}
	if err != nil || c.Explorer && c.Executable == "" {
		return ""
	}
	for {
		path := filepath.Join(dir, config.FileName)
		if _, err := os.Lstat(path); err == nil {
			return path
		}
		above := filepath.Dir(dir)
		if above == dir {
			return ""
		}
		dir = above
	}
}

// apart refuses a file of settings, or what it names, that lies inside of what is
// checked. One that was found and not named is refused beside a checked file, too.
func apart(name, under string, found bool) error {
	if under == "-" {
		return nil
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return cannotOpen(name, err)
	}
	checked, err := filepath.Abs(under)
	if err != nil {
		return cannotOpen(under, err)
	}
	info, err := os.Stat(checked)
	switch {
	case err != nil:
		return nil // who opens it tells
	case info.IsDir():
		for _, a := range []string{abs, resolved(abs)} {
			if within(a, checked) || within(a, resolved(checked)) {
				return &userError{what: textConfigInside.With("path", name, "folder", under), remedy: textConfigInsideRemedy.With("path", name)}
			}
		}
	case found && filepath.Dir(resolved(abs)) == filepath.Dir(resolved(checked)):
		return &userError{what: textConfigBeside.With("path", name, "pdf", under), remedy: textConfigBesideRemedy.With("path", name)}
	}
	return nil
}

// apart refuses certificates, revocation data and forms that lie inside of what is
// checked.
func (s *settings) apart(paths []string) error {
	for _, key := range s.named() {
		for _, path := range key.paths {
			for _, under := range paths {
				if err := apart(path, under, false); err != nil {
					return s.blame(path, err)
				}
			}
		}
	}
	return nil
}

// within reports whether a path is a folder or lies in it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// resolved is a path without links; as it is where it cannot be followed.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// shown is a path as people see it from the working folder.
func shown(abs string) string {
	dir, err := os.Getwd()
	if err != nil {
		return filepath.ToSlash(abs)
	}
	rel, err := filepath.Rel(dir, abs)
	if err != nil {
		return filepath.ToSlash(abs)
	}
	return filepath.ToSlash(rel)
}

// namedPaths are the paths under one key of the file.
type namedPaths struct {
	name  string
	paths []string // as seen from the working folder
}

// named returns everything on disk that the file names.
func (s *settings) named() []namedPaths {
	return []namedPaths{
		{"trust.anchors", s.paths(s.Trust.Anchors...)}, {"trust.evidence", s.paths(s.Trust.Evidence)},
		{"trust.store", s.paths(s.Trust.Store)}, {"forms", s.paths(s.Forms...)},
	}
}

// paths are paths of the file as seen from the working folder.
func (s *settings) paths(names ...string) []string {
	var all []string
	for _, name := range names {
		if name == "" {
			continue
		}
		if name = filepath.FromSlash(name); !filepath.IsAbs(name) {
			name = filepath.Join(s.folder, name)
		}
		all = append(all, shown(name))
	}
	return all
}

// blame says which key of the file led to an error with a path, if it was one.
func (s *settings) blame(path string, err error) error {
	if err == nil || s == nil {
		return err
	}
	for _, key := range s.named() {
		if slices.Contains(key.paths, path) {
			e := explainError(err)
			return &userError{what: textByConfig.With("path", s.File, "line", s.Line(key.name), "what", e.what), remedy: e.remedy, err: err}
		}
	}
	return err
}
