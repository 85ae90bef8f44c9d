package sign_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
)

type corpusRow struct {
	file, integrity, changes, note, basis string
	signatures, timestamps                string
}

func corpus(t *testing.T) (string, []corpusRow) {
	t.Helper()
	dir := os.Getenv("TTHCLINT_CORPUS")
	if dir == "" {
		t.Skip("TTHCLINT_CORPUS is not set: the corpus of signed files is not there")
	}
	dir = filepath.Join(dir, "signed")
	f, err := os.Open(filepath.Join(dir, "expected.csv"))
	require.NoError(t, err)
	defer f.Close()
	recs, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	col := map[string]int{}
	for i, h := range recs[0] {
		col[h] = i
	}
	var rows []corpusRow
	for _, r := range recs[1:] {
		rows = append(rows, corpusRow{
			file: r[col["file"]], integrity: r[col["integrity_expected"]], changes: r[col["later_changes_expected"]],
			note: r[col["note"]], basis: r[col["basis"]], signatures: r[col["n_signatures"]], timestamps: r[col["n_timestamps"]],
		})
	}
	return dir, rows
}

// summary of one file over its signatures: the worst integrity, and whether any
// signature is followed by something suspicious.
func summary(rep *sign.Report) (integrity string, suspicious bool, changes sign.Changes, sigs, stamps int) {
	integrity = "none"
	changes = sign.ChangesNone
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		if s.Removed {
			suspicious = true
			continue
		}
		if s.Kind == sign.KindTimestamp {
			stamps++
		} else {
			sigs++
			switch {
			case s.Integrity == sign.Broken:
				integrity = "broken"
			case s.Integrity == sign.Unverifiable && integrity != "broken":
				integrity = "unverifiable"
			case integrity == "none":
				integrity = "intact"
			}
		}
		changes = changes.Worse(s.Changes)
		if s.Changes == sign.ChangesOther || s.Permitted != nil && !*s.Permitted || s.Coverage == sign.Partial || s.Coverage == sign.Incoherent {
			suspicious = true
		}
	}
	return integrity, suspicious, changes, sigs, stamps
}

// corpusExceptions are the answers that differ from what the projects assert of
// their own files, each with its reason; docs/decisions/0006 argues them.
var corpusExceptions = map[string]string{
	"dss/pades-5-signatures-and-1-document-timestamp.pdf": "offsets of an update are shifted: an update that is not beyond doubt",
	"dss/pades-signed-annot-added.pdf":                    "an annotation on a document that says nothing: the caller may permit it",
	"dss/BadEncodedCMS.pdf":                               "nothing is dropped: counted, and unverifiable",
	"dss/malformed-pades.pdf":                             "no header, no PDF",
	"pyhanko/one-byterange.pdf":                           "a ByteRange is four integers",
	"pyhanko/weird-byterange.pdf":                         "objects in the gap",
}

// TestCorpus holds the answers against the verdicts of the public files. Over
// rows asserted by the tests of the projects they come from: no broken file may
// be intact, every suspicious later change is flagged, none else accused, and
// every signature counted, but for the exceptions above.
func TestCorpus(t *testing.T) {
	dir, rows := corpus(t)
	var good, miss []string
	count := map[string]int{}
	for _, r := range rows {
		b, err := os.ReadFile(filepath.Join(dir, r.file))
		require.NoError(t, err)
		start := time.Now()
		rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{AsOf: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
		took := time.Since(start)
		if took > 2*time.Second {
			t.Errorf("%s: took %v", r.file, took)
		}
		if err != nil {
			var se *pdf.SyntaxError
			if !errors.As(err, &se) && !errors.Is(err, pdf.ErrEncrypted) && !errors.Is(err, pdf.ErrNotPDF) {
				t.Errorf("%s: %v", r.file, err)
			}
			miss = append(miss, fmt.Sprintf("%-60s error: %v", r.file, err))
			count["error"]++
			if corpusExceptions[r.file] == "" {
				t.Errorf("%s: %v", r.file, err)
			}
			continue
		}
		integrity, suspicious, changes, sigs, stamps := summary(rep)
		line := fmt.Sprintf("%-60s %s/%s want %s | %s susp=%v want %s | %d+%d want %s+%s", r.file, integrity, "", r.integrity, changes, suspicious, r.changes, sigs, stamps, r.signatures, r.timestamps)
		bad := false
		unexpected := func(what string) {
			bad = true
			count[what]++
			if r.basis == "test" && corpusExceptions[r.file] == "" {
				t.Errorf("%s: %s", line, what)
			}
		}
		switch r.integrity {
		case "broken":
			if integrity == "intact" {
				t.Errorf("%s: broken, called intact", r.file)
				bad = true
			}
		case "ok":
			count["ok"]++
			if integrity != "intact" {
				unexpected("ok missed")
			}
		}
		switch r.changes {
		case "suspicious":
			count["suspicious"]++
			if !suspicious {
				// Without exception.
				t.Errorf("%s: suspicious change not flagged (%s)", r.file, r.note)
				bad = true
			}
		case "none", "permitted":
			count["legitimate"]++
			if suspicious {
				unexpected("legitimate accused")
			}
		}
		if r.signatures != "" && (fmt.Sprint(sigs) != r.signatures || fmt.Sprint(stamps) != r.timestamps) {
			unexpected("count wrong")
		}
		if bad {
			for i := range rep.Signatures {
				s := &rep.Signatures[i]
				line += fmt.Sprintf("\n      %s %s rev %d/%d %s %s %s %s", s.Field, s.SubFilter, s.Revision, rep.Revisions, s.Integrity, s.Coverage, s.Changes, codes(s.Reasons))
				for j, c := range s.ChangeList {
					if j < 6 && c.Class == sign.ChangesOther {
						line += fmt.Sprintf("\n          %+v", c)
					}
				}
			}
			miss = append(miss, line)
		} else {
			good = append(good, line)
		}
	}
	t.Logf("%d files: %v", len(rows), count)
	t.Logf("as expected %d, otherwise:\n%s", len(good), strings.Join(miss, "\n"))
}

func codes(rs []sign.Reason) string {
	var out []string
	for _, r := range rs {
		s := string(r.Code)
		if len(r.Args) > 0 {
			s += fmt.Sprint(r.Args)
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}
