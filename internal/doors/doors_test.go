// Package doors tests which package may import which. Each forbidden import
// has its reason; the architecture is what this test says.
package doors

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/tthclint/tthclint/"

// own are the packages of ours that a package may depend on, itself aside.
var own = map[string]struct {
	may []string
	why string
}{
	"pkg/law":      {nil, "a leaf: citations and periods"},
	"pkg/msg":      {nil, "a leaf: texts"},
	"pkg/dossier":  {nil, "a leaf: files and names, no technology"},
	"pkg/lint":     {[]string{"pkg/law", "pkg/msg", "pkg/dossier"}, "the kernel knows no technology"},
	"pkg/pdf":      {nil, "usable alone"},
	"pkg/sign":     {[]string{"pkg/pdf"}, "who imports it gets neither pdfcpu nor WebAssembly"},
	"pkg/raster":   {nil, "usable alone"},
	"pkg/ink":      {[]string{"pkg/raster"}, "measures pictures, knows no rule"},
	"pkg/form":     {[]string{"pkg/raster", "pkg/ink", "pkg/law"}, "reads forms, knows no rule"},
	"pkg/register": {[]string{"pkg/law", "pkg/msg", "pkg/dossier"}, "reads lists, knows no rule"},
	"pkg/report":   {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint"}, "prints what a report says"},
}

// importers are the packages that alone import a foreign module, or none.
var importers = map[string]struct {
	may []string
	why string
}{
	"github.com/pdfcpu/pdfcpu":          {[]string{"pkg/raster"}, "it must be told first not to write into the user's profile"},
	"github.com/goccy/go-yaml":          {[]string{"pkg/form"}, "one reader of forms"},
	"golang.org/x/image":                {[]string{"pkg/raster", "internal/sample/paper", "pkg/ink/internal/fit"}, "page pictures"},
	"github.com/spf13/cobra":            {[]string{"cmd/tthclint"}, "only the command meets a terminal"},
	"github.com/schollz/progressbar/v3": {[]string{"cmd/tthclint"}, "only the command meets a terminal"},
	"github.com/digitorus/pdfsign":      {[]string{"internal/sample/folder"}, "it signs samples; its verify is not safe to use"},
	"github.com/digitorus/pkcs7":        {nil, "only through pdfsign"},
}

// never are packages that the rooms behind the command have no business with.
var never = []struct {
	pkg   string
	rooms []string
	why   string
}{
	{"net/http", []string{"pkg/"}, "the library is offline"},
	{"os/exec", []string{"pkg/"}, "the library starts no program"},
	{"log", []string{"pkg/"}, "the library does not log"},
	{"os", []string{"pkg/lint", "pkg/law", "pkg/msg", "pkg/dossier", "pkg/rules", "pkg/check", "pkg/evidence", "pkg/sign", "pkg/pdf", "pkg/form", "pkg/ink", "pkg/raster", "pkg/register", "pkg/report"}, "files come through fs.FS and readers, settings through options"},
}

type listed struct {
	ImportPath string
	Name       string
	Imports    []string
	Deps       []string
}

func list(t *testing.T) map[string]listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-json=ImportPath,Name,Imports,Deps", module+"...")
	out, err := cmd.Output()
	require.NoError(t, err, "go list")
	all := map[string]listed{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var l listed
		if err := dec.Decode(&l); err == io.EOF {
			break
		} else {
			require.NoError(t, err)
		}
		all[l.ImportPath] = l
	}
	return all
}

func TestDoors(t *testing.T) {
	all := list(t)
	for room, rule := range own {
		l, ok := all[module+room]
		require.True(t, ok, "%s is gone: take it out of this test", room)
		for _, dep := range l.Deps {
			if name, ours := strings.CutPrefix(dep, module); ours && !slices.Contains(rule.may, name) {
				t.Errorf("%s depends on %s: %s", room, name, rule.why)
			}
		}
	}
	for path, l := range all {
		room, ours := strings.CutPrefix(path, module)
		if !ours {
			continue
		}
		for _, dep := range l.Imports {
			for foreign, rule := range importers {
				if (dep == foreign || strings.HasPrefix(dep, foreign+"/")) && !slices.Contains(rule.may, room) {
					t.Errorf("%s imports %s: %s", room, dep, rule.why)
				}
			}
			for _, n := range never {
				if dep == n.pkg && l.Name != "main" && slices.ContainsFunc(n.rooms, func(p string) bool { return strings.HasPrefix(room, p) }) {
					t.Errorf("%s imports %s: %s", room, dep, n.why)
				}
			}
			if strings.HasPrefix(room, "pkg/rules/") && slices.Contains([]string{"os", "net", "io/fs"}, dep) {
				t.Errorf("%s imports %s: rules see evidence, never files or the network", room, dep)
			}
			if strings.HasPrefix(dep, module+"pkg/rules") && strings.HasPrefix(room, "pkg/report") {
				t.Errorf("%s imports %s: printers print what a report says", room, dep)
			}
			if strings.HasSuffix(dep, "test") && strings.HasPrefix(dep, module) && !strings.HasSuffix(room, "test") && !strings.HasPrefix(room, "internal/") {
				t.Errorf("%s imports %s: test support stays in tests", room, dep)
			}
		}
	}
	for _, dep := range all[module+"pkg/sign"].Deps {
		if strings.Contains(dep, "pdfcpu") || strings.Contains(dep, "wazero") || strings.Contains(dep, "digitorus") {
			t.Errorf("pkg/sign depends on %s", dep)
		}
	}
}
