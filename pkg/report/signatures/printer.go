// Package signatures prints what is known of the digital signatures of files: as
// text for officers, as JSON objects after the schema verify-v1 for other
// programs. It finds out nothing by itself; what it prints comes from
// [sign.Validate] and from the rules.
//
// A [Printer] gets the head, then one [File] after another, and writes each when
// it comes, so that its memory does not grow with the number of files. The same
// input gives the same bytes. What stands in documents is not trusted and is
// made inert as package report does.
package signatures

import "github.com/tthclint/tthclint/pkg/lint"

// Printer writes the answers about files. Begin is called once and first, End
// once and last, also where the files ended early. It changes nothing of what it
// gets, and is not for use by several goroutines.
type Printer interface {
	Begin(lint.Head) error
	File(*File) error
	End() error
}
