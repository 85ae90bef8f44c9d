// Package pdf reads the structure of PDF files, revision by revision.
//
// A PDF that was updated incrementally holds several documents in one file:
// every revision can still be read as it was. Signature validation lives on
// that, and on the exact bytes of an object, so this reader keeps both:
// [File.View] is the document as of one revision, and a [String] knows where its
// token lies in the file.
//
// [Open] is lenient about what is common in the wild (junk before the header,
// broken cross-reference tables, wrong lengths): it repairs and records what it
// repaired ([File.Repairs]). It is strict about cost: every loop is guarded and
// every size is bounded by [Limits]. Objects are read when asked for, streams
// only when decoded, so memory does not grow with the images in a file.
//
// The source is ISO 32000-2:2020, clause 7 above all. The package uses the
// standard library only.
package pdf
