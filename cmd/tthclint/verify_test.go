package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/sample/signed"
	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/sign"
)

// signedFiles are files of every kind of answer, in a folder of their own, with
// the folder of the one anchor beside them.
type signedFiles struct{ dir, trust string }

func (s signedFiles) path(name string) string { return filepath.Join(s.dir, name+".pdf") }

func makeSigned(t testing.TB) signedFiles {
	t.Helper()
	dir := t.TempDir()
	s := signedFiles{filepath.Join(dir, "files"), filepath.Join(dir, "trust")}
	require.NoError(t, os.Mkdir(s.dir, 0o700))
	require.NoError(t, os.Mkdir(s.trust, 0o700))
	samples, err := signed.Make()
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(s.trust, "root.pem"), samples.Root, 0o600))
	for name, data := range samples.Files {
		require.NoError(t, os.WriteFile(s.path(name), data, 0o600))
	}
	return s
}

// object is what the tests read of a JSON object.
type object struct {
	File       string
	Verdict    lint.Verdict
	Size       *int64
	Signatures []struct {
		Field, Kind, SubFilter, Integrity, Coverage, Changes string
		Indication, SubIndication, Signer, Role              string
		Permitted                                            *bool
		ClaimedTime, ProvenTime                              *string
		Revision, Page                                       *int
		Box                                                  *struct{ X, Y, W, H float64 }
		Reasons                                              []string
		Removed                                              bool
		ChangeList                                           []struct {
			Class, Code, Text string
			Page              *int
		}
		Anchor *struct{ Name, Origin string }
		Claims struct{ Reason string }
	}
	UnsignedFields []struct {
		Field string
		Page  *int
	}
	Findings  []struct{ Rule, Severity, Message, Fingerprint string }
	Unchecked []struct{ Rule, State, Because string }
	Error     *struct{ Code, Message, Remedy string }
}

// runVerify runs the command and returns its exit code and streams.
func runVerify(t testing.TB, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, complaints bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &complaints}
	code = c.run(t.Context(), append([]string{"verify", "--as-of", "2026-12-01"}, args...))
	return code, out.String(), complaints.String()
}

func objects(t testing.TB, lines string) map[string]object {
	t.Helper()
	all := map[string]object{}
	for line := range strings.Lines(lines) {
		var o object
		require.NoError(t, json.Unmarshal([]byte(line), &o), line)
		all[strings.TrimSuffix(filepath.Base(o.File), ".pdf")] = o
	}
	return all
}

func TestVerifyAnswers(t *testing.T) {
	s := makeSigned(t)
	code, out, complaints := runVerify(t, "--trust", s.trust, "--format", "ndjson", s.dir)
	assert.Equal(t, exitFindings, code)
	assert.Empty(t, complaints)
	all := objects(t, out)
	require.Len(t, all, 15)

	one := all["one"]
	assert.Equal(t, lint.Accepted, one.Verdict)
	require.Len(t, one.Signatures, 1)
	sig := one.Signatures[0]
	assert.Equal(t, []string{"Nguoi", "signature", "ETSI.CAdES.detached", "intact", "whole-file", "none", "TOTAL_PASSED", "", "Nguyễn Văn An", "person"},
		[]string{sig.Field, sig.Kind, sig.SubFilter, sig.Integrity, sig.Coverage, sig.Changes, sig.Indication, sig.SubIndication, sig.Signer, sig.Role})
	assert.Nil(t, sig.Permitted)
	assert.Equal(t, "2026-03-04T09:00:00+07:00", *sig.ClaimedTime)
	assert.Nil(t, sig.ProvenTime)
	assert.Equal(t, 2, *sig.Page)
	assert.InDelta(t, 100, sig.Box.X, 0.1)
	assert.InDelta(t, 200, sig.Box.Y, 0.1)
	assert.Equal(t, "Mẫu Root", sig.Anchor.Name)
	assert.Equal(t, "Phê duyệt", sig.Claims.Reason)

	two := all["two"]
	require.Len(t, two.Signatures, 2)
	assert.Equal(t, "form", two.Signatures[0].Changes)
	assert.True(t, *two.Signatures[0].Permitted)
	assert.Equal(t, "agency", two.Signatures[1].Role)

	stamped := all["stamped"]
	require.Len(t, stamped.Signatures, 3)
	assert.Equal(t, "timestamp", stamped.Signatures[2].Kind)
	assert.Equal(t, "2026-03-04T10:00:00+07:00", *stamped.Signatures[0].ProvenTime)

	changed := all["changed"]
	assert.Equal(t, lint.Rejected, changed.Verdict)
	for _, sig := range changed.Signatures {
		assert.Equal(t, "other", sig.Changes)
		assert.False(t, *sig.Permitted)
		assert.NotEqual(t, "TOTAL_PASSED", sig.Indication)
		require.NotEmpty(t, sig.ChangeList)
		assert.Equal(t, 1, *sig.ChangeList[0].Page)
		assert.Contains(t, sig.ChangeList[0].Text, "nội dung trang bị thay đổi")
	}

	require.Len(t, all["removed"].Signatures, 1)
	assert.True(t, all["removed"].Signatures[0].Removed)
	assert.Equal(t, lint.Rejected, all["removed"].Verdict)
	assert.Equal(t, "Chua ky", all["unsigned-field"].UnsignedFields[0].Field)
	assert.Equal(t, "broken", all["broken"].Signatures[0].Integrity)
	assert.Equal(t, "TOTAL_FAILED", all["broken"].Signatures[0].Indication)
	assert.Equal(t, "TOTAL_FAILED", all["zero-range"].Signatures[0].Indication)
	assert.Equal(t, "sign/missing", all["unsigned"].Findings[0].Rule)
	assert.Empty(t, all["unsigned"].Findings[0].Fingerprint)
	assert.Equal(t, "sign/untrusted", all["stranger"].Findings[0].Rule)

	for name, code := range map[string]string{"damaged": "damaged", "empty": "empty", "text": "not-pdf"} {
		o := all[name]
		require.NotNil(t, o.Error, name)
		assert.Equal(t, code, o.Error.Code, name)
		assert.NotEmpty(t, o.Error.Remedy, name)
		assert.Empty(t, o.Signatures, name)
		assert.Equal(t, lint.Rejected, o.Verdict, name)
		assert.NotNil(t, o.Size, name)
	}
	for name, o := range all {
		assert.Equal(t, filepath.ToSlash(s.path(name)), o.File)
	}
}

func TestVerifyFormats(t *testing.T) {
	s := makeSigned(t)
	_, lines, _ := runVerify(t, "--format", "ndjson", s.dir)
	assert.Len(t, objects(t, lines), 15)
	assert.False(t, strings.ContainsFunc(lines, func(r rune) bool { return r >= 0x7f }), "ASCII alone")
	_, utf8, _ := runVerify(t, "--format", "ndjson", "--utf8", "--lang", "en", s.path("changed"))
	assert.Contains(t, utf8, "Nguyễn Văn An")
	assert.Contains(t, utf8, "the content of a page was changed")
	_, single, _ := runVerify(t, "--format", "json", s.path("two"))
	assert.Len(t, objects(t, single), 1, "one object for one file")
	for _, paths := range [][]string{{s.path("two"), s.path("missing")}, {s.dir}, {t.TempDir()}} {
		_, array, _ := runVerify(t, append(paths, "--format", "json")...)
		var all []object
		require.NoError(t, json.Unmarshal([]byte(array), &all), "an array for several files or a folder")
	}
}

func TestVerifyText(t *testing.T) {
	s := makeSigned(t)
	code, text, _ := runVerify(t, "--trust", s.trust, s.path("two"))
	assert.Equal(t, exitClean, code)
	assert.Contains(t, text, "– ĐẠT KIỂM TRA SƠ BỘ\n")
	code, text, _ = runVerify(t, "--trust", s.trust, "--lang", "en", s.path("changed"), s.path("stamped"), s.path("broken"))
	assert.Equal(t, exitFindings, code)
	assert.Contains(t, flat(text), "Files: 3 (pass the pre-check 1, fail 2, no conclusion 0)")
	code, text, complaints := runVerify(t, "--trust", s.trust, s.path("unsigned"), s.path("unsigned-field"), s.path("empty"), s.path("missing"))
	assert.Equal(t, exitCannotRun, code)
	for _, want := range []string{"Gồm có: không có chữ ký số nào; 2 trang", "Ô «Chua ky» chưa ai ký, trang 1", "LỖI: Tệp kết quả không có nội dung (0 byte).", "không tìm thấy"} {
		assert.Contains(t, flat(text), flat(want))
	}
	assert.Empty(t, complaints, "told once")
	assert.Equal(t, 1, strings.Count(text, "không tìm thấy"))
	assert.Equal(t, 4, strings.Count(text, "Tệp "+filepath.ToSlash(s.dir)))
	assert.NotContains(t, text, "    Tệp:")
}

// flat joins the lines of a text, so that it can be searched for sentences.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestVerifyTextIsInert has names that would steer a terminal.
func TestVerifyTextIsInert(t *testing.T) {
	s := makeSigned(t)
	for _, args := range [][]string{nil, {"--verbose"}, {"--lang", "en", "--verbose"}} {
		_, text, complaints := runVerify(t, append(args, s.dir, filepath.Join(s.dir, "a\x1b[2J.pdf"))...)
		assertInert(t, text)
		assertInert(t, complaints)
		assert.Contains(t, text, `A\x1b[31m\u202eB`)
	}
	_, text, _ := runVerify(t, "--color", s.path("awkward"))
	assert.Contains(t, text, "\x1b[1;3")
	assertInert(t, stripColor(text))
}

func assertInert(t *testing.T, text string) {
	t.Helper()
	at := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) })
	if at >= 0 {
		t.Errorf("a sign that cannot be seen at %d: %q", at, text[max(0, at-40):min(len(text), at+40)])
	}
}

func stripColor(s string) string {
	for _, seq := range []string{"\x1b[1;31m", "\x1b[1;32m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[0m"} {
		s = strings.ReplaceAll(s, seq, "")
	}
	return s
}

func TestVerifyExitCodes(t *testing.T) {
	s := makeSigned(t)
	for _, c := range []struct {
		want int
		args []string
	}{
		{exitClean, []string{"--trust", s.trust, s.path("two")}},
		{exitUnchecked, []string{s.path("two")}}, // without an anchor nothing is concluded
		{exitClean, []string{"--exit-zero", s.path("two")}},
		{exitFindings, []string{"--trust", s.trust, s.path("broken")}},
		{exitFindings, []string{s.path("two"), s.path("broken")}},
		{exitClean, []string{"--exit-zero", s.path("broken")}},
		{exitFindings, []string{"--trust", s.trust, s.path("unsigned")}},
		{exitCannotRun, []string{s.path("missing")}},
		{exitCannotRun, []string{"--exit-zero", s.path("broken"), s.path("missing")}},
		{exitCannotRun, []string{t.TempDir()}},
		{exitFindings, []string{"--trust", s.trust, "--fail-on", "warning", s.path("one")}}, // one layer alone
		{exitClean, []string{"--trust", s.trust, s.path("one")}},
	} {
		code, out, complaints := runVerify(t, c.args...)
		assert.Equal(t, c.want, code, "%v\n%s%s", c.args, out, complaints)
	}
}

func TestVerifyPermit(t *testing.T) {
	for name, want := range map[string]sign.Changes{"": "", "none": sign.ChangesNone, "form": sign.ChangesForm, "annotation": sign.ChangesAnnotation} {
		got, err := parsePermit(name)
		require.NoError(t, err, name)
		assert.Equal(t, want, got)
	}
	for _, name := range []string{"lta", "other", "all", "None"} {
		_, err := parsePermit(name)
		assert.Error(t, err, name)
	}
}

func TestVerifyOptionsReachTheLibrary(t *testing.T) {
	s := makeSigned(t)
	var got check.Options
	c, _, _ := command(nil)
	c.library.verifier = func(o check.Options) (verifier, error) { got = o; return nil, errors.New("seen") }
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{
		"verify", "--as-of=2026-11-23", "--trust", s.trust, "--evidence", s.trust, "--permit=annotation", "--jobs=3", s.dir,
	}))
	assert.Equal(t, "2026-11-23T23:59:59+07:00", got.AsOf.Format(time.RFC3339))
	assert.Equal(t, sign.ChangesAnnotation, got.Permit)
	assert.Equal(t, 3, got.Jobs)
	assert.Len(t, got.Trust.Anchors(), 4, "those built in, and one")
	assert.Len(t, got.Evidence.Certs, 1)
	assert.Equal(t, s.trust, got.TrustSource)
	assert.Equal(t, s.trust, got.EvidenceSource)
	assert.Nil(t, got.Fetch, "offline")
	assert.NotEmpty(t, got.Version)
}

// slowVerifier answers late for early files, panics at some and fails at others.
type slowVerifier struct {
	n    atomic.Int64
	each func(name string) error
}

func (v *slowVerifier) Head() lint.Head { return lint.Head{ToolName: "tthclint"} }

func (v *slowVerifier) File(ctx context.Context, name string, _ io.ReaderAt, _ int64) (*check.Verification, error) {
	time.Sleep(time.Duration(8-v.n.Add(1)%8) * time.Millisecond)
	if v.each != nil {
		if err := v.each(filepath.Base(name)); err != nil {
			return nil, err
		}
	}
	return &check.Verification{Name: name, Result: &lint.Result{Verdict: lint.Accepted}, Report: &sign.Report{}}, ctx.Err()
}

func manyFiles(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.pdf", i)), []byte("x"), 0o600))
	}
	return dir
}

func TestVerifyKeepsTheOrder(t *testing.T) {
	dir := manyFiles(t, 50)
	c, stdout, _ := command(nil)
	c.library.verifier = func(check.Options) (verifier, error) { return &slowVerifier{}, nil }
	last := filepath.Join(dir, "007.pdf")
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"verify", "--jobs", "8", "--format", "ndjson", last, dir}))
	var names []string
	for line := range strings.Lines(stdout.String()) {
		var o object
		require.NoError(t, json.Unmarshal([]byte(line), &o))
		names = append(names, filepath.Base(o.File))
	}
	require.Len(t, names, 51)
	assert.Equal(t, "007.pdf", names[0])
	assert.True(t, slices.IsSorted(names[1:]))
}

func TestVerifyPanicConcernsOneFile(t *testing.T) {
	dir := manyFiles(t, 5)
	c, stdout, stderr := command(nil)
	c.library.verifier = func(check.Options) (verifier, error) {
		return &slowVerifier{each: func(name string) error {
			switch name {
			case "001.pdf":
				panic("boom\x1b[31m")
			case "003.pdf":
				return errors.New("disk gone")
			}
			return nil
		}}, nil
	}
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"verify", "--format", "ndjson", "--utf8", dir}))
	all := objects(t, stdout.String())
	require.Len(t, all, 5)
	assert.Equal(t, "internal", all["001"].Error.Code)
	assert.Contains(t, all["001"].Error.Message, "boom")
	assert.Equal(t, "unreadable", all["003"].Error.Code)
	assert.Nil(t, all["002"].Error)
	assert.Contains(t, stderr.String(), `boom\x1b[31m`)
}

func TestVerifyInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	dir := manyFiles(t, 40)
	c, stdout, stderr := command(nil)
	c.library.verifier = func(check.Options) (verifier, error) {
		return &slowVerifier{each: func(name string) error {
			if name == "010.pdf" {
				cancel()
			}
			return nil
		}}, nil
	}
	assert.Equal(t, exitCannotRun, c.run(ctx, []string{"verify", "--jobs=1", "--format", "json", dir}))
	var got []object
	require.NoError(t, json.Unmarshal(stdout.Bytes(), &got), "the array is closed")
	assert.GreaterOrEqual(t, len(got), 8)
	assert.Less(t, len(got), 40)
	assert.Contains(t, stderr.String(), fmt.Sprintf("chỉ có kết quả của %d tệp", len(got)))
}

func TestVerifyThatCannotBeWritten(t *testing.T) {
	dir := manyFiles(t, 40)
	for _, format := range []string{"text", "json", "ndjson"} {
		c, _, stderr := command(nil)
		c.Stdout = fullDisk{}
		c.library.verifier = func(check.Options) (verifier, error) { return &slowVerifier{}, nil }
		assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"verify", "--format", format, dir}))
		assert.Contains(t, stderr.String(), "không ghi được báo cáo: chi tiết kỹ thuật: disk full")
	}
}

func TestVerifyStdin(t *testing.T) {
	s := makeSigned(t)
	data, err := os.ReadFile(s.path("two"))
	require.NoError(t, err)
	c, stdout, stderr := command(nil)
	c.library = library{}
	c.Stdin = bytes.NewReader(data)
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"verify", "--trust", s.trust, "--as-of=2026-12-01", "--format=json", "--name=kq.pdf", "-"}), stderr)
	assert.Equal(t, "kq.pdf", objects(t, stdout.String())["kq"].File)

	stdout.Reset()
	c.Stdin, c.MaxStdin = bytes.NewReader(data), 100
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"verify", "--format=json", "-"}))
	assert.Equal(t, "too-large", objects(t, stdout.String())["stdin"].Error.Code)
}

// TestVerifyLeavesLinksAlone: a link that leads out of a folder is told, not
// followed; one that is named itself is.
func TestVerifyLeavesLinksAlone(t *testing.T) {
	s := makeSigned(t)
	dir := t.TempDir()
	link := filepath.Join(dir, "link.pdf")
	if err := os.Symlink(s.path("one"), link); err != nil {
		t.Skip("no links here: ", err)
	}
	require.NoError(t, os.Symlink(s.dir, filepath.Join(dir, "folder")))
	code, out, _ := runVerify(t, "--trust", s.trust, "--format", "ndjson", dir)
	assert.Equal(t, exitCannotRun, code)
	require.Equal(t, 1, strings.Count(out, "\n"))
	assert.Equal(t, "unreadable", objects(t, out)["link"].Error.Code)
	code, _, _ = runVerify(t, "--trust", s.trust, link)
	assert.Equal(t, exitClean, code)
}
