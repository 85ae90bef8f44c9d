package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

// fakeRun gives results until it has given n of them.
type fakeRun struct {
	n       int
	each    func(i int) // called before each result
	err     error       // given before the results
	summary lint.Summary
}

func (r *fakeRun) Evidence(*lint.Result) *evidence.Dossier { return nil }

func (r *fakeRun) Draw(context.Context, *evidence.Document, int) (*raster.Page, error) {
	return nil, errors.New("there is nothing to draw")
}

func (r *fakeRun) Head() lint.Head {
	return lint.Head{ToolName: "tthclint", Dossiers: r.n, AsOf: time.Unix(0, 0), Register: &lint.RegisterInfo{File: "ho-so.csv", Rows: 2}}
}

func (r *fakeRun) Results(ctx context.Context) iter.Seq2[*lint.Result, error] {
	return func(yield func(*lint.Result, error) bool) {
		if r.err != nil {
			r.summary.Unreadable++
			if !yield(nil, r.err) {
				return
			}
		}
		for i := range r.n {
			if r.each != nil {
				r.each(i)
			}
			if ctx.Err() != nil {
				r.summary.Unreadable++
				yield(nil, ctx.Err())
				return
			}
			result := &lint.Result{Dossier: "d", Verdict: lint.Accepted}
			r.summary.Add(result)
			if !yield(result, nil) {
				return
			}
		}
	}
}

func (r *fakeRun) Summary() lint.Summary {
	s := r.summary
	s.Rates = []lint.Rate{{Key: "attached", Title: msg.Message{ID: "r", VI: "Tỷ lệ", EN: "Rate"}, Counts: lint.Counts{Numerator: r.n, Denominator: 10, Failing: []string{"d"}}}}
	return s
}

// command is a command over runs made by hand, and what it wrote.
func command(next func() (run, error)) (c *Command, stdout, stderr *bytes.Buffer) {
	stdout, stderr = &bytes.Buffer{}, &bytes.Buffer{}
	c = &Command{Stdin: strings.NewReader(""), Stdout: stdout, Stderr: stderr}
	c.library = library{
		dir:   func(context.Context, fs.FS, check.Options) (run, error) { return next() },
		file:  func(context.Context, string, io.ReaderAt, int64, check.Options) (run, error) { return next() },
		rules: check.Rules,
	}
	return c, stdout, stderr
}

func TestInterruptPrintsWhatWasFinished(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	fake := &fakeRun{n: 10, each: func(i int) {
		if i == 3 {
			cancel()
		}
	}}
	c, stdout, stderr := command(func() (run, error) { return fake, nil })
	assert.Equal(t, exitCannotRun, c.run(ctx, []string{"lint", "--format", "ndjson", t.TempDir()}))
	assert.Equal(t, 3, strings.Count(stdout.String(), `"type":"result"`))
	assert.Contains(t, stdout.String(), `{"type":"summary","dossiers":3,`)
	assert.Contains(t, stdout.String(), `"unreadable":0,"interrupted":true`)
	assert.Contains(t, stderr.String(), "chỉ gồm 3/10 hồ sơ")
}

func TestIndicatorsByGroups(t *testing.T) {
	c, _, stderr := command(func() (run, error) { return &fakeRun{n: 1}, nil })
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", "--by", "unit,year", t.TempDir()}))
	assert.Contains(t, stderr.String(), "unit, procedure, week")
	c, stdout, _ := command(func() (run, error) { return &fakeRun{n: 1}, nil })
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"lint", "--by", "week", t.TempDir()}))
	assert.Contains(t, stdout.String(), "CHỈ SỐ THEO TUẦN")
	assert.NotContains(t, stdout.String(), "CHỈ SỐ THEO ĐƠN VỊ")
}

func TestInterruptDuringTheInventory(t *testing.T) {
	c, stdout, stderr := command(func() (run, error) { return nil, context.Canceled })
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", t.TempDir()}))
	assert.Empty(t, stdout.String())
	assert.Contains(t, stderr.String(), "đã dừng theo yêu cầu")
}

func TestPanicHasNoStackTrace(t *testing.T) {
	c, _, stderr := command(func() (run, error) { panic("boom\x1b[31m") })
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", "--lang", "en", t.TempDir()}))
	assert.Equal(t, "Error: the program failed (boom\\x1b[31m).\nWhat to do: Please report it to the developers with the command line that was used.\n", stderr.String())
}

func TestUnreadableIsToldAndTheRestPrinted(t *testing.T) {
	c, stdout, stderr := command(func() (run, error) {
		return &fakeRun{n: 1, err: &fs.PathError{Op: "open", Path: "a\nb", Err: fs.ErrPermission}}, nil
	})
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", "--exit-zero", t.TempDir()}))
	assert.Contains(t, stdout.String(), "1 hồ sơ: 1 đạt")
	assert.Contains(t, stderr.String(), `không có quyền đọc «a\nb»`)
}

func TestReportThatCannotBeWritten(t *testing.T) {
	for _, format := range []string{"text", "json", "ndjson"} {
		c, _, stderr := command(func() (run, error) { return &fakeRun{n: 1}, nil })
		c.Stdout = fullDisk{}
		assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", "--format", format, t.TempDir()}))
		assert.Contains(t, stderr.String(), "không ghi được báo cáo: chi tiết kỹ thuật: disk full")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestSeveralPathsMakeOneReport(t *testing.T) {
	c, stdout, _ := command(func() (run, error) { return &fakeRun{n: 2}, nil })
	a, b := t.TempDir(), t.TempDir()
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"lint", a, b}))
	assert.Contains(t, stdout.String(), "4 hồ sơ: 4 đạt")
	assert.Contains(t, stdout.String(), "Tỷ lệ  4/20  20,00 %")
	assert.Contains(t, strings.Join(strings.Fields(stdout.String()), " "), filepath.ToSlash(a)+"/ho-so.csv, "+filepath.ToSlash(b)+"/ho-so.csv (4 dòng)")
}

func TestStdinIsBounded(t *testing.T) {
	c, stdout, stderr := command(func() (run, error) { return &fakeRun{n: 1}, nil })
	c.Stdin, c.MaxStdin = strings.NewReader(strings.Repeat("x", 1<<20+1)), 1<<20
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", "-"}))
	assert.Empty(t, stdout.String())
	assert.Contains(t, stderr.String(), "dữ liệu vào lớn hơn 1 MiB")

	c.Stdin = strings.NewReader(strings.Repeat("x", 1<<20))
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"lint", "-"}))
}

func TestInterruptWhileWaitingForStdin(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c, _, stderr := command(func() (run, error) { return &fakeRun{n: 1}, nil })
	in, out := io.Pipe()
	defer out.Close()
	c.Stdin = in
	assert.Equal(t, exitCannotRun, c.run(ctx, []string{"lint", "-"}))
	assert.Contains(t, stderr.String(), "đã dừng theo yêu cầu")
}

func TestDoubleClickExplainsAndWaits(t *testing.T) {
	c, stdout, stderr := command(nil)
	key := &keyboard{}
	c.Explorer, c.Stdin = true, key
	assert.Equal(t, exitCannotRun, c.run(t.Context(), nil))
	assert.Empty(t, stdout.String())
	assert.Contains(t, stderr.String(), "kéo thư mục chứa hồ sơ")
	assert.Contains(t, stderr.String(), "Nhấn Enter để đóng cửa sổ")
	assert.True(t, key.read)
}

func TestDropIsLintedAndWaits(t *testing.T) {
	c, stdout, stderr := command(func() (run, error) { return &fakeRun{n: 1}, nil })
	key := &keyboard{}
	c.Explorer, c.Stdin = true, key
	assert.Equal(t, exitClean, c.run(t.Context(), []string{t.TempDir()}))
	assert.Contains(t, stdout.String(), "1 hồ sơ: 1 đạt")
	assert.Contains(t, stderr.String(), "Nhấn Enter")
	assert.True(t, key.read)
}

type keyboard struct{ read bool }

func (k *keyboard) Read([]byte) (int, error) { k.read = true; return 0, io.EOF }

func TestOptionsReachTheLibrary(t *testing.T) {
	var got check.Options
	c, _, _ := command(nil)
	c.library.dir = func(_ context.Context, _ fs.FS, o check.Options) (run, error) { got = o; return &fakeRun{n: 1}, nil }
	dir := t.TempDir()
	list := "Số hồ sơ,Ngày kết thúc xử lý\nH20.30-260911-0001,12/09/2026\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "so.csv"), []byte(list), 0o600))
	assert.Equal(t, exitClean, c.run(t.Context(), []string{
		"lint", "--as-of=2026-11-23", "--rules", "sign, result/missing", "--two-layer", "--jobs=3", "--procedure=1.000894.000.00.00.H20",
		"--register", filepath.Join(dir, "so.csv"), dir,
	}))
	// The whole day belongs to it, so that what was signed on it is not in the future.
	assert.Equal(t, "2026-11-23T23:59:59+07:00", got.AsOf.Format(time.RFC3339))
	assert.Equal(t, []string{"sign", "result/missing"}, got.Rules)
	assert.True(t, got.TwoLayer)
	assert.Equal(t, 3, got.Jobs)
	assert.Equal(t, "1.000894", got.Procedure)
	assert.Equal(t, "so.csv", got.Register.File)
	assert.NotEmpty(t, got.Version)
}

// named is a text that names a file and a dossier, itself and in a text within.
func named(file, dossier string) msg.Text {
	inner := msg.Message{ID: "in", VI: "{file}", EN: "{file}"}.With("file", file)
	return msg.Message{ID: "out", VI: "{file} {dossier} {in} {value}", EN: "-"}.With("file", file, "dossier", dossier, "in", inner, "value", file)
}

// TestNamesOfOneOfSeveralInputs has a folder that is called as the prefix is,
// and texts that share their arguments: every name gets the prefix once.
func TestNamesOfOneOfSeveralInputs(t *testing.T) {
	in := &input{prefix: "a"}
	shared := named("a/x.pdf", "H20")
	r := &lint.Result{
		Dossier: "a", Documents: []lint.DocumentInfo{{Path: "x.pdf"}, {Path: "a/x.pdf"}},
		Findings: []lint.Finding{{Place: lint.Place{File: "x.pdf"}, Message: shared, Remedy: shared}, {Place: lint.Place{File: "ho-so.csv", Row: 2}}, {}},
		Outcomes: []lint.Outcome{{Subject: "x.pdf", Because: shared}, {Subject: "a/x.pdf", Because: shared}, {Subject: "a"}, {}},
	}
	in.qualify(r)
	assert.Equal(t, "a/a", r.Dossier)
	assert.Equal(t, []lint.DocumentInfo{{Path: "a/x.pdf"}, {Path: "a/a/x.pdf"}}, r.Documents)
	const said = "a/a/x.pdf a/H20 a/a/x.pdf a/x.pdf"
	assert.Equal(t, []string{"a/x.pdf", "a/ho-so.csv", ""}, []string{r.Findings[0].Place.File, r.Findings[1].Place.File, r.Findings[2].Place.File})
	assert.Equal(t, []string{said, said}, []string{r.Findings[0].Message.In(""), r.Findings[0].Remedy.In("")})
	for i, want := range []string{"a/x.pdf", "a/a/x.pdf", "a/a", ""} {
		assert.Equal(t, want, r.Outcomes[i].Subject)
	}
	assert.Equal(t, []string{said, said}, []string{r.Outcomes[0].Because.In(""), r.Outcomes[1].Because.In("")})
	assert.Equal(t, "a/x.pdf H20 a/x.pdf a/x.pdf", shared.In(""))

	one := &input{}
	r = &lint.Result{Dossier: "a"}
	one.qualify(r)
	assert.Equal(t, "a", r.Dossier)
}

func TestUnreadableNamesItsPath(t *testing.T) {
	c, _, stderr := command(func() (run, error) {
		return &fakeRun{n: 1, err: &fs.PathError{Op: "open", Path: "khoa", Err: fs.ErrPermission}}, nil
	})
	a, b := t.TempDir(), t.TempDir()
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", a, b}))
	assert.Contains(t, stderr.String(), "«"+filepath.ToSlash(b)+"/khoa»")
}

func TestPathGivenTwiceIsCheckedOnce(t *testing.T) {
	c, stdout, _ := command(func() (run, error) { return &fakeRun{n: 2}, nil })
	dir := t.TempDir()
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"lint", dir, dir + "/", dir + "/."}))
	assert.Contains(t, stdout.String(), "2 hồ sơ: 2 đạt")
	assert.Contains(t, stdout.String(), "ho-so.csv (2 dòng)")
}

// lateRun finishes a last result while it is interrupted, and does not count it.
type lateRun struct {
	fakeRun
	interrupt func()
}

func (r *lateRun) Results(context.Context) iter.Seq2[*lint.Result, error] {
	return func(yield func(*lint.Result, error) bool) {
		r.interrupt()
		if yield(&lint.Result{Dossier: "d", Verdict: lint.Accepted}, nil) {
			yield(nil, context.Canceled)
		}
	}
}

func TestInterruptCountsTheLastResult(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	c, stdout, stderr := command(func() (run, error) { return &lateRun{fakeRun{n: 9}, cancel}, nil })
	assert.Equal(t, exitCannotRun, c.run(ctx, []string{"lint", "--format", "ndjson", t.TempDir()}))
	assert.Equal(t, 1, strings.Count(stdout.String(), `"type":"result"`))
	assert.Contains(t, stdout.String(), `{"type":"summary","dossiers":1,"accepted":1,`)
	assert.Contains(t, stderr.String(), "chỉ gồm 1/9 hồ sơ")
}

func TestProcedureCodes(t *testing.T) {
	for code, want := range map[string]string{
		"": "", "1.000894": "1.000894", " 2.000635 ": "2.000635", "1.000894.000.00.00.H20": "1.000894", "1.000894.000.00.00.h20": "1.000894",
	} {
		got, err := parseProcedure(code)
		require.NoError(t, err, code)
		assert.Equal(t, want, got)
	}
	for _, code := range []string{"1000894", "1.00894", "1.0008945", "1.000894.", "1.000894.H20", "1.000894.000.00.00", "ket hon", "1,000894", "１.000894"} {
		_, err := parseProcedure(code)
		assert.Error(t, err, code)
	}
}

func TestExitCode(t *testing.T) {
	for _, c := range []struct {
		t    tally
		zero bool
		want int
	}{
		{tally{}, false, exitClean},
		{tally{worst: lint.Warning}, false, exitClean},
		{tally{worst: lint.Error}, false, exitFindings},
		{tally{worst: lint.Error}, true, exitClean},
		{tally{unchecked: true}, false, exitUnchecked},
		{tally{unchecked: true, worst: lint.Warning}, false, exitUnchecked},
		{tally{unchecked: true, worst: lint.Error}, false, exitFindings},
		{tally{unchecked: true, worst: lint.Error, unreadable: 1}, false, exitCannotRun},
		{tally{unreadable: 1}, true, exitCannotRun},
	} {
		assert.Equal(t, c.want, c.t.code(lint.Error, c.zero), "%+v", c)
	}
	warned := tally{worst: lint.Warning}
	assert.Equal(t, exitFindings, warned.code(lint.Warning, false))
}

func TestNamesThatAreNoUTF8(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "bad\xff.pdf"), []byte("text"), 0o600); err != nil {
		t.Skip("the file system refuses such names: ", err)
	}
	var stdout, stderr bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr}
	assert.Equal(t, exitFindings, c.run(t.Context(), []string{"lint", "--format=json", dir}))
	assert.Contains(t, stdout.String(), `"rule":"result/not-pdf","severity":"error"`)
	assert.Contains(t, stdout.String(), `"file":"bad\ufffd.pdf"`)
	assert.Empty(t, stderr.String())
}

func TestLinksDoNotLeadOut(t *testing.T) {
	out, dir := t.TempDir(), t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(out, "secret.pdf"), []byte("text"), 0o600))
	if err := os.Symlink(out, filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here: ", err)
	}
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	for _, name := range []string{"link/secret.pdf", "../" + filepath.Base(out) + "/secret.pdf", filepath.ToSlash(out) + "/secret.pdf"} {
		_, err := folder{root}.Open(name)
		assert.Error(t, err, name)
	}
}
