package dossier

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"
)

// Options tell [Open] how to group files into dossiers. The zero value works.
type Options struct {
	Formats       []CodeFormat // nil means CodeFormats()
	Entries       Entries      // the register's lines; nil where there is none
	Registered    bool         // a register was read, even if it is empty
	Procedure     string       // procedure code of dossiers whose register line has none
	ProcedureName string
	Skip          []string // paths that are not documents, such as the register itself
}

// Folder is a folder of dossiers after its inventory. It keeps names and sizes,
// about 150 bytes a file; a [Dossier] is made when its turn comes.
type Folder struct {
	grouping *grouping
	files    []found // by dossier, then by path
	groups   []group // by id
	twins    map[string]*Twins
	ignored  []string
	faults   []error
}

// Open takes the inventory of a folder. Things in it that cannot be read do not
// end the inventory; they come out of [Folder.Dossiers] as errors. The error
// returned here means that the folder itself cannot be read.
//
// Links are not followed and hidden files are not read. A file system with a
// method Faults tells by it, after it was walked, what it has and cannot show.
func Open(ctx context.Context, fsys fs.FS, o Options) (*Folder, error) {
	if o.Formats == nil {
		o.Formats = CodeFormats()
	}
	in, err := takeInventory(ctx, fsys, o.Skip)
	if err != nil {
		return nil, err
	}
	f := &Folder{grouping: newGrouping(fsys, o), ignored: in.ignored, faults: in.faults}
	for _, file := range in.files {
		switch file.id = f.grouping.idOf(file.path); {
		case file.id != "":
			f.files = append(f.files, file)
		case archived(file.path):
			f.faults = append(f.faults, &fs.PathError{Op: "open", Path: file.path, Err: ErrPacked})
		default:
			f.ignored = append(f.ignored, file.path)
		}
	}
	if fsys, ok := fsys.(faulty); ok {
		f.faults = append(f.faults, fsys.Faults()...)
	}
	slices.SortFunc(f.files, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.path, b.path))
	})
	slices.Sort(f.ignored)
	f.groups = f.grouping.groups(f.files)
	f.twins = f.findTwins(ctx)
	return f, ctx.Err()
}

// Len returns the number of dossiers.
func (f *Folder) Len() int { return len(f.groups) }

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
		for _, g := range f.groups {
			if ctx.Err() != nil || !yield(f.dossier(g), nil) {
				return
			}
		}
	}
}

// dossier makes the dossier of a group.
func (f *Folder) dossier(g group) *Dossier {
	o := &f.grouping.o
	d := &Dossier{ID: g.id, Registered: o.Registered, Procedure: o.Procedure, ProcedureName: o.ProcedureName}
	if code, _, ok := FindCode(g.id, o.Formats); ok && code.Text == g.id {
		d.Code = code
	}
	if e := f.grouping.entry(g); e != nil {
		d.Entry = e
		d.Unit = cmp.Or(e.Unit, e.Department)
		if e.Procedure != "" || e.ProcedureName != "" {
			d.Procedure, d.ProcedureName = e.Procedure, e.ProcedureName
		}
	}
	for _, file := range f.files[g.from:g.to] {
		b := f.grouping.of(file.path)
		doc := &Document{
			Path: file.path, Size: file.size, Role: roleOn(d.Entry, file.path, b), OtherCode: b.other, Blob: blob{f.grouping.fsys, file.path},
		}
		if doc.Twins = f.twins[file.path]; doc.Twins != nil {
			doc.digest = &doc.Twins.Digest
		}
		d.Documents = append(d.Documents, doc)
	}
	presumeResult(d.Documents)
	return d
}

// found is one file of the inventory.
type found struct {
	path string
	size int64
	id   string // of its dossier
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
		case Hidden(e.Name()):
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
			in.files = append(in.files, found{path: name, size: info.Size()})
		}
		return nil
	})
	return in, err
}

// Hidden reports whether a name is kept by the system or by an office program
// for itself. Such files are not read.
func Hidden(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}
