package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/tthclint/tthclint/pkg/sign"
)

// verify writes the separate answers for every signature of the file at path
// and returns whether there are any and all of them pass. An error means that
// the file cannot be read; a bad signature is none.
func verify(w io.Writer, path string, anchors fs.FS, today time.Time) (bool, error) {
	trust, err := sign.LoadTrust(anchors)
	if err != nil {
		return false, err
	}
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return false, err
	}
	report, err := sign.Validate(context.Background(), file, info.Size(), sign.Options{Trust: trust, AsOf: today})
	if err != nil {
		return false, err
	}
	passed := len(report.Signatures) > 0
	for i := range report.Signatures {
		s := &report.Signatures[i]
		fmt.Fprintf(w, "%q %s: %s, %s, changes %s, %s, %s %s\n", s.Field, s.Kind, s.Integrity, s.Coverage, s.Changes, s.Trust, s.Indication, s.Sub)
		for _, c := range s.ChangeList {
			fmt.Fprintf(w, "  revision %d, object %d, page %d: %s\n", c.Revision, c.Object, c.Page, c.Code)
		}
		passed = passed && s.Indication == sign.TotalPassed
	}
	return passed, nil
}
