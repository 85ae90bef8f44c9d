package dossier

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"
)

// Options tell [Open] how to group files into dossiers. The zero value works.
type Options struct {
	Formats       []CodeFormat // nil means CodeFormats()
	Entries       []Entry      // the register's lines, in order
	Registered    bool         // a register was read, even if it is empty
	Procedure     string       // procedure code of dossiers whose register line has none
	ProcedureName string
	Skip          []string // paths that are not documents, such as the register itself
}

// Folder is a folder of dossiers, after its inventory: names and sizes of all
// files, digests where sizes are equal, about a hundred bytes a file.
type Folder struct {
	dossiers []*Dossier
	ignored  []string
	faults   []error
}

// Open takes the inventory of a folder. Things in it that cannot be read do not
// end the inventory; they come out of [Folder.Dossiers] as errors. The error
// returned here means that the folder itself cannot be read.
//
// Links are not followed and hidden files are not read.
func Open(ctx context.Context, fsys fs.FS, o Options) (*Folder, error) {
	if o.Formats == nil {
		o.Formats = CodeFormats()
	}
	in, err := takeInventory(ctx, fsys, o.Skip)
	if err != nil {
		return nil, err
	}
	g := newGrouping(fsys, o)
	for _, f := range in.files {
		if !g.add(f) {
			in.ignored = append(in.ignored, f.path)
		}
	}
	folder := &Folder{dossiers: g.finish(), ignored: in.ignored, faults: in.faults}
	findTwins(ctx, folder.dossiers)
	return folder, ctx.Err()
}

// Len returns the number of dossiers.
func (f *Folder) Len() int { return len(f.dossiers) }

// Ignored returns the files that belong to no dossier, such as text files
// lying beside the dossiers, so that a report can say what was not looked at.
func (f *Folder) Ignored() []string { return f.ignored }

// Dossiers gives what could not be read, then the dossiers by id.
func (f *Folder) Dossiers(ctx context.Context) iter.Seq2[*Dossier, error] {
	return func(yield func(*Dossier, error) bool) {
		for _, err := range f.faults {
			if !yield(nil, err) {
				return
			}
		}
		for _, d := range f.dossiers {
			if ctx.Err() != nil || !yield(d, nil) {
				return
			}
		}
	}
}

// found is one file of the inventory.
type found struct {
	path string
	size int64
}

type inventory struct {
	files   []found
	ignored []string
	faults  []error
}

func takeInventory(ctx context.Context, fsys fs.FS, skip []string) (*inventory, error) {
	in := &inventory{}
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			if name == "." {
				return err
			}
			in.faults = append(in.faults, fmt.Errorf("%s: %w", name, err))
			return nil
		}
		switch {
		case name == ".":
		case hidden(e.Name()):
			if e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
		case !e.Type().IsRegular():
			in.ignored = append(in.ignored, name)
		case slices.Contains(skip, name):
		default:
			info, err := e.Info()
			if err != nil {
				in.faults = append(in.faults, fmt.Errorf("%s: %w", name, err))
				return nil
			}
			in.files = append(in.files, found{name, info.Size()})
		}
		return nil
	})
	return in, err
}

// hidden reports whether a name is kept by the system or by an office program
// for itself.
func hidden(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// grouping puts files into dossiers.
type grouping struct {
	fsys     fs.FS
	o        Options
	byKey    map[string]*Dossier // by Key of the id
	entries  map[string]*Entry   // first register line by Key of its code
	caseDirs map[string]bool     // folder path → holds files named by their role alone
}

func newGrouping(fsys fs.FS, o Options) *grouping {
	g := &grouping{fsys: fsys, o: o, byKey: map[string]*Dossier{}, entries: map[string]*Entry{}, caseDirs: map[string]bool{}}
	for i := range o.Entries {
		e := &o.Entries[i]
		if key := Key(e.Code); key != "" && g.entries[key] == nil {
			g.entries[key] = e
		}
	}
	return g
}

// add puts a file into its dossier; false means that it belongs to none.
func (g *grouping) add(f found) bool {
	id, code, rest := g.dossierOf(f.path)
	if id == "" {
		if !strings.EqualFold(path.Ext(f.path), ".pdf") && !picture(f.path) {
			return false
		}
		id, rest = f.path, path.Base(f.path)
	}
	d := g.dossier(id, code)
	d.Documents = append(d.Documents, &Document{Path: f.path, Size: f.size, Role: RoleOf(rest), Blob: blob{g.fsys, f.path}})
	return true
}

// dossierOf returns the dossier that a path belongs to and the part of the file
// name that is not the code. The innermost folder named by a code decides, then
// the code in front of the file's own name, then a folder that holds files
// named by their role alone, as "KQ1.pdf".
func (g *grouping) dossierOf(name string) (id string, code Code, rest string) {
	base := path.Base(name)
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if id, code, _, ok := g.find(path.Base(dir), true); ok {
			if _, _, rest, ok := g.find(base, false); ok {
				base = rest
			}
			return id, code, base
		}
	}
	if id, code, rest, ok := g.find(base, false); ok {
		return id, code, rest
	}
	if dir := path.Dir(name); dir != "." && g.isCase(dir) {
		return dir, Code{}, base
	}
	return "", Code{}, base
}

// find looks for a code, of a known shape or from the register, at the start of
// a name.
func (g *grouping) find(name string, dir bool) (id string, code Code, rest string, ok bool) {
	if code, rest, ok := FindCode(name, g.o.Formats); ok {
		return code.Text, code, rest, true
	}
	stem := name
	if !dir {
		stem = strings.TrimSuffix(name, path.Ext(name))
	}
	for end := len(stem); end > 0; end = strings.LastIndexAny(stem[:end], "-_ .") {
		if e := g.entries[Key(stem[:end])]; e != nil {
			return Key(e.Code), Code{Text: Key(e.Code)}, name[end:], true
		}
	}
	return "", Code{}, "", false
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

func (g *grouping) dossier(id string, code Code) *Dossier {
	key := Key(id)
	d := g.byKey[key]
	if d == nil {
		d = &Dossier{ID: id, Code: code, Registered: g.o.Registered, Procedure: g.o.Procedure, ProcedureName: g.o.ProcedureName}
		g.byKey[key] = d
	}
	return d
}

// finish joins the register and puts everything in order.
func (g *grouping) finish() []*Dossier {
	for i := range g.o.Entries {
		e := &g.o.Entries[i]
		id, code := Key(e.Code), Code{}
		if found, _, ok := FindCode(e.Code, g.o.Formats); ok {
			id, code = found.Text, found
		}
		if id == "" || g.entries[Key(e.Code)] != e {
			// A line without a code, or with the code of an earlier line: it cannot be joined,
			// and must not be lost.
			id, code = e.Place(), Code{}
		}
		d := g.dossier(id, code)
		d.Entry = e
		d.Unit = cmp.Or(e.Unit, e.Department, d.Unit)
		d.ProcedureName = cmp.Or(e.ProcedureName, d.ProcedureName)
		if e.Procedure != "" || e.ProcedureName != "" {
			d.Procedure = e.Procedure
		}
	}
	all := make([]*Dossier, 0, len(g.byKey))
	for _, d := range g.byKey {
		slices.SortFunc(d.Documents, func(a, b *Document) int { return cmp.Compare(a.Path, b.Path) })
		presumeResult(d.Documents)
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b *Dossier) int { return cmp.Compare(a.ID, b.ID) })
	return all
}
