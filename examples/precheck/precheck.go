package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// precheck checks the marriage certificate at path and writes what is wrong.
func precheck(w io.Writer, path string, anchors fs.FS) (lint.Verdict, error) {
	trust, err := sign.LoadTrust(anchors)
	if err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	ctx := context.Background()
	run, err := check.File(ctx, info.Name(), file, info.Size(), check.Options{Trust: trust, Procedure: "1.000894"})
	if err != nil {
		return "", err
	}
	verdict := lint.Undetermined
	for result, err := range run.Results(ctx) {
		if err != nil {
			return "", err
		}
		for _, f := range result.Findings {
			fmt.Fprintf(w, "%s %s (%s)\n", f.Rule, f.Message.In(msg.Vietnamese), f.Basis[0])
		}
		verdict = result.Verdict
	}
	return verdict, nil
}
