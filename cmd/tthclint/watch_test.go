package main

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
)

func TestSettling(t *testing.T) {
	at := func(size int64, second int) fileState { return fileState{size, time.Unix(int64(second), 0)} }
	type folder = map[string]fileState
	var s settling
	look := func(now folder) ([]string, bool) { return s.look(now) }

	ready, pending := look(folder{"a.pdf": at(10, 1), "b.pdf": at(0, 1)})
	assert.Empty(t, ready, "it may still grow")
	assert.True(t, pending)
	ready, pending = look(folder{"a.pdf": at(20, 2), "b.pdf": at(0, 1)})
	assert.Empty(t, ready, "it has grown")
	assert.True(t, pending)
	ready, pending = look(folder{"a.pdf": at(20, 2), "b.pdf": at(0, 1)})
	assert.Equal(t, []string{"a.pdf"}, ready)
	assert.False(t, pending, "an empty file is nothing to wait for")
	ready, _ = look(folder{"a.pdf": at(20, 2), "b.pdf": at(5, 3)})
	assert.Empty(t, ready, "once is enough")
	ready, _ = look(folder{"a.pdf": at(20, 4), "b.pdf": at(5, 3)})
	assert.Equal(t, []string{"b.pdf"}, ready)
	ready, _ = look(folder{"a.pdf": at(20, 4)})
	assert.Equal(t, []string{"a.pdf"}, ready, "it was written again")

	// taken away and put back as it was
	look(folder{})
	ready, pending = look(folder{"a.pdf": at(20, 4)})
	assert.Empty(t, ready)
	assert.True(t, pending)

	// one that cannot be opened yet is tried again, and told of once
	told := 0
	for range 3 * patientTries {
		ready, _ = look(folder{"a.pdf": at(20, 4)})
		require.Equal(t, []string{"a.pdf"}, ready)
		if s.again("a.pdf") {
			told++
		}
	}
	assert.Equal(t, 1, told)

	// one that stays empty is told of in the end, once, and again when it is written
	for range 1 + emptyLooks {
		ready, pending = look(folder{"d.pdf": at(0, 1)})
		assert.Empty(t, ready)
		assert.False(t, pending, "the folder is looked at as seldom as any")
	}
	ready, _ = look(folder{"d.pdf": at(0, 1)})
	assert.Equal(t, []string{"d.pdf"}, ready)
	ready, _ = look(folder{"d.pdf": at(0, 1)})
	assert.Empty(t, ready)
	look(folder{"d.pdf": at(7, 2)})
	ready, _ = look(folder{"d.pdf": at(7, 2)})
	assert.Equal(t, []string{"d.pdf"}, ready)

	s.seen(folder{"c.pdf": at(1, 1)})
	ready, pending = look(folder{"c.pdf": at(1, 1)})
	assert.Empty(t, ready)
	assert.False(t, pending)
}

func TestScannable(t *testing.T) {
	for name, want := range map[string]bool{
		"a.pdf": true, "A.PDF": true, "a.pdf.tmp": false, ".a.pdf": false, "~a.pdf": false, "a.part": false, "a.jpg": false, "pdf": false,
	} {
		assert.Equal(t, want, scannable(name), name)
	}
}

// byHand is a clock that a test turns: each receive of a tick is one look of the
// watcher, and the looks before it have ended.
type byHand chan time.Time

func (ticks byHand) after(time.Duration) <-chan time.Time { return ticks }

func (ticks byHand) looks(n int) {
	for range n {
		ticks <- time.Time{}
	}
}

// watching runs a watcher over a folder, whose every file has one finding of a
// broken signature if its name says so.
func watching(t *testing.T, dir string, format string, prepare func(*watcher)) (ticks byHand, stop func() (stdout, stderr string)) {
	t.Helper()
	c, stdout, stderr := command(nil)
	c.library.file = func(_ context.Context, name string, _ io.ReaderAt, size int64, _ check.Options) (run, error) {
		return &fileRun{name: name, size: size}, nil
	}
	c.prepare(nil)
	ticks = byHand(make(chan time.Time))
	f := &watchFlags{lintFlags: lintFlags{format: format, colorFlags: colorFlags{"never"}}}
	w := &watcher{Command: c, dir: dir, settle: time.Second, idle: time.Second, after: ticks.after, notices: silence{}, checker: c.watchChecker(f, check.Options{})}
	if prepare != nil {
		prepare(w)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- w.run(ctx) }()
	return ticks, func() (string, string) {
		cancel()
		require.NoError(t, <-ended)
		require.NoError(t, w.checker.end())
		return stdout.String(), stderr.String()
	}
}

// fileRun finds a fault in files whose names say so.
type fileRun struct {
	fakeRun
	name string
	size int64
}

func (r *fileRun) Results(context.Context) iter.Seq2[*lint.Result, error] {
	return func(yield func(*lint.Result, error) bool) {
		result := &lint.Result{Dossier: r.name, Verdict: lint.Accepted}
		if strings.Contains(r.name, "hong") {
			result.Verdict = lint.Rejected
			result.Findings = []lint.Finding{{Rule: "sign/broken", Severity: lint.Error, Message: textOther.With("error", "hỏng"), Place: lint.Place{File: r.name}}}
		}
		r.summary.Add(result)
		yield(result, nil)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

func TestWatchTellsOfEachFileOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "cu.pdf"), "%PDF-1.4")
	ticks, stop := watching(t, dir, "text", func(w *watcher) { require.NoError(t, w.known()) })
	ticks.looks(2)
	write(t, filepath.Join(dir, "H20.30-260911-0001", "tot.pdf"), "%PDF-1.4")
	write(t, filepath.Join(dir, "hong.pdf"), "%PDF-1.4")
	write(t, filepath.Join(dir, "anh.jpg"), "x")
	write(t, filepath.Join(dir, ".hong.pdf"), "%PDF-1.4")
	ticks.looks(5)
	stdout, stderr := stop()
	assert.Empty(t, stderr)
	assert.Equal(t, 1, strings.Count(stdout, "H20.30-260911-0001/tot.pdf – không có lỗi"), stdout)
	assert.Equal(t, 1, strings.Count(stdout, "Hồ sơ hong.pdf – KHÔNG ĐẠT"), stdout)
	assert.NotContains(t, stdout, "cu.pdf")
	assert.NotContains(t, stdout, ".hong.pdf –")
	assert.NotContains(t, stdout, "TỔNG HỢP")
}

func TestWatchWritesNDJSON(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "hong.pdf"), "%PDF-1.4")
	ticks, stop := watching(t, dir, "ndjson", nil)
	ticks.looks(3)
	write(t, filepath.Join(dir, "hong.pdf"), "%PDF-1.4 longer")
	ticks.looks(4)
	stdout, _ := stop()
	assert.Equal(t, 1, strings.Count(stdout, `{"type":"head"`), stdout)
	assert.Equal(t, 2, strings.Count(stdout, `{"type":"result"`), "it was written again")
	assert.Contains(t, stdout, `{"type":"summary","dossiers":2,`)
	assert.True(t, strings.HasSuffix(stdout, "}\n"))
}

func TestWatchWaitsForAFolderThatComesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "chia-se")
	require.NoError(t, os.Mkdir(dir, 0o755))
	ticks, stop := watching(t, dir, "text", nil)
	ticks.looks(1)
	require.NoError(t, os.Remove(dir))
	ticks.looks(3)
	write(t, filepath.Join(dir, "hong.pdf"), "%PDF-1.4")
	ticks.looks(3)
	stdout, stderr := stop()
	assert.Equal(t, 1, strings.Count(stderr, "sẽ thử lại"), stderr)
	assert.Contains(t, stdout, "Hồ sơ hong.pdf")
}

func TestWatchTellsThatAReportCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "hong.pdf"), "%PDF-1.4")
	c, _, _ := command(nil)
	c.Stdout = fullDisk{}
	c.library.file = func(_ context.Context, name string, _ io.ReaderAt, size int64, _ check.Options) (run, error) {
		return &fileRun{name: name, size: size}, nil
	}
	c.prepare(nil)
	ticks := byHand(make(chan time.Time))
	w := &watcher{Command: c, dir: dir, after: ticks.after, notices: silence{}, checker: c.watchChecker(&watchFlags{lintFlags: lintFlags{format: "text"}}, check.Options{})}
	ended := make(chan error, 1)
	go func() { ended <- w.run(t.Context()) }()
	ticks.looks(1)
	assert.Error(t, <-ended)
}

// TestSystemTells has a real folder tell of a file in it.
func TestSystemTells(t *testing.T) {
	dir := t.TempDir()
	n := watchFolders()
	defer n.close()
	if _, ok := n.(silence); ok {
		t.Skip("the system tells nothing here")
	}
	n.add(dir)
	write(t, filepath.Join(dir, "a.pdf"), "x")
	<-n.changed() // the test's own limit ends a wait in vain
}

func TestWatchRunsUntilItIsInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	c, stdout, stderr := command(nil)
	cancel()
	assert.Equal(t, exitClean, c.run(ctx, []string{"watch", "--ocr", "none", "--no-config", dir}))
	assert.Empty(t, stdout.String())
	assert.Contains(t, stderr.String(), "Nhấn Ctrl-C để dừng")
}
