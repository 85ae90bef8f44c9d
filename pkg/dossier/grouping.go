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
	index    *index
	caseDirs map[string]bool // folder path → holds files named by their role alone
}

// group is one dossier of a folder: the range of its files, and whether its line
// of the register must be asked for by code or stands apart.
type group struct {
	id       string
	from, to int32
	apart    int32 // line that cannot be joined; -1 for a dossier like others
}

func newGrouping(fsys fs.FS, o Options) *grouping {
	return &grouping{fsys: fsys, o: o, index: newIndex(o.Entries, o.Formats), caseDirs: map[string]bool{}}
}

// groups returns the dossiers of sorted files and of the register, by id.
func (g *grouping) groups(files []found) []group {
	var all []group
	seen := map[int32]bool{} // lines with files
	for from := 0; from < len(files); {
		id, to := files[from].id, from+1
		for to < len(files) && files[to].id == id {
			to++
		}
		if line, ok := g.index.byCode[digestOf(id)]; ok {
			seen[line] = true
		}
		all = append(all, group{id, int32(from), int32(to), -1})
		from = to
	}
	for _, line := range g.index.byCode {
		if !seen[line] {
			all = append(all, group{id: Key(g.index.entries.At(int(line)).Code), apart: -1})
		}
	}
	for _, line := range g.index.apart {
		all = append(all, group{id: g.index.entries.At(int(line)).Place(), apart: line})
	}
	slices.SortFunc(all, func(a, b group) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.apart, b.apart)) })
	return all
}

// entry returns the line of a group, or nil.
func (g *grouping) entry(of group) *Entry {
	if of.apart >= 0 {
		return unjoined(g.index.entries.At(int(of.apart)))
	}
	return g.index.find(of.id)
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
// the code in the file's own name, then the line of the register that names the
// file, then a folder that holds files named by their role alone, as "KQ1.pdf".
func (g *grouping) of(name string) belonging {
	b := g.byCode(name)
	if b.id == "" {
		b.id = g.index.claimant(name)
	}
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
	if len(g.index.odd) > 0 {
		stem := name
		if !dir {
			stem = strings.TrimSuffix(name, path.Ext(name))
		}
		for end := len(stem); end > len(code.Text); end = strings.LastIndexAny(stem[:end], "-_ .") {
			if id := Key(stem[:end]); g.index.odd[id] {
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
