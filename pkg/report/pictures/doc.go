// Package pictures makes the pictures of a report from what a check has read: the
// pages of a dossier's documents with the places where something was found, is
// missing or is doubtful, and with its digital signatures.
//
// It judges nothing and reads no page by itself: a page is only drawn, in the
// state in which it was read.
package pictures
