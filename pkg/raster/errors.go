package raster

import (
	"errors"
	"fmt"
)

// Errors of a document or page as a whole. They are wrapped with detail for
// developers and told apart with [errors.Is]; none is prose for a user.
var (
	// ErrEncrypted: the document needs a password or a key.
	ErrEncrypted = errors.New("raster: document is encrypted")
	// ErrUnreadable: the file is not a PDF, is empty, cut off or corrupt.
	ErrUnreadable = errors.New("raster: not a readable PDF")
	// ErrTooLarge: file, page count or a stream is over its limit.
	ErrTooLarge = errors.New("raster: over the size limit")
	// ErrTimeout: the wall-clock limit of [Limits] ran out.
	ErrTimeout = errors.New("raster: time limit ran out")
	// ErrNoPage: there is no page of this number.
	ErrNoPage = errors.New("raster: no such page")
	// ErrClosed: the document or the renderer was closed.
	ErrClosed = errors.New("raster: closed")
	// ErrNoRenderer: what draws pages that are no plain scan cannot be started.
	ErrNoRenderer = errors.New("raster: renderer cannot be started")
)

// Reason is a stable machine code that says why a page is no plain scan.
type Reason string

// Reasons of an [UnsupportedError] and of [Page.Reason]. Codes are only ever
// added. A [Renderer] can draw pages of all of them but NoImage,
// AnnotationPage, TooManyPixels and TooComplex; RenderFailed and ReadersDisagree are its own.
const (
	TextPage         Reason = "text-page"         // the page is (also) visible text
	VectorContent    Reason = "vector-content"    // the page is (also) line art, shadings or patterns
	NoImage          Reason = "no-image"          // nothing is painted on the page
	AnnotationPage   Reason = "annotation-page"   // nothing but annotations is
	JBIG2            Reason = "jbig2"             // ISO 32000-2 7.4.7
	JPX              Reason = "jpx"               // JPEG 2000, ISO 32000-2 7.4.9
	JPEGVariant      Reason = "jpeg-variant"      // arithmetic, lossless or 12-bit JPEG
	OddFilter        Reason = "odd-filter"        // unknown or misplaced stream filter
	TooManyPixels    Reason = "too-many-pixels"   // over Limits.Pixels
	SoftMask         Reason = "soft-mask"         // a soft mask that is not plain alpha
	ColourKeyMask    Reason = "colour-key-mask"   // ISO 32000-2 8.9.6.4
	Transparency     Reason = "transparency"      // constant alpha or a blend mode
	OddColourSpace   Reason = "odd-colour-space"  // Lab, DeviceN, Pattern, Separation other than black
	OddImage         Reason = "odd-image"         // image dictionary that makes no sense
	TransformedImage Reason = "transformed-image" // skewed or turned by other than a multiple of 90°
	ClipPath         Reason = "clip-path"         // an image cut out by other than a rectangle
	OptionalContent  Reason = "optional-content"  // layers whose visibility is an expression
	TooComplex       Reason = "too-complex"       // too many operators, images or nested forms
	RenderFailed     Reason = "render-failed"     // the renderer ran out of memory or tripped over the page
	ReadersDisagree  Reason = "readers-disagree"  // the renderer sees another document: pages or a shape of the page
)

// UnsupportedError says that a page cannot be drawn. The
// document may be in perfect order: what it means is "not checked".
type UnsupportedError struct {
	Reason Reason
}

// Error returns the reason for developers.
func (e *UnsupportedError) Error() string {
	return "raster: unsupported page: " + string(e.Reason)
}

// Is reports whether target is an UnsupportedError of the same reason, so that
// errors.Is(err, &UnsupportedError{JPX}) works.
func (e *UnsupportedError) Is(target error) bool {
	t, ok := target.(*UnsupportedError)
	return ok && t.Reason == e.Reason
}

func unsupported(r Reason) error { return &UnsupportedError{Reason: r} }

func unreadable(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrUnreadable, fmt.Errorf(format, args...))
}

func tooLarge(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrTooLarge, fmt.Errorf(format, args...))
}
