// Package score compares what was read on labelled pages with what stands on
// them: precision, recall and F1 of each field, how often "did both spouses
// sign?" was answered rightly, and every page on which it was not, with the
// cause.
//
// [ReadLabels] reads the truth from a table, [Score] counts, and [Write] prints.
// There is one operating point: what the reader of the pages says. An answer
// that is not given counts as wrong, in recall as in accuracy.
//
// The package opens no files and draws no pages; the same input gives the same
// bytes.
package score
