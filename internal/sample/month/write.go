package month

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pki"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// Name is the folder of the example under examples.
const Name = "thang-9"

// Folders are the folders of the example.
func Folders() []Folder {
	return []Folder{
		{Name: "a", Register: "so-theo-doi.xlsx", Cases: A(), office: saDec, write: layoutA},
		{Name: "b", Register: "danh-sach.xlsx", Cases: B(), office: tanDuong, write: layoutB},
		{Name: "c", Register: "ket-qua.csv", Cases: C(), office: hoaLong, write: layoutC},
	}
}

// Write makes the example under dir, anew: what was there is removed.
func Write(dir string, faces *paper.Faces) error {
	forms, err := form.Builtin()
	if err != nil {
		return err
	}
	certs, err := pki.Make()
	if err != nil {
		return err
	}
	root := filepath.Join(dir, Name)
	if err := os.RemoveAll(root); err != nil {
		return err
	}
	w := &writer{dir: root}
	st := &studio{faces: faces, forms: forms, certs: certs}
	for _, f := range Folders() {
		if err := f.files(st, w); err != nil {
			return err
		}
	}
	w.revocation(certs)
	text, err := readme(Folders())
	if err != nil {
		return err
	}
	w.write("README.md", text)
	return w.err
}

// files writes the files of a folder.
func (f *Folder) files(st *studio, w *writer) error {
	dossiers := f.settle()
	for _, d := range dossiers {
		if d.Result != nil {
			data, err := d.Result(st, d)
			if err != nil {
				return fmt.Errorf("%s: %w", d.Code, err)
			}
			w.write(filepath.Join(f.Name, d.resultName()), data)
		}
		for _, other := range d.files {
			data, err := other.data(st)
			if err != nil {
				return fmt.Errorf("%s: %w", d.Code, err)
			}
			w.write(filepath.Join(f.Name, d.Code, other.name), data)
		}
	}
	data, err := f.write(dossiers)
	if err != nil {
		return err
	}
	w.write(filepath.Join(f.Name, f.Register), data)
	return nil
}

// resultName is where the result lies in the folder: beside the dossier's other
// papers, or by itself.
func (d *dossier) resultName() string {
	name := d.name
	if name == "" {
		name = d.Code + "-KQ1.pdf"
	}
	if len(d.files) == 0 {
		return name
	}
	return filepath.Join(d.Code, name)
}

// revocation writes what the authorities say of revoked certificates at the end
// of the month: nothing.
func (w *writer) revocation(certs *pki.Certificates) {
	at := AsOf().Add(-6 * time.Hour)
	for name, a := range map[string]*signtest.Authority{"mau-thu-root.crl": certs.Root, "mau-thu-ca-g1.crl": certs.Intermediate} {
		crl, err := a.SignCRL(signtest.CRL{This: at, Next: at.AddDate(0, 0, 7)})
		if err != nil && w.err == nil {
			w.err = err
		}
		w.write(filepath.Join("thu-hoi", name), crl)
	}
}

// writer keeps the first error.
type writer struct {
	dir string
	err error
}

func (w *writer) write(name string, b []byte) {
	if w.err != nil {
		return
	}
	path := filepath.Join(w.dir, name)
	if w.err = os.MkdirAll(filepath.Dir(path), 0o755); w.err == nil {
		w.err = os.WriteFile(path, b, 0o644)
	}
}
