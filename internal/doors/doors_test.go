// Package doors tests which package may import which. Each forbidden import
// has its reason; the architecture is what this test says.
package doors

import (
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
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
	"pkg/law":                     {nil, "a leaf: citations and periods"},
	"pkg/msg":                     {nil, "a leaf: texts"},
	"pkg/dossier":                 {nil, "a leaf: files and names, no technology"},
	"pkg/dossier/archive":         {[]string{"pkg/msg"}, "a .zip as a folder, knows no dossier"},
	"pkg/lint":                    {[]string{"pkg/law", "pkg/msg", "pkg/dossier"}, "the kernel knows no technology"},
	"pkg/agency":                  {[]string{"pkg/law"}, "names and the dated map, knows no certificate and no rule"},
	"pkg/pdf":                     {nil, "usable alone"},
	"pkg/sign":                    {[]string{"pkg/pdf", "pkg/pdf/content"}, "who imports it gets neither pdfcpu nor WebAssembly"},
	"pkg/raster":                  {nil, "usable alone"},
	"pkg/ocr":                     {nil, "the door of engines, and none of them"},
	"pkg/ink":                     {[]string{"pkg/raster", "pkg/ink/internal/net", "pkg/internal/ground"}, "measures pictures, knows no rule"},
	"pkg/form":                    {with(yaml, "pkg/raster", "pkg/ocr", "pkg/ink", "pkg/internal/ground", "pkg/law", "pkg/msg", "pkg/form/internal/writing"), "reads forms, knows no rule"},
	"pkg/form/internal/writing":   {nil, "what is written in a box of pixels, knows no form"},
	"pkg/register":                {with(yaml, "pkg/internal/aliaskeys", "pkg/law", "pkg/msg", "pkg/dossier"), "reads lists, knows no rule"},
	"pkg/register/internal/sheet": {nil, "cells of a workbook, no list"},
	"pkg/register/slip":           {with(yaml, "pkg/internal/aliaskeys", "pkg/law", "pkg/msg", "pkg/dossier", "pkg/register", "pkg/register/internal/sheet"), "reads control slips, knows no rule"},
	"pkg/quality":                 {[]string{"pkg/raster"}, "measures pictures, knows neither form nor rule"},
	"pkg/likeness":                {[]string{"pkg/raster"}, "measures pictures, knows neither form nor rule"},
	"pkg/report":                  {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint"}, "prints what a report says"},
	"pkg/indicator":               {kernel, "counts what was said, judges nothing"},
	"pkg/waiver":                  {with(yaml, "pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint"), "decisions about findings, knows no rule"},
	"pkg/baseline":                {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint"}, "remembers findings, knows no rule"},
	"pkg/procedure":               {[]string{"pkg/dossier", "pkg/law"}, "a list, knows no rule"},
	"pkg/qr":                      {[]string{"pkg/dossier", "pkg/law"}, "reads codes from any picture, knows no page and no rule"},
	"pkg/xmp":                     {nil, "usable alone"},
	"pkg/evidence":                {with(facts, "pkg/agency"), "computes facts, judges nothing"},

	"pkg/rules":        {with(facts, "pkg/agency", "pkg/evidence", "pkg/sign/words", "pkg/rules/*"), "lists the rules"},
	"pkg/rules/basis":  {[]string{"pkg/law"}, "clauses alone"},
	"pkg/rules/field":  {family, "rules see evidence, never files, and no other family"},
	"pkg/rules/flow":   {family, "rules see evidence, never files, and no other family"},
	"pkg/rules/pdf":    {family, "rules see evidence, never files, and no other family"},
	"pkg/rules/result": {family, "rules see evidence, never files, and no other family"},
	"pkg/rules/scan":   {family, "rules see evidence, never files, and no other family"},
	"pkg/rules/sign":   {with(family, "pkg/sign/words"), "rules see evidence, never files, and no other family"},
	"pkg/check":        {with(facts, "pkg/dossier/archive", "pkg/waiver", "pkg/baseline", "pkg/sign/trust", "pkg/sign/words", "pkg/agency", "pkg/evidence", "pkg/indicator", "pkg/register", "pkg/rules", "pkg/rules/*"), "the façade prints nothing"},

	"pkg/config": {with(facts, "pkg/dossier/archive", "pkg/waiver", "pkg/baseline", "pkg/sign/trust", "pkg/sign/words", "pkg/agency", "pkg/evidence", "pkg/indicator", "pkg/register", "pkg/rules", "pkg/rules/*", "pkg/check"), "makes options of a file that others have read"},

	"pkg/report/slip": {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint", "pkg/report"}, "prints what a report says"},
	"pkg/report/xlsx": {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint", "pkg/report"}, "prints what a report says"},

	"pkg/report/signatures": {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint", "pkg/pdf", "pkg/pdf/content", "pkg/sign", "pkg/sign/words", "pkg/report"}, "prints what is known of signatures; neither rules nor the engines of pkg/evidence come with it"},

	"pkg/ocr/tesseract": {[]string{"pkg/ocr"}, "an engine, knows no form"},
	"pkg/ocr/native":    {[]string{"pkg/ocr"}, "an engine, knows no form"},

	"pkg/raster/process":         {[]string{"pkg/raster"}, "starts what pkg/raster talks to"},
	"pkg/raster/internal/pdfium": {nil, "draws, knows neither process nor document"},
	"pkg/raster/internal/worker": {[]string{"pkg/raster/internal/pdfium"}, "two pipes, starts nothing"},
	"pkg/form/learn":             {with(yaml, "pkg/raster", "pkg/ocr", "pkg/internal/ground", "pkg/ink", "pkg/form", "pkg/law", "pkg/msg"), "makes forms of what was read, reads no page"},
	"pkg/form/score":             {with(yaml, "pkg/raster", "pkg/ocr", "pkg/internal/ground", "pkg/ink", "pkg/form", "pkg/law", "pkg/msg"), "counts readings and prints the counts, reads no page"},
	"pkg/report/overlay":         {with(yaml, "pkg/raster", "pkg/ocr", "pkg/internal/ground", "pkg/ink", "pkg/form", "pkg/law", "pkg/msg"), "draws what was read, reads nothing"},
	"pkg/report/html":            {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint", "pkg/report"}, "prints what a report says; pictures come ready made"},
	"pkg/report/pictures":        {with(facts, "pkg/agency", "pkg/sign/words", "pkg/evidence", "pkg/report", "pkg/report/overlay", "pkg/report/html"), "shows what evidence holds, judges nothing"},
	"pkg/report/pages":           {with(yaml, "pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint", "pkg/raster", "pkg/ocr", "pkg/internal/ground", "pkg/ink", "pkg/form", "pkg/quality", "pkg/report"), "prints what pages show; neither rules nor pkg/evidence come with it"},

	"pkg/sign/words": {[]string{"pkg/law", "pkg/msg", "pkg/pdf", "pkg/pdf/content", "pkg/sign"}, "says codes in words, judges nothing"},
	"pkg/sign/trust": {[]string{"pkg/pdf", "pkg/pdf/content", "pkg/sign"}, "knows authorities, opens neither file nor connection"},
	"pkg/sign/fetch": {[]string{"pkg/pdf", "pkg/pdf/content", "pkg/sign", "pkg/sign/trust"}, "the one client of the network"},

	"pkg/pdf/content":           {[]string{"pkg/pdf"}, "usable alone, without what draws pages"},
	"pkg/lint/linttest":         {[]string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint"}, "as its room"},
	"pkg/evidence/evidencetest": {with(facts, "pkg/evidence", "pkg/agency"), "as its room"},
	"pkg/sign/signtest":         {[]string{"pkg/pdf"}, "as its room"},
	"pkg/mistake":               {[]string{"pkg/msg"}, "what is wrong in a file, reads none"},
	"pkg/internal/strict":       {[]string{"pkg/internal/yamltree", "pkg/mistake", "pkg/law", "pkg/msg"}, "keys and values, no settings"},
	"pkg/internal/aliaskeys":    {with(yaml, "pkg/dossier", "pkg/law", "pkg/msg"), "names of columns, no register"},
	"pkg/internal/yamltree":     {[]string{"pkg/msg"}, "YAML with places, no settings"},
	"pkg/internal/ground":       {nil, "planes of pixels, no picture of a page"},
	"pkg/sign/internal/curve":   {nil, "curves, no document"},
	"pkg/ink/internal/net":      {nil, "arithmetic, no picture"},
	"pkg/ink/internal/fit":      {with(yaml, "pkg/raster", "pkg/ocr", "pkg/ocr/tesseract", "pkg/internal/ground", "pkg/ink", "pkg/ink/internal/net", "pkg/form", "pkg/form/internal/writing", "pkg/law", "pkg/msg"), "fits the models, from scans as they are read and from what it draws"},
}

var (
	kernel = []string{"pkg/law", "pkg/msg", "pkg/dossier", "pkg/lint"}
	// yaml is what reads files that people write.
	yaml = []string{"pkg/internal/yamltree", "pkg/internal/strict", "pkg/mistake"}
	// facts are the kernel and the engines that evidence is made with.
	facts  = with(with(kernel, yaml...), "pkg/internal/aliaskeys", "pkg/pdf", "pkg/pdf/content", "pkg/sign", "pkg/raster", "pkg/ocr", "pkg/internal/ground", "pkg/ink", "pkg/form", "pkg/quality", "pkg/likeness", "pkg/procedure", "pkg/qr", "pkg/xmp", "pkg/register", "pkg/register/internal/sheet", "pkg/register/slip")
	family = with(facts, "pkg/agency", "pkg/evidence", "pkg/rules/basis")
)

func with(rooms []string, more ...string) []string { return slices.Concat(rooms, more) }

// within reports whether a room is in a list; an entry that ends with /* stands
// for all rooms below it.
func within(room string, list []string) bool {
	return slices.ContainsFunc(list, func(entry string) bool {
		if above, ok := strings.CutSuffix(entry, "*"); ok {
			return strings.HasPrefix(room, above)
		}
		return room == entry
	})
}

// importers are the packages that alone import a module, or none.
var importers = map[string]struct {
	may []string
	why string
}{
	"github.com/pdfcpu/pdfcpu":          {[]string{"pkg/raster"}, "it must be told first not to write into the user's profile"},
	"github.com/goccy/go-yaml":          {[]string{"pkg/internal/yamltree"}, "one reader bounds what it costs"},
	"github.com/makiuchi-d/gozxing":     {[]string{"pkg/qr"}, "what it does with a hostile picture is caught there"},
	"gonum.org/v1/gonum":                {[]string{"pkg/ink/internal/net"}, "one kernel of it, for the networks; no other package computes with matrices"},
	"golang.org/x/image":                {[]string{"pkg/raster", "pkg/report/overlay", "internal/sample/paper", "pkg/ink/internal/fit"}, "page pictures"},
	"github.com/chromedp":               {nil, "only tests drive a browser with it"},
	"github.com/xuri/excelize/v2":       {[]string{"pkg/report/xlsx", "internal/sample/month"}, "it writes the report and the registers of the example; registers are not read with it, since it holds or writes to disk what it reads"},
	"github.com/owenrumney/go-sarif/v3": {nil, "only tests read reports with it, as one who is not us"},
	"github.com/spf13/cobra":            {[]string{"cmd/tthclint"}, "only the command meets a terminal"},
	"github.com/schollz/progressbar/v3": {[]string{"cmd/tthclint"}, "only the command meets a terminal"},
	"github.com/fsnotify/fsnotify":      {[]string{"cmd/tthclint"}, "only the command waits for files"},
	"github.com/digitorus/pdfsign":      {[]string{"internal/sample/folder", "internal/peers"}, "it signs samples; its verify is not safe to use, and is run as a peer to show that"},
	"github.com/digitorus/pkcs7":        {nil, "only through pdfsign"},
	module + "internal/scans":           {[]string{"internal/drawscans"}, "draws invented papers, for fitting and tests; nothing that ships draws"},
	"github.com/tetratelabs/wazero":     {[]string{"pkg/ocr/tesseract", "pkg/raster/internal/pdfium"}, "who runs WebAssembly sets its limits"},
	"github.com/klippa-app/go-pdfium":   {[]string{"pkg/raster/internal/pdfium"}, "its defaults open the whole disk to the page"},
	module + "pkg/ocr/native":           {[]string{"cmd/tthclint"}, "only who asks for it starts a program"},
	module + "pkg/raster/process":       {[]string{"cmd/tthclint"}, "only who asks for it starts a program"},
	module + "pkg/sign/fetch":           {[]string{"cmd/tthclint"}, "only who asks for it goes online"},
}

// never are packages that the rooms behind the command have no business with,
// neither by themselves nor through another package of ours.
var never = []struct {
	pkg   string
	rooms []string
	why   string
}{
	{"net", []string{"pkg/"}, "the library is offline, but for pkg/sign/fetch"},
	{"net/http", []string{"pkg/"}, "the library is offline, but for pkg/sign/fetch"},
	{"os/exec", []string{"pkg/"}, "the library starts no program, but for pkg/ocr/native and pkg/raster/process"},
	{"log", []string{"pkg/"}, "the library does not log"},
	{"os", []string{"pkg/lint", "pkg/law", "pkg/msg", "pkg/dossier", "pkg/rules", "pkg/check", "pkg/evidence", "pkg/sign", "pkg/pdf", "pkg/form", "pkg/ink", "pkg/quality", "pkg/raster", "pkg/register", "pkg/report", "pkg/config"}, "files come through fs.FS and readers, settings through options"},
}

// online is the one package that uses the network. Nothing else under pkg
// depends on it, as [own] and [importers] say.
const online = "pkg/sign/fetch"

// starters likewise are the packages that start programs.
var starters = []string{"pkg/ocr/native", "pkg/raster/process"}

type listed struct {
	ImportPath string
	Name       string
	Imports    []string
	Deps       []string
}

func list(t *testing.T) map[string]listed {
	t.Helper()
	// What another program reads does not count as input of a test: without this
	// a kept answer would stand for sources that have changed since.
	require.NoError(t, filepath.WalkDir("../..", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == ".git" || e.Name() == "testdata"):
			return fs.SkipDir
		case filepath.Ext(name) == ".go":
			_, err = os.Stat(name)
		}
		return err
	}))
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
			name, ours := strings.CutPrefix(dep, module)
			// What is inside a room comes with it.
			if owner, _, inside := strings.Cut(name, "/internal/"); inside && (owner == room || within(owner, rule.may)) {
				continue
			}
			if ours && !within(name, rule.may) {
				t.Errorf("%s depends on %s: %s", room, name, rule.why)
			}
		}
	}
	for path, l := range all {
		room, ours := strings.CutPrefix(path, module)
		if !ours {
			continue
		}
		if _, listed := own[room]; !listed && strings.HasPrefix(room, "pkg/") {
			t.Errorf("%s is new: say in this test what it may depend on, and why", room)
		}
		for _, dep := range l.Imports {
			for foreign, rule := range importers {
				if (dep == foreign || strings.HasPrefix(dep, foreign+"/")) && !slices.Contains(rule.may, room) {
					t.Errorf("%s imports %s: %s", room, dep, rule.why)
				}
			}
			if strings.HasPrefix(room, "pkg/rules/") && slices.Contains([]string{"os", "net", "io/fs"}, dep) {
				t.Errorf("%s imports %s: rules see evidence, never files or the network", room, dep)
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

func TestNever(t *testing.T) {
	all := list(t)
	for path, l := range all {
		room, ours := strings.CutPrefix(path, module)
		if !ours || l.Name == "main" {
			continue
		}
		for _, n := range never {
			if !slices.ContainsFunc(n.rooms, func(p string) bool { return strings.HasPrefix(room, p) }) {
				continue
			}
			if room == online && (n.pkg == "net" || n.pkg == "net/http") {
				continue
			}
			if slices.Contains(starters, room) && n.pkg == "os/exec" {
				continue
			}
			for _, through := range append(l.Deps, path) {
				if strings.HasPrefix(through, module) && slices.Contains(all[through].Imports, n.pkg) {
					t.Errorf("%s imports %s through %s: %s", room, n.pkg, through, n.why)
				}
			}
		}
	}
}

// TestOneClientOfTheNetwork also looks at programs, which may be told to go
// online but have no client of their own.
func TestOneClientOfTheNetwork(t *testing.T) {
	for path, l := range list(t) {
		room, ours := strings.CutPrefix(path, module)
		if ours && room != online && (slices.Contains(l.Imports, "net") || slices.Contains(l.Imports, "net/http")) {
			t.Errorf("%s uses the network: %s does", room, online)
		}
	}
}

// TestKernelKnowsNoTechnology looks at everything below the kernel, also in
// packages that are not ours.
func TestKernelKnowsNoTechnology(t *testing.T) {
	all := list(t)
	for _, room := range kernel {
		l, ok := all[module+room]
		require.True(t, ok, room)
		for _, dep := range l.Deps {
			if slices.Contains([]string{"net", "net/http", "os/exec"}, dep) {
				t.Errorf("%s depends on %s: the kernel knows files by fs.FS and nothing beyond", room, dep)
			}
			if foreign(dep) && !strings.HasPrefix(dep, "golang.org/x/text/") {
				t.Errorf("%s depends on %s: names are normalised, nothing else is borrowed", room, dep)
			}
		}
		for _, dep := range l.Imports {
			if foreign(dep) && room != "pkg/dossier" {
				t.Errorf("%s imports %s: it needs the standard library alone", room, dep)
			}
		}
	}
}

// foreign reports whether a package is neither of Go nor of this module.
func foreign(path string) bool {
	host, _, _ := strings.Cut(path, "/")
	return strings.Contains(host, ".") && !strings.HasPrefix(path, module)
}
