// Package worker takes the drawing of pages to another process and back.
//
// The caller talks to the process through two pipes. Neither side trusts the
// other: the process reads the document through the caller, who bounds what it
// may ask for, and its answer has the size that the caller asked for or is
// refused. A frame is a kind (1 byte), a length (4 bytes, little endian) and
// the payload.
//
//	process → caller   ready     version of the protocol (1 byte)
//	caller → process   draw      a pdfium.Job and the document's number and size
//	process → caller   read      offset (8 bytes) and length (4 bytes)
//	caller → process   data      what stands there; shorter at the end, empty on an error
//	process → caller   picture   1 byte: has it a hue?; the planes follow bare
//	process → caller   failed    code of the error
package worker

// version changes with every change of the protocol.
const version = 2

type kind byte

const (
	kindReady kind = iota + 1
	kindDraw
	kindRead
	kindData
	kindPicture
	kindFailed
)

// Bounds of payloads in bytes.
const (
	maxRead = 256 << 10 // one piece of the document
	maxCode = 32
)
