package sign

// indicate folds the separate answers into an indication of EN 319 102-1. The
// first answer that speaks against the signature decides, in the order of
// clause 5.3: format, integrity, identification, certificate, time.
//
// Three decisions are ours: an unexplained change is never TOTAL_PASSED, where
// the DSS demonstrator only warns; an unknown revocation status does not keep a
// signature from passing, since it has an axis of its own that a profile can ask
// for; and a claimed signing time after the revocation or the end of the term
// speaks against the signer, who claimed it.
func (s *Signature) indicate() (Indication, Sub) {
	switch {
	case s.Has(CodeInternal), s.Has(CodeDictionaryMalformed), s.Has(CodeContentsMissing), s.Has(CodeContentsNotHex),
		s.Has(CodeByteRangeMissing), s.Has(CodeCMSMalformed), s.Has(CodeSignerCount), s.Has(CodeEncapsulatedContent):
		return TotalFailed, SubFormatFailure
	case s.Coverage == Incoherent, s.Coverage == Partial:
		return TotalFailed, SubFormatFailure
	case s.Has(CodeDigestMismatch), s.Has(CodeTimestampImprint), s.Has(CodeMessageDigestMissing):
		return TotalFailed, SubHashFailure
	case s.Integrity == Broken:
		return TotalFailed, SubSigCryptoFailure
	case s.Has(CodeDictionaryOverwrite), s.Has(CodePagesChanged):
		return TotalFailed, SubFormatFailure
	case s.Signer == nil, s.Has(CodeSigningCertMismatch):
		return Indeterminate, SubNoSigningCertificate
	case s.Integrity == Unverifiable:
		return Indeterminate, SubCryptoConstraints
	case s.Has(CodeSubFilterUnknown), s.Changes == ChangesOther, s.Permitted != nil && !*s.Permitted:
		return Indeterminate, SubSigConstraints
	}
	switch s.Trust {
	case Trusted:
	case ChainInvalid:
		return Indeterminate, SubChainGeneral
	default:
		return Indeterminate, SubNoCertificateChain
	}
	switch {
	case s.Has(CodeKeyUsage), s.Has(CodeExtendedUsage), s.Has(CodeTimestampUsage):
		return Indeterminate, SubChainConstraints
	case s.Revocation == RevocationRevoked:
		return TotalFailed, SubRevoked
	case s.Term == TermBefore:
		return TotalFailed, SubNotYetValid
	case s.Term == TermAfter:
		return TotalFailed, SubExpired
	case s.Has(CodeIssuerTerm), s.Term == TermExpiredToday, s.Term == TermUnknown:
		return Indeterminate, SubOutOfBoundsNoPOE
	case s.Revocation == RevocationRevokedLater:
		return Indeterminate, SubRevokedNoPOE
	case s.Has(CodeTimestampOrder):
		return Indeterminate, SubTimestampOrder
	}
	if sub, weak := s.weak(); weak {
		return Indeterminate, sub
	}
	return TotalPassed, SubNone
}
