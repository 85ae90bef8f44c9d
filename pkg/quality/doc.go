// Package quality measures how good the picture of a scanned page is: its
// resolution, colour, size, skew, rotation, light, sharpness, compression, and
// whether it shows one whole sheet as a scanner sees it.
//
// It looks at pixels and at what the file says of its images, knows no form and
// no rule, and judges nothing but what the eye would: thresholds of the law are
// those of rules. A page is measured in one go, in about forty milliseconds for
// A4 at 200 dpi, with memory for a picture of a ninth of the pixels.
package quality
