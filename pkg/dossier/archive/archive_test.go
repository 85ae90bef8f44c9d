package archive_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier/archive"
)

// entry is one entry of an archive under test. What it does not say is made from
// its content.
type entry struct {
	name    string
	content string
	edit    func(*zip.FileHeader)
	raw     bool // the content is written as it is, whatever the header says
}

func pack(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if e.raw {
			h.Method = zip.Store
			h.CRC32, h.UncompressedSize64 = crc32.ChecksumIEEE([]byte(e.content)), uint64(len(e.content))
			h.CompressedSize64 = h.UncompressedSize64
		}
		if e.edit != nil {
			e.edit(h)
		}
		create := w.CreateHeader
		if e.raw {
			create = w.CreateRaw
		}
		to, err := create(h)
		require.NoError(t, err)
		_, err = io.WriteString(to, e.content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

func open(t testing.TB, data []byte, l archive.Limits) (*archive.Archive, error) {
	t.Helper()
	return archive.Open(t.Context(), bytes.NewReader(data), int64(len(data)), l)
}

func mustOpen(t testing.TB, entries ...entry) *archive.Archive {
	t.Helper()
	a, err := open(t, pack(t, entries...), archive.Limits{})
	require.NoError(t, err)
	return a
}

// reason returns the id of the words of an error.
func reason(t testing.TB, err error) string {
	t.Helper()
	var e *archive.Error
	require.ErrorAs(t, err, &e)
	return e.Text().ID
}

func names(t testing.TB, fsys fs.FS) (all []string) {
	t.Helper()
	require.NoError(t, fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, name)
		}
		return err
	}))
	return all
}

func stored(h *zip.FileHeader) { h.Method = zip.Store }

func TestAsAFileSystem(t *testing.T) {
	a := mustOpen(t,
		entry{name: "ho-so/"}, entry{name: "ho-so/A/KQ1.pdf", content: "%PDF"}, entry{name: "ho-so/A/to khai.pdf", content: "x", edit: stored},
		entry{name: "so.csv", content: strings.Repeat("a,b\n", 1000)}, entry{name: "empty.pdf"},
	)
	require.NoError(t, fstest.TestFS(a, "ho-so/A/KQ1.pdf", "ho-so/A/to khai.pdf", "so.csv", "empty.pdf"))
	assert.Empty(t, a.Faults())

	for name, want := range map[string]string{"ho-so/A/KQ1.pdf": "%PDF", "ho-so/A/to khai.pdf": "x"} {
		file, err := a.Open(name)
		require.NoError(t, err)
		got := make([]byte, len(want))
		_, err = file.(io.ReaderAt).ReadAt(got, 0)
		require.NoError(t, err)
		assert.Equal(t, want, string(got))
		require.NoError(t, file.Close())
	}
}

func TestNamesAreReadAsTheyWereMeant(t *testing.T) {
	const name = "Hồ sơ/Nguyễn Văn Đức.pdf"
	inCodePage, err := charmap.Windows1258.NewEncoder().String("Hô\u0300 sơ/Nguyê\u0303n Văn Đư\u0301c.pdf")
	require.NoError(t, err)
	inConsole, err := charmap.CodePage437.NewEncoder().String("Hô sè/é.pdf")
	require.NoError(t, err)
	unmarked := func(h *zip.FileHeader) { h.NonUTF8 = true }
	field := binary.LittleEndian.AppendUint16(nil, 0x7075)
	field = binary.LittleEndian.AppendUint16(field, uint16(5+len(name)))
	field = binary.LittleEndian.AppendUint32(append(field, 1), crc32.ChecksumIEEE([]byte("Ho so.pdf")))
	field = append(field, name...)
	for _, c := range []struct {
		what string
		e    entry
		want string
	}{
		{"marked as UTF-8", entry{name: name}, name},
		{"UTF-8 without a mark, as macOS", entry{name: norm.NFD.String(name), edit: unmarked}, name},
		{"Vietnamese code page", entry{name: inCodePage, edit: unmarked}, norm.NFC.String("Hồ sơ/Nguyễn Văn Đức.pdf")},
		{"console of 1981", entry{name: inConsole, edit: unmarked}, "Hô sè/é.pdf"},
		{"extra field", entry{name: "Ho so.pdf", edit: func(h *zip.FileHeader) { h.Extra = field }}, name},
		{"separators of Windows", entry{name: `Hồ sơ\Nguyễn Văn Đức.pdf`}, name},
		{"dots and empty folders", entry{name: "./Hồ sơ//./Nguyễn Văn Đức.pdf"}, name},
	} {
		a := mustOpen(t, c.e)
		assert.Equal(t, []string{c.want}, names(t, a), c.what)
		assert.Empty(t, a.Faults(), c.what)
	}
}

func TestNamesThatLeadNowhere(t *testing.T) {
	for name, want := range map[string]string{
		"../a.pdf": "archive/escapes", "a/../../b.pdf": "archive/escapes", `..\a.pdf`: "archive/escapes", "/etc/passwd": "archive/escapes",
		`\\may-chu\a.pdf`: "archive/escapes", `C:\a.pdf`: "archive/escapes", "c:a.pdf": "archive/escapes",
		"a\x00b.pdf": "archive/name", "": "archive/name",
		strings.Repeat("a", 5000): "archive/long-name", strings.Repeat("a/", 100) + "b.pdf": "archive/long-name",
	} {
		a := mustOpen(t, entry{name: name, content: "x", raw: true}, entry{name: "tốt.pdf", content: "x"})
		assert.Equal(t, []string{"tốt.pdf"}, names(t, a), "%q: the rest is read", name)
		require.Len(t, a.Faults(), 1, "%q", name)
		assert.Equal(t, want, reason(t, a.Faults()[0]), "%q", name)
	}
}

func TestEntriesThatCannotBeRead(t *testing.T) {
	long := strings.Repeat("dài ", 1000)
	for what, c := range map[string]struct {
		e    entry
		want string
	}{
		"password":             {entry{raw: true, content: "x", edit: func(h *zip.FileHeader) { h.Flags |= 1 }}, "archive/password"},
		"LZMA":                 {entry{raw: true, content: "x", edit: func(h *zip.FileHeader) { h.Method = 14 }}, "archive/method"},
		"no deflate":           {entry{raw: true, content: "\xff\xff\xff", edit: func(h *zip.FileHeader) { h.Method = zip.Deflate }}, "archive/damaged-entry"},
		"wrong sum, stored":    {entry{raw: true, content: "x", edit: func(h *zip.FileHeader) { h.CRC32++ }}, "archive/damaged-entry"},
		"says less, stored":    {entry{raw: true, content: "xyz", edit: func(h *zip.FileHeader) { h.UncompressedSize64 = 1 }}, "archive/damaged-entry"},
		"more than can be":     {entry{raw: true, content: "x", edit: func(h *zip.FileHeader) { h.Method, h.UncompressedSize64 = zip.Deflate, 1<<20 }}, "archive/damaged-entry"},
		"larger than is held":  {entry{content: strings.Repeat(long, 300)}, "archive/large"},
		"link":                 {entry{raw: true, content: "../secret", edit: func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }}, "archive/link"},
		"says more than it is": {lying(t, long, +1), "archive/damaged-entry"},
		"says less than it is": {lying(t, long, -1), "archive/damaged-entry"},
		"says nothing at all":  {lying(t, long, -len(long)), "archive/damaged-entry"},
	} {
		c.e.name = "A/KQ1.pdf"
		a, err := open(t, pack(t, c.e, entry{name: "A/KQ2.pdf", content: "tốt"}), archive.Limits{Held: 1 << 20})
		require.NoError(t, err, what)
		_, err = a.Open("A/KQ1.pdf")
		require.Error(t, err, what)
		assert.Equal(t, c.want, reason(t, err), what)
		var at *fs.PathError
		require.ErrorAs(t, err, &at)
		assert.Equal(t, "A/KQ1.pdf", at.Path, what)
		good, err := fs.ReadFile(a, "A/KQ2.pdf")
		require.NoError(t, err, what)
		assert.Equal(t, "tốt", string(good), what)
	}
}

// lying is a compressed entry whose header says another size.
func lying(t *testing.T, content string, by int) entry {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(pack(t, entry{name: "x", content: content})), int64(len(pack(t, entry{name: "x", content: content}))))
	require.NoError(t, err)
	packed, err := r.File[0].OpenRaw()
	require.NoError(t, err)
	data, err := io.ReadAll(packed)
	require.NoError(t, err)
	return entry{raw: true, content: string(data), edit: func(h *zip.FileHeader) {
		h.Method, h.CRC32 = zip.Deflate, crc32.ChecksumIEEE([]byte(content))
		h.UncompressedSize64 = uint64(len(content) + by)
	}}
}

func TestNamesThatStandTwice(t *testing.T) {
	a := mustOpen(t,
		entry{name: "A/KQ1.pdf", content: "một"}, entry{name: `A\KQ1.pdf`, content: "hai"},
		entry{name: "B", content: "tệp"}, entry{name: "B/KQ1.pdf", content: "x"},
		entry{name: "C/KQ1.pdf", content: "x"}, entry{name: "C", content: "tệp"},
	)
	assert.Equal(t, []string{"A/KQ1.pdf", "B", "C/KQ1.pdf"}, names(t, a))
	_, err := a.Open("A/KQ1.pdf")
	assert.Equal(t, "archive/twice", reason(t, err), "neither of the two can be told to be the right one")
	require.Len(t, a.Faults(), 2)
	for _, err := range a.Faults() {
		assert.Equal(t, "archive/clash", reason(t, err))
	}
}

func TestArchivesThatAreRefused(t *testing.T) {
	many := make([]entry, 50)
	for i := range many {
		many[i] = entry{name: strings.Repeat("a", i+1), content: "x"}
	}
	good := pack(t, entry{name: "a", content: strings.Repeat("x", 100)})
	end := bytes.LastIndex(good, []byte("PK\x05\x06"))
	change := func(at int, b ...byte) []byte {
		data := bytes.Clone(good)
		copy(data[end+at:], b)
		return data
	}
	for what, c := range map[string]struct {
		data []byte
		l    archive.Limits
		want string
	}{
		"nothing":            {nil, archive.Limits{}, "archive/damaged"},
		"no archive":         {[]byte("%PDF-1.7 " + strings.Repeat("x", 100)), archive.Limits{}, "archive/damaged"},
		"cut off":            {good[:len(good)-30], archive.Limits{}, "archive/damaged"},
		"divided":            {change(4, 1, 0), archive.Limits{}, "archive/split"},
		"more than there is": {change(8, 9, 0, 9, 0), archive.Limits{}, "archive/damaged"},
		"many entries":       {pack(t, many...), archive.Limits{Entries: 49}, "archive/too-many"},
		"many folders":       {pack(t, entry{name: "a/b/c/d/e/f/g.pdf", content: "x"}), archive.Limits{Entries: 5}, "archive/too-many"},
		"a long list":        {pack(t, many...), archive.Limits{Directory: 2000}, "archive/too-many"},
		"in all too large":   {pack(t, many...), archive.Limits{Total: 40}, "archive/bomb"},
		"a bomb": {pack(t, entry{name: "a", raw: true, content: "x", edit: func(h *zip.FileHeader) {
			h.Method, h.UncompressedSize64 = zip.Deflate, 2<<30
		}}), archive.Limits{}, "archive/bomb"},
		"entries that overlap": {overlapping(t), archive.Limits{}, "archive/overlap"},
	} {
		_, err := open(t, c.data, c.l)
		require.Error(t, err, what)
		assert.Equal(t, c.want, reason(t, err), what)
	}
}

// overlapping is an archive whose entries all are the same bytes: the list names
// one of them again and again.
func overlapping(t *testing.T) []byte {
	t.Helper()
	data := pack(t, entry{name: "a", content: strings.Repeat("y", 1000), raw: true})
	head, end := bytes.Index(data, []byte("PK\x01\x02")), bytes.LastIndex(data, []byte("PK\x05\x06"))
	one := data[head:end]
	out := append(bytes.Clone(data[:head]), bytes.Repeat(one, 3)...)
	tail := bytes.Clone(data[end:])
	binary.LittleEndian.PutUint16(tail[8:], 3)
	binary.LittleEndian.PutUint16(tail[10:], 3)
	binary.LittleEndian.PutUint32(tail[12:], uint32(3*len(one)))
	return append(out, tail...)
}

func TestMoreEntriesThanTheShortRecordCounts(t *testing.T) {
	many := make([]entry, 70_000)
	for i := range many {
		many[i] = entry{name: strings.Repeat("0", 1+i%3) + string(rune('a'+i%26)) + "/" + string(rune(0x4e00+i%20000)) + string(rune('a'+i/20000)), raw: true}
	}
	data := pack(t, many...)
	a, err := open(t, data, archive.Limits{})
	require.NoError(t, err)
	seen := 0
	require.NoError(t, fs.WalkDir(a, ".", func(_ string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			seen++
		}
		return err
	}))
	assert.Equal(t, 70_000, seen)
	_, err = open(t, data, archive.Limits{Entries: 69_000})
	assert.Equal(t, "archive/too-many", reason(t, err))
}

func TestAnInterruptEndsTheReading(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	data := pack(t, entry{name: "a"})
	_, err := archive.Open(ctx, bytes.NewReader(data), int64(len(data)), archive.Limits{})
	assert.ErrorIs(t, err, ctx.Err())
}

func FuzzOpen(f *testing.F) {
	f.Add(pack(f, entry{name: "A/KQ1.pdf", content: "x"}, entry{name: "b", content: "yy", edit: stored}))
	f.Add(pack(f, entry{name: `..\a`, content: "x"}, entry{name: "a/", content: ""}, entry{name: "a", content: "z"}))
	f.Add(pack(f, entry{name: "a", raw: true, content: "\x01\x02", edit: func(h *zip.FileHeader) { h.Method = zip.Deflate }}))
	limits := archive.Limits{Entries: 100, Directory: 1 << 16, Total: 1 << 20, Held: 1 << 16}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := open(t, data, limits)
		if err != nil {
			return
		}
		all := names(t, a)
		assert.True(t, len(all) <= limits.Entries)
		for _, name := range all {
			require.True(t, fs.ValidPath(name), name)
			require.False(t, slices.Contains(strings.Split(name, "/"), ".."), name)
			info, err := fs.Stat(a, name)
			if err != nil {
				continue // says why
			}
			content, err := fs.ReadFile(a, name)
			if errors.Is(err, fs.ErrNotExist) {
				t.Fatalf("%s is listed and not there", name)
			}
			if err == nil && int64(len(content)) != info.Size() {
				t.Fatalf("%s has %d bytes and %d were read", name, info.Size(), len(content))
			}
		}
	})
}
