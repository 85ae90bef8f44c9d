// Package report prints what a run said: as text for officers, as one JSON
// document or as JSON lines for other programs.
//
// A [Printer] gets the head, then one result after another, then the summary,
// and writes each part when it comes, so that its memory does not grow with the
// number of dossiers. The same input gives the same bytes.
//
// Names come from the documents under test and are not trusted: in text every
// sign that could steer a terminal or reorder a line is shown as an escape, in
// JSON it is escaped as JSON has it.
package report

import (
	"github.com/tthclint/tthclint/pkg/lint"
)

// Printer writes one report. Begin is called once and first, End once and last;
// a report that ended early still gets its End. It is not for use by several
// goroutines.
type Printer interface {
	Begin(lint.Head) error
	Result(*lint.Result) error
	End(lint.Summary) error
}
