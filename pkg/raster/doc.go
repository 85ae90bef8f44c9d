// Package raster turns the pages of a PDF into pictures.
//
// It is the only package that imports pdfcpu. A [Document] gives facts (version,
// page count, size and rotation of a page) and one [Page] at a time; a page is
// decoded on demand, belongs to the caller and is not kept.
//
// A plain scan is taken from the file pixel by pixel: images in JPEG, CCITT fax,
// Flate, LZW, run-length or no coding, upright or turned by multiples of 90°, one
// or many of them (strips, tiles, a stencil over a background), with masks, and
// rectangles of one colour. Invisible text, as OCR leaves it, is skipped. Colours
// are those of the file without colour management.
//
// All else is an [UnsupportedError] with a [Reason] in a document from [Open],
// unless it is little: see [Page.Overlay]. [Renderer.Open] opens documents whose
// other pages are drawn by PDFium, in a sandbox of WebAssembly; by whom is
// [Options.Worker]'s choice. Plain scans never go there.
//
// Files are hostile until shown otherwise: every size is bounded by [Limits],
// and a panic of a decoder is an [ErrUnreadable]. Errors carry codes, never
// prose for a user.
//
// Only the page's own content is drawn. Annotations, and with them the visible
// appearance of a digital signature, are left out on purpose: a picture of a
// signature pasted over a scan is not ink in the scan. They are listed in
// [Page.Pasted], and so are images in the content that are not part of the scan.
package raster
