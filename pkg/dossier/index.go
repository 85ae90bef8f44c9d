package dossier

import (
	"crypto/sha256"
	"path"
	"slices"
	"strings"
)

// index finds the lines of a register by dossier code and by the files that
// they name. It holds numbers of lines by digests of the names, about 40 bytes a
// line, and asks the register for the line itself.
type index struct {
	entries Entries
	byCode  map[digest]int32
	byFile  map[digest]int32 // -1 for a name that two dossiers claim
	odd     map[string]bool  // ids of lines whose code has no known shape
	apart   []int32          // lines that cannot be joined: without a code, or with that of an earlier one
}

// digest is the beginning of a SHA-256, which nobody finds twice.
type digest [16]byte

func digestOf(name string) digest {
	sum := sha256.Sum256([]byte(name))
	return digest(sum[:16])
}

func newIndex(entries Entries, formats []CodeFormat) *index {
	x := &index{byCode: map[digest]int32{}, byFile: map[digest]int32{}, odd: map[string]bool{}, entries: entries}
	if entries == nil {
		x.entries = List(nil)
	}
	for i := range x.entries.Len() {
		e, line := x.entries.At(i), int32(i)
		id := Key(e.Code)
		key := digestOf(id)
		if _, twice := x.byCode[key]; id == "" || twice {
			x.apart = append(x.apart, line)
			continue
		}
		x.byCode[key] = line
		if code, _, _ := FindCode(id, formats); code.Text != id {
			x.odd[id] = true // one with a suffix too: "...-0001-BS" is not "...-0001"
		}
		for _, a := range e.Results {
			x.claim(a.File, line)
		}
		for _, a := range e.Components {
			x.claim(a.File, line)
		}
	}
	return x
}

// claim notes that a line names a file.
func (x *index) claim(file string, line int32) {
	if file == "" {
		return
	}
	key := digestOf(fileKey(file))
	if other, claimed := x.byFile[key]; claimed && other != line {
		line = -1
	}
	x.byFile[key] = line
}

// find returns the line of a dossier, or nil.
func (x *index) find(id string) *Entry {
	if line, ok := x.byCode[digestOf(id)]; ok {
		return x.entries.At(int(line))
	}
	return nil
}

// claimant returns the id of the one dossier whose line names a file, or "".
func (x *index) claimant(name string) string {
	if len(x.byFile) == 0 {
		return ""
	}
	if line, ok := x.byFile[digestOf(fileKey(name))]; ok && line >= 0 {
		return Key(x.entries.At(int(line)).Code)
	}
	return ""
}

// fileKey returns the form in which file names are compared.
func fileKey(name string) string { return Key(path.Base(strings.ReplaceAll(name, `\`, "/"))) }

// unjoined returns a line that has no code, or that of an earlier line. It
// becomes a dossier of its own, with its fault stated, so that it is not lost.
func unjoined(e *Entry) *Entry {
	if e.Alone() {
		return e
	}
	kind := FaultDuplicate
	if Key(e.Code) == "" {
		kind = FaultNoCode
	}
	e.Faults = append(slices.Clone(e.Faults), Fault{Kind: kind, Value: e.Code})
	return e
}

// roleOn returns the role of a file: what its path declares, or else what the
// line of its dossier, if there is one, names it as.
func roleOn(e *Entry, name string, b belonging) Role {
	role := b.role()
	if e == nil || role != Unknown || b.other != "" {
		return role
	}
	key := fileKey(name)
	named := func(a Attachment) bool { return a.File != "" && fileKey(a.File) == key }
	switch {
	case slices.ContainsFunc(e.Results, named):
		return Result
	case slices.ContainsFunc(e.Components, named):
		return Component
	}
	return Unknown
}
