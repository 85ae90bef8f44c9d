package dossier

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// grouping tells which dossier a file belongs to.
type grouping struct {
	fsys     fs.FS
	o        Options
	entries  map[string]*Entry // register line by the id of its dossier
	codes    map[string]string // id of a register line by Key of its code
	caseDirs map[string]bool   // folder path → holds files named by their role alone
}

// group is one dossier of a folder: its register line, if any, and the range of
// its files.
type group struct {
	id       string
	entry    *Entry
	from, to int
}

func newGrouping(fsys fs.FS, o Options) *grouping {
	g := &grouping{fsys: fsys, o: o, entries: map[string]*Entry{}, codes: map[string]string{}, caseDirs: map[string]bool{}}
	for i := range o.Entries {
		e := &o.Entries[i]
		id := Key(e.Code)
		if code, _, ok := FindCode(e.Code, o.Formats); ok {
			id = code.Text
		}
		if id == "" || g.entries[id] != nil {
			g.entries[e.Place()] = unjoined(e)
			continue
		}
		g.entries[id], g.codes[Key(e.Code)] = e, id
	}
	return g
}

// unjoined returns a line that has no code, or that of an earlier line. It
// becomes a dossier of its own, with its fault stated, so that it is not lost.
func unjoined(e *Entry) *Entry {
	stated := func(f Fault) bool { return f.Kind == FaultDuplicate || f.Kind == FaultNoCode }
	if slices.ContainsFunc(e.Faults, stated) {
		return e
	}
	line := *e
	kind := FaultDuplicate
	if Key(e.Code) == "" {
		kind = FaultNoCode
	}
	line.Faults = append(slices.Clone(e.Faults), Fault{Kind: kind, Value: e.Code})
	return &line
}

// groups returns the dossiers of sorted files and of the register, by id.
func (g *grouping) groups(files []found) []group {
	var all []group
	seen := map[string]bool{}
	for from := 0; from < len(files); {
		id, to := files[from].id, from+1
		for to < len(files) && files[to].id == id {
			to++
		}
		if g.entries[id] != nil {
			seen[id] = true
		}
		all = append(all, group{id, g.entries[id], from, to})
		from = to
	}
	for id, e := range g.entries {
		if !seen[id] {
			all = append(all, group{id: id, entry: e})
		}
	}
	slices.SortFunc(all, func(a, b group) int { return cmp.Compare(a.id, b.id) })
	return all
}

// idOf returns the dossier of a path, or "" for a file that is no document.
func (g *grouping) idOf(name string) string {
	id, _ := g.dossierOf(name)
	if id == "" && (strings.EqualFold(path.Ext(name), ".pdf") || picture(name)) {
		return name // a loose file is a dossier of its own
	}
	return id
}

// dossierOf returns the dossier that a path belongs to, if its names say so, and
// the part of the file name that is not the code. The innermost folder named by
// a code decides, then the code in front of the file's own name, then a folder
// that holds files named by their role alone, as "KQ1.pdf".
func (g *grouping) dossierOf(name string) (id, rest string) {
	base := path.Base(name)
	own, rest, coded := g.find(base, false)
	if !coded {
		rest = base
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if id, _, ok := g.find(path.Base(dir), true); ok {
			return id, rest
		}
	}
	if coded {
		return own, rest
	}
	if dir := path.Dir(name); dir != "." && g.isCase(dir) {
		return dir, rest
	}
	return "", rest
}

// find looks for a code, of a known shape or from the register, at the start of
// a name.
func (g *grouping) find(name string, dir bool) (id, rest string, ok bool) {
	if code, rest, ok := FindCode(name, g.o.Formats); ok {
		return code.Text, rest, true
	}
	if len(g.codes) == 0 {
		return "", "", false
	}
	stem := name
	if !dir {
		stem = strings.TrimSuffix(name, path.Ext(name))
	}
	for end := len(stem); end > 0; end = strings.LastIndexAny(stem[:end], "-_ .") {
		if id := g.codes[Key(stem[:end])]; id != "" {
			return id, name[end:], true
		}
	}
	return "", "", false
}

func (g *grouping) isCase(dir string) bool {
	is, known := g.caseDirs[dir]
	if !known {
		entries, _ := fs.ReadDir(g.fsys, dir) // what cannot be read was reported by the inventory
		is = slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && bareRole(e.Name()) })
		g.caseDirs[dir] = is
	}
	return is
}

// bareRole reports whether a file name is nothing but a role, as "KQ1.pdf".
func bareRole(name string) bool {
	folded := Fold(strings.TrimSuffix(name, path.Ext(name)))
	for _, r := range roleWords {
		for _, word := range r.words {
			if numbered(strings.ReplaceAll(folded, " ", ""), strings.ReplaceAll(word, " ", "")) {
				return true
			}
		}
	}
	return false
}

func picture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".heic", ".webp", ".doc", ".docx":
		return true
	}
	return false
}
