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
	codes    map[string]bool   // ids of register lines whose code has no known shape
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
	g := &grouping{fsys: fsys, o: o, entries: map[string]*Entry{}, codes: map[string]bool{}, caseDirs: map[string]bool{}}
	for i := range o.Entries {
		e := &o.Entries[i]
		id := Key(e.Code)
		if id == "" || g.entries[id] != nil {
			g.entries[e.Place()] = unjoined(e)
			continue
		}
		g.entries[id] = e
		if code, _, _ := FindCode(id, o.Formats); code.Text != id {
			g.codes[id] = true // one with a suffix too: "...-0001-BS" is not "...-0001"
		}
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
	id := g.of(name).id
	if id == "" && (strings.EqualFold(path.Ext(name), ".pdf") || picture(name)) {
		return name // a loose file is a dossier of its own
	}
	return id
}

// belonging is what a path says about a file.
type belonging struct {
	id    string // of its dossier; "" if the path names none
	rest  string // of the file name, without the code
	below string // the folders between that of the dossier and the file
	other string // the code in the file name, if it is not that of its folder
}

// role returns the role that the path declares.
func (b belonging) role() Role {
	if b.other != "" {
		return Unknown // whatever it is, it is of another dossier
	}
	return roleIn(b.below, b.rest)
}

// of tells what a path says. The innermost folder named by a code decides, then
// the code in the file's own name, then a folder that holds files named by their
// role alone, as "KQ1.pdf".
func (g *grouping) of(name string) belonging {
	b := g.byCode(name)
	if dir := path.Dir(name); b.id == "" && dir != "." && g.isCase(dir) {
		b.id = dir
	}
	return b
}

// byCode tells what the codes in a path say.
func (g *grouping) byCode(name string) belonging {
	base, folders := path.Base(name), path.Dir(name)
	own, rest, coded := g.find(base, false)
	if !coded {
		rest = base
	}
	for dir := folders; dir != "." && dir != "/"; dir = path.Dir(dir) {
		if id, _, ok := g.find(path.Base(dir), true); ok {
			b := belonging{id: id, rest: rest, below: strings.TrimPrefix(folders[len(dir):], "/")}
			if coded && own != id {
				b.other = own
			}
			return b
		}
	}
	return belonging{id: own, rest: rest}
}

// find looks for a code in a name: one of a known shape, or at its start one
// from the register. The longer one counts.
func (g *grouping) find(name string, dir bool) (id, rest string, ok bool) {
	code, rest, ok := FindCode(name, g.o.Formats)
	if len(g.codes) > 0 {
		stem := name
		if !dir {
			stem = strings.TrimSuffix(name, path.Ext(name))
		}
		for end := len(stem); end > len(code.Text); end = strings.LastIndexAny(stem[:end], "-_ .") {
			if id := Key(stem[:end]); g.codes[id] {
				return id, name[end:], true
			}
		}
	}
	if !ok {
		return "", "", false
	}
	return code.Text, rest, true
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

func picture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".heic", ".webp", ".doc", ".docx":
		return true
	}
	return false
}
