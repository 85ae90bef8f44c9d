package sign

import (
	"context"
	"crypto"
	"fmt"
	"hash"
	"io"
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// digestJob asks for the digest of some ranges of the file.
type digestJob struct {
	hash  crypto.Hash
	spans []pdf.Span
	sum   []byte
}

// digests computes all jobs in one pass over the file. Signatures of later
// revisions cover the bytes of earlier ones, so that the bytes from 0 up to each
// gap are hashed once per algorithm and the state is cloned there.
func digests(ctx context.Context, r io.ReaderAt, jobs []*digestJob) error {
	byHash := map[crypto.Hash][]*digestJob{}
	var order []crypto.Hash
	for _, j := range jobs {
		if byHash[j.hash] == nil {
			order = append(order, j.hash)
		}
		byHash[j.hash] = append(byHash[j.hash], j)
	}
	var runs []*digestRun
	var cuts []int64
	for _, h := range order {
		prefix := &digestRun{w: newHash(h)}
		for _, j := range byHash[h] {
			for _, s := range j.spans {
				cuts = append(cuts, s.Start, s.End)
			}
			if !increasing(j.spans) {
				// Overlapping ranges never make a good signature, but
				// whether they match is still told.
				if err := sequential(ctx, r, j); err != nil {
					return err
				}
				continue
			}
			if _, ok := prefix.w.(hash.Cloner); ok && j.spans[0].Start == 0 {
				prefix.forks = append(prefix.forks, j)
				prefix.end = max(prefix.end, j.spans[0].End)
			} else {
				runs = append(runs, &digestRun{w: newHash(h), job: j, left: j.spans})
			}
		}
		if len(prefix.forks) > 0 {
			prefix.left = []pdf.Span{{Start: 0, End: prefix.end}}
			runs = append(runs, prefix)
		}
	}
	return sweep(ctx, r, runs, cuts)
}

// digestRun is a hash that is being fed.
type digestRun struct {
	w     hash.Hash
	left  []pdf.Span   // still to be fed
	job   *digestJob   // whose sum it is, nil for a prefix
	forks []*digestJob // jobs that start as this prefix
	end   int64
}

func increasing(in []pdf.Span) bool {
	pos := int64(0)
	for _, s := range in {
		if s.Start < pos {
			return false
		}
		pos = s.End
	}
	return true
}

const digestBuffer = 256 << 10

func sequential(ctx context.Context, r io.ReaderAt, j *digestJob) error {
	w := newHash(j.hash)
	for _, s := range j.spans {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := io.CopyBuffer(w, io.NewSectionReader(r, s.Start, s.Len()), make([]byte, 32<<10)); err != nil {
			return fmt.Errorf("sign: read: %w", err)
		}
	}
	j.sum = w.Sum(nil)
	return nil
}

// sweep reads from the first to the last cut and feeds every run its spans.
func sweep(ctx context.Context, r io.ReaderAt, runs []*digestRun, cuts []int64) error {
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	buf := make([]byte, digestBuffer)
	for i := 0; ; i++ {
		// At a cut: prefixes fork, finished runs are summed up.
		if i < len(cuts) {
			runs = fork(runs, cuts[i])
		}
		if i+1 >= len(cuts) {
			return nil
		}
		from, to := cuts[i], cuts[i+1]
		var active []*digestRun
		for _, d := range runs {
			if len(d.left) > 0 && d.left[0].Start <= from && to <= d.left[0].End {
				active = append(active, d)
			}
		}
		if len(active) == 0 {
			continue
		}
		for off := from; off < to; {
			if err := ctx.Err(); err != nil {
				return err
			}
			b := buf[:min(int64(len(buf)), to-off)]
			if n, err := r.ReadAt(b, off); n < len(b) {
				if err == nil || err == io.EOF {
					err = io.ErrUnexpectedEOF
				}
				return fmt.Errorf("sign: read at %d: %w", off, err)
			}
			for _, d := range active {
				d.w.Write(b)
			}
			off += int64(len(b))
		}
	}
}

func fork(runs []*digestRun, at int64) []*digestRun {
	var out []*digestRun
	for k := 0; k < len(runs); k++ {
		d := runs[k]
		rest := d.forks[:0]
		for _, j := range d.forks {
			if j.spans[0].End != at {
				rest = append(rest, j)
				continue
			}
			c, err := d.w.(hash.Cloner).Clone()
			if err != nil {
				rest = append(rest, j)
				continue
			}
			// The clone may have to start or finish at this very cut.
			runs = append(runs, &digestRun{w: c, job: j, left: j.spans[1:]})
		}
		d.forks = rest
		for len(d.left) > 0 && d.left[0].End <= at {
			d.left = d.left[1:]
		}
		switch {
		case len(d.left) == 0 && d.job != nil:
			d.job.sum = d.w.Sum(nil)
		case len(d.left) > 0:
			out = append(out, d)
		}
	}
	return out
}
