package signatures

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/sample/signed"
	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// samples are answers about files of every kind.
type samples struct {
	head  lint.Head
	files map[string]*File
}

// verifySamples looks at the signatures of all samples, with their anchor or
// without one.
func verifySamples(t *testing.T, anchor bool) samples {
	t.Helper()
	made, err := signed.Make()
	require.NoError(t, err)
	trust := sign.NewTrust(nil, nil)
	if anchor {
		trust, err = sign.LoadTrust(fstest.MapFS{"root.pem": {Data: made.Root}})
		require.NoError(t, err)
	}
	v, err := check.NewVerifier(check.Options{AsOf: law.Date(2026, 12, 1), Trust: trust})
	require.NoError(t, err)
	s := samples{v.Head(), map[string]*File{}}
	for name, data := range made.Files {
		s.files[name] = verifyData(t, v, name+".pdf", data)
	}
	// Such as the command makes of what it cannot open.
	what := msg.Message{ID: "x", VI: "không tìm thấy «{path}».", EN: "there is no «{path}»."}
	remedy := msg.Message{ID: "y", VI: "Kiểm tra lại đường dẫn.", EN: "Check the path."}
	s.files["missing"] = &File{Name: "missing.pdf", Size: -1, Fault: &Fault{"not-found", what.With("path", "missing.pdf"), remedy.With()}}
	s.files["locked"] = &File{Name: "locked", Folder: true, Size: -1, Fault: FaultOf(CodeUnreadable, fs.ErrPermission)}
	return s
}

func verifyData(t *testing.T, v *check.Verifier, name string, data []byte) *File {
	t.Helper()
	found, err := v.File(t.Context(), name, bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err, name)
	return &File{
		Name: name, Size: int64(len(data)), Report: found.Report, Result: found.Result, Sizes: found.Sizes,
		Fault: FaultOf(string(found.Fault), found.Err),
	}
}

// names are those of all samples.
func (s samples) names() []string { return slices.Sorted(maps.Keys(s.files)) }

// print gives files to a printer.
func (s samples) print(t *testing.T, p Printer, names ...string) {
	t.Helper()
	require.NoError(t, p.Begin(s.head))
	for _, name := range names {
		require.NoError(t, p.File(s.files[name]))
	}
	require.NoError(t, p.End())
}

func (s samples) text(t *testing.T, o TextOptions, names ...string) string {
	t.Helper()
	var out bytes.Buffer
	s.print(t, NewText(&out, o), names...)
	return out.String()
}

// flat joins the lines of a text, so that it can be searched for sentences.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func assertInert(t *testing.T, text string) {
	t.Helper()
	at := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) })
	if at >= 0 {
		assert.Failf(t, "a sign that cannot be seen", "at %d: %q", at, text[max(0, at-40):min(len(text), at+40)])
	}
}
