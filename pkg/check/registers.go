package check

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
)

// registerNames are how the names of registers begin, folded. Of several lists
// in a folder the one that is named so is the register. The earlier goes before.
var registerNames = []string{"ho so", "so theo doi", "so ho so", "danh sach ho so", "danh sach"}

// RegistersError says that several files of a folder are lists of dossiers, and
// that their names do not tell which is its register.
type RegistersError struct{ Files []string }

func (e *RegistersError) Error() string { return e.Text().In(msg.English) }

// Text returns the reason in both languages.
func (e *RegistersError) Text() msg.Text {
	return registersText.With("n", len(e.Files), "files", strings.Join(e.Files, ", "))
}

var registersText = msg.Message{
	ID: "check/registers",
	VI: "thư mục có {n} danh sách hồ sơ và không rõ danh sách nào là sổ theo dõi: {files}",
	EN: "the folder has {n} lists of dossiers, and which one is its register is not certain: {files}",
}

// findRegister reads the register of a folder: the one list of dossiers in it,
// or that which is named like a register. It returns nil if there is none.
//
// A list is known by its header, whatever it is called; without a column of days
// it must be called a register, since other tables name dossiers, too. A file
// that is named by the code of a dossier belongs to that dossier.
func findRegister(ctx context.Context, fsys fs.FS, o register.Options) (*register.Register, error) {
	names, err := tables(fsys, o.Formats)
	if err != nil {
		return nil, err
	}
	var lists, named []string
	var broken error // why one that is named like a register cannot be read
	for _, name := range names {
		dated := false
		err := useRegister(ctx, fsys, name, o, func(f *register.File) error {
			dated = hasDays(f)
			return nil
		})
		switch {
		case err == nil:
			if dated || rank(name) < len(registerNames) {
				lists = append(lists, name)
			}
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case name != RegisterName && (rank(name) == len(registerNames) || errors.Is(err, register.ErrNoList)):
		case broken == nil || name == RegisterName:
			broken = err
		}
	}
	best := len(registerNames)
	for _, name := range lists {
		best = min(best, rank(name))
	}
	for _, name := range lists {
		if rank(name) == best {
			named = append(named, name)
		}
	}
	switch {
	case len(named) == 0:
		return nil, broken
	case slices.Contains(named, RegisterName):
		named = []string{RegisterName}
	case len(named) > 1:
		return nil, &RegistersError{lists}
	}
	var found *register.Register
	err = useRegister(ctx, fsys, named[0], o, func(f *register.File) (err error) {
		found, err = f.Read(ctx)
		return err
	})
	return found, err
}

// hasDays reports whether a list has a column of days.
func hasDays(f *register.File) bool {
	return slices.ContainsFunc(f.Mappings, func(m register.Mapping) bool {
		return slices.ContainsFunc(m.Columns, func(c register.Column) bool { return c.Field.Dated() })
	})
}

// rank tells how much a name is that of a register: the less, the more.
func rank(name string) int {
	folded := dossier.Fold(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	i := slices.IndexFunc(registerNames, func(begin string) bool { return folded == begin || strings.HasPrefix(folded, begin+" ") })
	if i < 0 {
		return len(registerNames)
	}
	return i
}

// tables returns the files in the root of a folder that may be registers; where
// that holds one folder and nothing else, as archives do, those in that folder.
func tables(fsys fs.FS, formats []dossier.CodeFormat) ([]string, error) {
	if formats == nil {
		formats = dossier.CodeFormats()
	}
	entries, dir, err := rootOf(fsys, formats)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		_, _, coded := dossier.FindCode(e.Name(), formats)
		switch ext := strings.ToLower(path.Ext(name)); {
		case !e.Type().IsRegular() || dossier.Hidden(e.Name()) || coded:
		case ext == ".csv" || ext == ".xlsx" || ext == ".xlsm" || ext == ".json",
			rank(name) < len(registerNames) && slices.Contains([]string{".xls", ".xlsb", ".ods", ".tsv"}, ext):
			names = append(names, name)
		}
	}
	return names, nil
}

// rootDepth is how many folders that hold nothing but the next one are passed.
const rootDepth = 3

// rootOf returns what is in the root of a folder, or in the one folder that is
// there, if that is no dossier's.
func rootOf(fsys fs.FS, formats []dossier.CodeFormat) (entries []fs.DirEntry, dir string, err error) {
	dir = "."
	if entries, err = fs.ReadDir(fsys, dir); err != nil {
		return nil, "", err
	}
	for range rootDepth {
		shown := slices.DeleteFunc(slices.Clone(entries), func(e fs.DirEntry) bool { return dossier.Hidden(e.Name()) })
		if len(shown) != 1 || !shown[0].IsDir() {
			break
		}
		if _, _, coded := dossier.FindCode(shown[0].Name(), formats); coded {
			break
		}
		below, err := fs.ReadDir(fsys, path.Join(dir, shown[0].Name()))
		if err != nil {
			break // the inventory tells
		}
		entries, dir = below, path.Join(dir, shown[0].Name())
	}
	return entries, dir, nil
}

// maxRegister bounds a register in a folder that cannot be read at an offset, in
// bytes.
const maxRegister = 256 << 20

// useRegister opens a register of a folder, which is closed when use returns.
func useRegister(ctx context.Context, fsys fs.FS, name string, o register.Options, use func(*register.File) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r, ok := f.(io.ReaderAt)
	info, err := f.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	if !ok {
		data, err := io.ReadAll(io.LimitReader(f, maxRegister+1))
		if err != nil {
			return err
		}
		if len(data) > maxRegister {
			return fmt.Errorf("%s: larger than %d MiB and not seekable", name, maxRegister>>20)
		}
		r, size = bytes.NewReader(data), int64(len(data))
	}
	opened, err := register.Open(ctx, r, size, name, o)
	if err != nil {
		return err
	}
	return use(opened)
}
