// Package html prints a report as one page for a browser.
//
// The page is one file without a single address outside of it: it opens from a
// disk, a network share or an attachment, on a phone as well as on a wall. Its
// style and its few lines of script are named by their digests in the policy of
// the page (Content Security Policy Level 3), so that nothing that a document
// under test says can run, and nothing is asked for over the network. With
// scripts off, everything but filter and search is there.
//
// The printer writes each dossier when it comes. The summary, which is known
// last, is written last and shown first. What stands in a dossier's section lies
// in a noscript element, which a browser with scripts keeps as plain text until
// the section is opened: thousands of dossiers cost little more than their lines.
//
// Pictures of pages are made by others, see [Options.Pictures]; package
// [github.com/tthclint/tthclint/pkg/report/pictures] makes them of what a check
// has read.
package html
