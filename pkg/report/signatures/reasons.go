package signatures

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// saidElsewhere reports whether a code only repeats one of the separate answers,
// which have their own lines.
func saidElsewhere(c sign.Code) bool {
	switch c {
	case sign.CodeNoAnchor, sign.CodeTimeUnproven, sign.CodeTimeMissing, sign.CodeRevocationUnknown, sign.CodeChanged,
		sign.CodeRemoved, sign.CodeSelfSigned, sign.CodeAnnotationOverlap, sign.CodeValueNotShown:
		return true
	}
	return false
}

// speaking lists what speaks against a signature, what decided first.
func speaking(s *sign.Signature) []sign.Reason {
	var all []sign.Reason
	for _, r := range s.Reasons {
		// PAdES asks for the binding to the certificate, older formats do not.
		bound := r.Code == sign.CodeSigningCertMissing && s.SubFilter == "ETSI.CAdES.detached"
		failed := r.Code == sign.CodeRevocationBad && (s.Trust == sign.Trusted && s.Revocation == sign.RevocationUnknown ||
			s.Trust == sign.IncompleteChain && len(r.Args) > 0 && r.Args[0] == "certificate")
		if s.Permitted != nil && *s.Permitted && harmless(r.Code) {
			continue
		}
		if !saidElsewhere(r.Code) && (bound || failed || !words.Benign(r.Code)) {
			all = append(all, r)
		}
	}
	decides := deciding[s.Sub]
	slices.SortStableFunc(all, func(a, b sign.Reason) int {
		return cmp.Compare(order(decides, a.Code), order(decides, b.Code))
	})
	return all
}

// harmless tells of changes that speak against nothing where they are permitted.
func harmless(c sign.Code) bool {
	switch c {
	case sign.CodeFieldAdded, sign.CodeFieldChanged, sign.CodeAppearanceReplaced, sign.CodeAnnotationAdded, sign.CodeAnnotationChanged, sign.CodeAnnotationRemoved:
		return true
	}
	return false
}

func order(decides []sign.Code, c sign.Code) int {
	if i := slices.Index(decides, c); i >= 0 {
		return i
	}
	return len(decides)
}

// broken is the reason why a signature is not intact; nil for one that is.
func broken(s *sign.Signature) *sign.Reason {
	if s.Integrity == sign.Intact {
		return nil
	}
	reasons := speaking(s)
	if len(reasons) == 0 {
		return nil
	}
	return &reasons[0]
}

// deciding are the codes that a sub-indication rests on, the gravest first.
var deciding = map[sign.Sub][]sign.Code{
	sign.SubHashFailure:          {sign.CodeDigestMismatch, sign.CodeTimestampImprint, sign.CodeMessageDigestMissing},
	sign.SubSigCryptoFailure:     {sign.CodeSignatureInvalid, sign.CodeAlgorithmMismatch, sign.CodeContentType, sign.CodeDuplicateAttribute},
	sign.SubNoSigningCertificate: {sign.CodeSignerNotFound, sign.CodeSigningCertMismatch},
	sign.SubNoCertificateChain:   {sign.CodeNameOfAnchor, sign.CodeStrangerRoot, sign.CodeIncompleteChain},
	sign.SubChainGeneral:         {sign.CodeChainInvalid},
	sign.SubChainConstraints:     {sign.CodeKeyUsage, sign.CodeExtendedUsage, sign.CodeTimestampUsage},
	sign.SubOutOfBoundsNoPOE:     {sign.CodeExpiredToday, sign.CodeIssuerTerm, sign.CodeTimeInFuture},
	sign.SubNotYetValid:          {sign.CodeNotYetValid},
	sign.SubExpired:              {sign.CodeExpiredAtSigning},
	sign.SubRevoked:              {sign.CodeRevoked},
	sign.SubRevokedNoPOE:         {sign.CodeRevokedLater},
	sign.SubTimestampOrder:       {sign.CodeTimestampOrder},
	sign.SubCryptoConstraints:    {sign.CodeAlgorithmUnsupported, sign.CodeDigestUnsupported, sign.CodeWeakLinkRefused, sign.CodeWeakDigest, sign.CodeWeakKey},
	sign.SubCryptoNoPOE:          {sign.CodeWeakLinkRefused, sign.CodeWeakDigest, sign.CodeWeakKey},
	sign.SubSigConstraints:       {sign.CodeSubFilterUnknown, sign.CodeFieldLocked, sign.CodeChangeNotPermitted},
}
