package sign

import (
	"crypto/x509"
	"time"
)

// Kind tells a signature of a person or agency from a document timestamp.
type Kind string

// Kinds.
const (
	KindSignature Kind = "signature"
	KindTimestamp Kind = "timestamp" // SubFilter ETSI.RFC3161
)

// Integrity tells whether the signed bytes, the CMS and the signer's key agree.
// It says nothing about trust.
type Integrity string

// Outcomes of the integrity axis.
const (
	Intact Integrity = "intact"
	// Broken: something that was signed does not match, or the signature
	// does not sign this document at all.
	Broken Integrity = "broken"
	// Unverifiable: it cannot be told, for want of a certificate or of an
	// algorithm that we know.
	Unverifiable Integrity = "unverifiable"
)

// Coverage tells what part of the file the ByteRange covers.
type Coverage string

// Outcomes of the coverage axis.
const (
	WholeFile     Coverage = "whole-file"
	WholeRevision Coverage = "whole-revision"
	// Partial: the ranges are well formed but end inside a revision.
	Partial Coverage = "partial"
	// Incoherent: the ranges are not those of this signature: wrong count,
	// gap that is not the /Contents token, crossing another signature.
	Incoherent Coverage = "incoherent"
)

// Changes is the class of what later revisions changed, from harmless to not
// explained. A class includes the ones before it.
type Changes string

// Outcomes of the changes axis.
const (
	ChangesNone       Changes = "none"
	ChangesLTA        Changes = "lta"        // DSS, document timestamps, metadata
	ChangesForm       Changes = "form"       // fields filled in, further signatures
	ChangesAnnotation Changes = "annotation" // comments added or edited
	ChangesOther      Changes = "other"      // anything that no rule explains
)

func (c Changes) rank() int {
	switch c {
	case ChangesLTA:
		return 1
	case ChangesForm:
		return 2
	case ChangesAnnotation:
		return 3
	case ChangesOther:
		return 4
	}
	return 0
}

// Worse returns the worse of two classes.
func (c Changes) Worse(d Changes) Changes {
	if d.rank() > c.rank() {
		return d
	}
	return c
}

// Indication is the status of EN 319 102-1 clause 5.1.3.
type Indication string

// Indications.
const (
	TotalPassed   Indication = "TOTAL_PASSED"
	Indeterminate Indication = "INDETERMINATE"
	TotalFailed   Indication = "TOTAL_FAILED"
)

// Sub is a sub-indication of EN 319 102-1 tables 5 and 6.
type Sub string

// Sub-indications in use.
const (
	SubNone                  Sub = ""
	SubFormatFailure         Sub = "FORMAT_FAILURE"
	SubHashFailure           Sub = "HASH_FAILURE"
	SubSigCryptoFailure      Sub = "SIG_CRYPTO_FAILURE"
	SubNoSigningCertificate  Sub = "NO_SIGNING_CERTIFICATE_FOUND"
	SubNoCertificateChain    Sub = "NO_CERTIFICATE_CHAIN_FOUND"
	SubChainConstraints      Sub = "CHAIN_CONSTRAINTS_FAILURE"
	SubChainGeneral          Sub = "CERTIFICATE_CHAIN_GENERAL_FAILURE"
	SubOutOfBoundsNoPOE      Sub = "OUT_OF_BOUNDS_NO_POE"
	SubOutOfBoundsNotRevoked Sub = "OUT_OF_BOUNDS_NOT_REVOKED"
	SubNotYetValid           Sub = "NOT_YET_VALID"
	SubExpired               Sub = "EXPIRED"
	SubCryptoConstraints     Sub = "CRYPTO_CONSTRAINTS_FAILURE"
	SubCryptoNoPOE           Sub = "CRYPTO_CONSTRAINTS_FAILURE_NO_POE"
	SubSigConstraints        Sub = "SIG_CONSTRAINTS_FAILURE"
	SubTimestampOrder        Sub = "TIMESTAMP_ORDER_FAILURE"
	SubTryLater              Sub = "TRY_LATER"
	SubRevoked               Sub = "REVOKED"
	SubRevokedNoPOE          Sub = "REVOKED_NO_POE"
)

// Role tells who a certificate stands for. It is a guess from the subject
// unless the caller's allow-list decides (see [Options.RoleOf]).
type Role string

// Roles.
const (
	RoleUnknown Role = "unknown"
	RolePerson  Role = "person"
	RoleAgency  Role = "agency"
	// RoleScanner: a person who signed as the one who scanned. Only the
	// position of the signature tells, so it is a guess too.
	RoleScanner Role = "scanner"
)

// TrustState tells where the chain of the signer's certificate leads. It never
// depends on whether the signature is intact.
type TrustState string

// Outcomes of the trust axis.
const (
	// Trusted: a chain to one of the caller's anchors.
	Trusted TrustState = "trusted"
	// NoAnchor: the caller gave no anchor at all, so trust was not judged.
	NoAnchor TrustState = "no-anchor"
	// IncompleteChain: an issuer's certificate is missing.
	IncompleteChain TrustState = "incomplete-chain"
	// StrangerRoot: a complete chain to a self-signed root that is not an anchor.
	StrangerRoot TrustState = "stranger-root"
	// SelfSigned: the signer's own certificate is self-signed and not an anchor.
	SelfSigned TrustState = "self-signed"
	// ChainInvalid: a chain by name exists but a link is not allowed: bad
	// signature, not a CA, path length, key usage, name constraints.
	ChainInvalid TrustState = "chain-invalid"
	// TrustUnknown: there is no signer's certificate to judge.
	TrustUnknown TrustState = "unknown"
)

// Term tells the validity period of the signer's chain at the signing time and,
// where that time is only claimed, today ([Options.AsOf]).
type Term string

// Outcomes of the term axis.
const (
	// TermWithin: in term at the signing time and today, or proven in term.
	TermWithin Term = "within"
	// TermExpiredToday: in term at the claimed signing time, expired today,
	// and no timestamp proves the time.
	TermExpiredToday Term = "expired-today"
	// TermAfter: signed after the certificate had expired.
	TermAfter Term = "signed-after-expiry"
	// TermBefore: signed before the certificate became valid.
	TermBefore Term = "signed-before-start"
	// TermUnknown: no certificate, or neither a signing time nor AsOf is known.
	TermUnknown Term = "unknown"
)

// Revocation is the revocation status of a certificate at the signing time
// (NĐ 68/2024/NĐ-CP Article 31, RFC 5280 clause 5, RFC 6960).
type Revocation string

// Outcomes of the revocation axis.
const (
	// RevocationUnknown: no usable CRL or OCSP answer speaks of that time.
	RevocationUnknown Revocation = "unknown"
	RevocationGood    Revocation = "good"
	// RevocationRevoked: revoked at the signing time.
	RevocationRevoked Revocation = "revoked"
	// RevocationRevokedLater: revoked after the claimed signing time, and no
	// timestamp proves that the signature is older than that.
	RevocationRevokedLater Revocation = "revoked-later"
)

// Status is what is known of the revocation of one certificate.
type Status struct {
	Certificate *x509.Certificate
	Revocation  Revocation
	Kind        string    // "crl" or "ocsp"; empty when unknown
	Origin      string    // where it was found: "dss", "cms", "folder", "online"
	Issuer      string    // who signed the CRL or the answer
	ThisUpdate  time.Time // of the CRL or the answer
	NextUpdate  time.Time // zero when not stated
	RevokedAt   time.Time // zero unless revoked
	Reason      string    // RFC 5280 5.3.1, such as "keyCompromise"; empty when not stated

	end int64 // of the data in the file
}
