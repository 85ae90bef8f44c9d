// Package raster turns the pages of a PDF into pictures.
//
// It is the only package that imports pdfcpu. A [Document] gives page facts
// (count, size, rotation) and one [Page] at a time; a page is decoded on
// demand, belongs to the caller and is not kept.
//
// Only pictures that make up the page's own content are drawn. Annotations,
// and with them the visible appearance of a digital signature, are left out on
// purpose: a picture of a signature pasted over a scan is not ink in the scan.
package raster
