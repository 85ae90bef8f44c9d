// Package baseline remembers the findings of an earlier run, so that an office
// with a backlog is told of what is new. A finding is known by its rule and the
// content that it is about (its fingerprint), never by its place: it stays known
// when files are moved, and is new when the paper was scanned again.
//
// The verdict about a dossier and the indicators do not change: what was wrong
// before is still wrong. Only the exit code leaves known findings out.
package baseline

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Schema is the value of the key "schema" of the file.
const Schema = "https://github.com/tthclint/tthclint/docs/schema/baseline-v1.schema.json"

// Entry is one known finding.
type Entry struct {
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
	File        string `json:"file,omitempty"` // for people; it is not compared
}

type key struct{ rule, fingerprint string }

// Baseline is a set of known findings. It is safe for use by several goroutines.
type Baseline struct {
	entries map[key]string // → file
	mu      sync.Mutex
	met     map[key]string // of the run, known or new → file
}

// New returns a baseline without entries, to be filled by a run.
func New() *Baseline { return &Baseline{entries: map[key]string{}, met: map[key]string{}} }

// Error says why a file is no baseline, in words for people.
type Error struct{ Because msg.Text }

func (e *Error) Error() string { return e.Because.In(msg.English) }

// Text returns the reason in both languages.
func (e *Error) Text() msg.Text { return e.Because }

var (
	badText = msg.Message{ID: "baseline/bad", VI: "tệp không phải danh sách phát hiện đã biết do tthclint ghi ({reason}).", EN: "the file is no baseline that tthclint wrote ({reason})."}
	schema  = msg.Message{ID: "baseline/schema", VI: "khóa «schema» không phải {schema}", EN: "the key «schema» is not {schema}"}
	empty   = msg.Message{ID: "baseline/empty", VI: "mục thứ {n} thiếu rule hoặc fingerprint", EN: "entry {n} lacks rule or fingerprint"}
	broken  = msg.Message{ID: "baseline/broken", VI: "không đúng cú pháp JSON, hoặc chưa ghi hết", EN: "not valid JSON, or cut short"}
	large   = msg.Message{ID: "baseline/large", VI: "lớn hơn {size} MiB", EN: "more than {size} MiB"}
)

// maxFile bounds a file, in bytes: about two million findings.
const maxFile = 256 << 20

// Read reads a baseline that [Baseline.Write] wrote.
func Read(r io.Reader) (*Baseline, error) {
	var file struct {
		Schema   string  `json:"schema"`
		Findings []Entry `json:"findings"`
	}
	limited := &io.LimitedReader{R: r, N: maxFile + 1}
	if err := json.NewDecoder(bufio.NewReader(limited)).Decode(&file); err != nil {
		if limited.N <= 0 {
			return nil, &Error{badText.With("reason", large.With("size", maxFile>>20))}
		}
		return nil, &Error{badText.With("reason", broken.With())}
	}
	if file.Schema != Schema {
		return nil, &Error{badText.With("reason", schema.With("schema", Schema))}
	}
	b := New()
	for i, e := range file.Findings {
		if e.Rule == "" || e.Fingerprint == "" {
			return nil, &Error{badText.With("reason", empty.With("n", i+1))}
		}
		b.entries[key{e.Rule, e.Fingerprint}] = e.File
	}
	return b, nil
}

// Len returns the number of entries.
func (b *Baseline) Len() int { return len(b.entries) }

// Known reports whether the baseline has a finding, and remembers that the run
// has met it. A finding without a fingerprint is never known.
func (b *Baseline) Known(f *lint.Finding) bool {
	if f.Fingerprint == "" {
		return false
	}
	k := key{f.Rule, f.Fingerprint}
	b.mu.Lock()
	b.met[k] = f.Place.File
	b.mu.Unlock()
	_, ok := b.entries[k]
	return ok
}

// Write writes the findings that the run has met.
func (b *Baseline) Write(w io.Writer) error { return write(w, b.met) }

// Prune writes the entries without those that the run has not met although their
// rule ran, which have been mended. Nothing new comes in.
func (b *Baseline) Prune(w io.Writer, ran []string) error {
	left := map[key]string{}
	for k, file := range b.entries {
		if at, ok := b.met[k]; ok {
			left[k] = at
		} else if !slices.Contains(ran, k.rule) {
			left[k] = file
		}
	}
	return write(w, left)
}

// write writes an entry a line, in a total order, so that versions of the file
// can be compared.
func write(w io.Writer, all map[key]string) error {
	entries := make([]Entry, 0, len(all))
	for k, file := range all {
		entries = append(entries, Entry{k.rule, k.fingerprint, file})
	}
	slices.SortFunc(entries, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.File, y.File), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "{\"schema\":%q,\"findings\":[", Schema)
	for i, e := range entries {
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		separator := ",\n"
		if i == 0 {
			separator = "\n"
		}
		fmt.Fprintf(out, "%s%s", separator, line)
	}
	fmt.Fprint(out, "\n]}\n")
	return out.Flush() // the first error of all that was written
}
