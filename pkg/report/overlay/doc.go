// Package overlay draws what was read on a page onto its picture: the boxes of
// the fields with their states, and the captions that were found.
//
// It changes no picture that it is given; everything is safe for concurrent
// use.
package overlay
