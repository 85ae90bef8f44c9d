package form

import "strings"

// CutOpen splits a wording that ends in an ellipsis, as "TM. …", into how it
// begins and the fact that more follows on the line. Any other wording is the
// whole line.
func CutOpen(wording string) (begins string, open bool) {
	begins, open = strings.CutSuffix(wording, "…")
	return strings.TrimSpace(begins), open
}

// lead returns the print of a value's caption that stands before what is
// written: "Số:" of "Số: …", and "ngày" of "ngày … tháng … năm …".
func lead(caption string) string {
	begins, _, _ := strings.Cut(caption, "…")
	return strings.TrimSpace(begins)
}
