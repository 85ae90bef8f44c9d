package dossier

import (
	"errors"
	"path"
	"slices"
	"strings"
)

// ErrPacked says that an archive was not looked into, so that nothing is known
// of the dossiers that may be in it.
var ErrPacked = errors.New("an archive that was not looked into")

// Packed reports whether a .zip file of this path stands for a folder: it is
// named like a dossier or like a folder of them. A zip that is named as a
// document, as a result by "KQ1", or that lies in the folder of a dossier, is a
// file of that dossier, whatever is in it. A nil list of formats means
// [CodeFormats].
func Packed(name string, formats []CodeFormat) bool {
	if formats == nil {
		formats = CodeFormats()
	}
	folder, base := path.Dir(name), path.Base(name)
	if !strings.EqualFold(path.Ext(base), ".zip") {
		return false
	}
	for dir := folder; dir != "."; dir = path.Dir(dir) {
		if _, _, coded := FindCode(path.Base(dir), formats); coded {
			return false
		}
	}
	_, rest, coded := FindCode(base, formats)
	if coded {
		return RoleOf(rest) == Unknown
	}
	return folder == "." || !bareRole(base)
}

// archived reports whether a file is an archive by its name.
func archived(name string) bool {
	return slices.Contains([]string{".zip", ".rar", ".7z"}, strings.ToLower(path.Ext(name)))
}

// faulty is a file system that knows of things in it that it cannot show.
type faulty interface{ Faults() []error }
