// Package scans draws labelled scans of invented papers: what a reader of scans
// is fitted on, checked with and tested with. A page is drawn as vectors in
// millimetres, filled in and signed, then scanned, photographed or copied as
// offices do it, and written as a PDF of one picture, with the truth of what
// stands in each field and where in the picture it lies.
//
// Nothing on the papers is real. The layouts follow the labels and blocks that
// the law prescribes (Thông tư 04/2020/TT-BTP, Thông tư 15/2015/TT-BTP, the form
// TP/HT-2010-KH, Nghị định 30/2020/NĐ-CP); where each block stands is ours.
//
// The same [Spec] gives the same bytes.
package scans
