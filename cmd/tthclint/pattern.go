package main

import (
	"path/filepath"
	"strings"
)

// matched returns the paths with those that patterns stand for in the place of
// the patterns: shells of Windows leave * and ? to the program. A path that is
// there is no pattern, whatever its name.
func matched(paths []string) ([]string, error) {
	var all []string
	for _, path := range paths {
		if !strings.ContainsAny(path, "*?") || exists(path) {
			all = append(all, path)
			continue
		}
		found, err := filepath.Glob(path)
		if err != nil || len(found) == 0 {
			return nil, &userError{what: textNoMatch.With("pattern", path), remedy: textNoMatchRemedy.With(), err: err}
		}
		all = append(all, found...)
	}
	return all, nil
}

// listed names paths as messages do.
func listed(paths []string) string { return "«" + strings.Join(paths, "», «") + "»" }
