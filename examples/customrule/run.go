package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// run judges the dossiers of a folder by the rules on signatures and by the one of
// the office, and writes what was found and what could not be checked.
func run(ctx context.Context, w io.Writer, folder, anchors fs.FS, today time.Time) error {
	own, err := sign.LoadTrust(anchors)
	if err != nil {
		return err
	}
	tools := &evidence.Tools{Sign: sign.Options{Trust: trust.Default().With(own), AsOf: today}, AsOf: today}
	linter, err := lint.New(lint.Options[*evidence.Dossier]{
		Rules: append(rules.All(), Timestamp()),
		Only:  []string{"sign/missing", "sign/broken", "office"},
		AsOf:  today,
		Jobs:  4,
		Evidence: func(ctx context.Context, d *dossier.Dossier) *evidence.Dossier {
			return evidence.New(ctx, d, tools)
		},
	})
	if err != nil {
		return err
	}
	source, err := dossier.Open(ctx, folder, dossier.Options{})
	if err != nil {
		return err
	}
	for result, err := range linter.Results(ctx, source) {
		if err != nil {
			return err // one thing in the folder could not be read
		}
		for _, f := range result.Findings {
			fmt.Fprintf(w, "%s: %s %s: %s (%s)\n", result.Dossier, f.Severity, f.Rule, f.Message.In(msg.Vietnamese), f.Basis[0])
		}
		for _, o := range result.Outcomes {
			if o.Open() {
				fmt.Fprintf(w, "%s: chưa kiểm tra được %s: %s\n", result.Dossier, o.Rule, o.Because.In(msg.Vietnamese))
			}
		}
	}
	return nil
}
