// Package pages prints what the pages of files show: as text for officers, as
// JSON objects after the schema inspect-v1 for other programs. It finds out
// nothing by itself; what it prints comes from package form.
//
// A [Printer] gets the head, then one [File] after another, and writes each when
// it comes, so that its memory does not grow with the number of files. What
// stands on pages is not trusted and is made inert as package report does.
package pages
