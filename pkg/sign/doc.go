// Package sign validates the digital signatures of a PDF.
//
// [Validate] reads a file once and answers, for every signature it ever held,
// five questions that are never mixed into one another:
//
//   - [Integrity]: do the signed bytes and the CMS signature agree?
//   - [Coverage]: which part of the file did the signature cover?
//   - [Changes]: what was added or replaced after signing, and was it permitted?
//   - [Trust], [Term] and [Revocation]: does the signer's own certificate lead to
//     an anchor that the caller gave, and was it, and each one above it, in term
//     and not revoked at the signing time?
//   - [Signature.Claimed] and [Signature.Proven]: when was it signed, and is
//     that proven by a timestamp or only claimed?
//
// The answers are then folded into one [Indication] of ETSI EN 319 102-1.
// A file without any anchor therefore still comes out as "intact, covers the
// whole file, no anchor", never as "unknown".
//
// The package works offline unless the caller gives a [Fetcher], compiles in no
// anchor (those of Vietnam are in pkg/sign/trust), reads neither the clock nor
// the environment and imports nothing but the standard library,
// golang.org/x/crypto and our own reader [github.com/tthclint/tthclint/pkg/pdf].
// All functions may be called concurrently.
package sign
