package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"runtime/debug"
	"strings"
	"time"
)

// peer is one verifier.
type peer struct {
	name, version string
	command       []string                            // the file is appended; several are, where many is set
	many          bool                                // one process can verify several files
	parse         func(stdout, stderr string) verdict // nil for what verifies nothing
}

func (p peer) title() string { return strings.TrimSpace(p.name + " " + p.version) }

// available returns the verifiers that are there, ours last, and a sentence on
// each that is not.
func available(self, trust string) (peers []peer, missing []string) {
	tools := []struct {
		peer
		ask string // prints the version
		pkg string
	}{
		{peer{name: "pdfsig", command: []string{"pdfsig", "-nocert"}, parse: parsePdfsig}, "-v", "poppler-utils"},
		{peer{name: "mutool", command: []string{"mutool", "sign", "-v"}, parse: parseMutool}, "-v", "mupdf-tools"},
	}
	for _, t := range tools {
		path, err := exec.LookPath(t.command[0])
		if err != nil {
			missing = append(missing, fmt.Sprintf("%s is not installed (Debian package %s): left out.", t.name, t.pkg))
			continue
		}
		t.command[0] = path
		if r, err := start([]string{path, t.ask}, nil, limit); err == nil {
			t.version = versionIn(r.stdout + r.stderr)
		}
		peers = append(peers, t.peer)
	}
	return append(peers,
		peer{name: "pdfsign", version: moduleVersion("github.com/digitorus/pdfsign"), command: []string{self, childFlag, "pdfsign", trust}, many: true, parse: parseOwn},
		peer{name: "ours", command: []string{self, childFlag, "ours", trust}, many: true, parse: parseOwn},
	), missing
}

// versionIn finds the version in "pdfsig version 22.12.0".
func versionIn(output string) string {
	_, after, _ := strings.Cut(firstLine(output), "version ")
	version, _, _ := strings.Cut(after, " ")
	return version
}

func moduleVersion(path string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == path {
				return m.Version
			}
		}
	}
	return ""
}

// parseOwn reads the verdict that a child of this program prints.
func parseOwn(stdout, stderr string) verdict {
	v := silent()
	if err := json.Unmarshal([]byte(stdout), &v); err != nil {
		v = silent()
		v.Err = firstLine(stderr)
	}
	return v
}

// outcome tells how the run over one file ended.
type outcome string

const (
	done   outcome = "done"
	failed outcome = "error" // it says that it cannot read the file
	crash  outcome = "crash"
	hang   outcome = "hang"
)

// verify runs a verifier over one file.
func (p peer) verify(path string) (verdict, outcome, time.Duration) {
	r, err := start(append(p.command[:len(p.command):len(p.command)], path), nil, limit)
	if err != nil {
		v := silent()
		v.Err = err.Error()
		return v, failed, 0
	}
	v := p.parse(r.stdout, r.stderr)
	switch {
	case r.hang, r.crash:
		// What was printed before is no answer about the file.
		found := v.Found
		v = silent()
		v.Found = found
		if r.hang {
			v.Err = "killed after " + limit.String()
			return v, hang, r.cpu
		}
		v.Err = fmt.Sprintf("ended with status %d: %s", r.exit, firstLine(r.stderr))
		return v, crash, r.cpu
	case v.Err != "":
		return v, failed, r.cpu
	}
	return v, done, r.cpu
}
