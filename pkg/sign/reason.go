package sign

// Code is a stable machine code of a reason; prose is rendered by others.
type Code string

// Reason is one fact behind an answer. Args are for the rendered message.
type Reason struct {
	Code Code
	Args []string
}

// Codes, in the order of the checks. They are only ever added to.
const (
	// File.
	CodeRepaired          Code = "repaired"            // args: repair code, offset
	CodeTooManySignatures Code = "too-many-signatures" // the rest was not looked at; args: limit
	CodeEncrypted         Code = "encrypted"           // names and texts cannot be shown

	// Dictionary and ByteRange (ISO 32000-2 12.8.1).
	CodeDictionaryMalformed  Code = "dictionary-malformed"
	CodeContentsMissing      Code = "contents-missing"
	CodeContentsNotHex       Code = "contents-not-hex"
	CodeByteRangeMissing     Code = "byterange-missing"
	CodeByteRangeMalformed   Code = "byterange-malformed"
	CodeByteRangeOutOfFile   Code = "byterange-out-of-file"
	CodeByteRangeGap         Code = "byterange-gap"          // the gap is not this /Contents token
	CodeObjectInGap          Code = "object-in-gap"          // the gap holds objects of the document
	CodeByteRangeNotRevision Code = "byterange-not-revision" // ends inside a revision
	CodeByteRangeCrossing    Code = "byterange-crossing"     // crosses another signature's ranges
	CodeRevisionUnlinked     Code = "revision-unlinked"      // the signed revision is not part of the current chain
	CodeObjectOutsideRange   Code = "object-outside-range"   // the signed revision points at bytes after it
	CodeDictionaryOverwrite  Code = "dictionary-overwritten" // a later revision replaced the signature dictionary
	CodeSubFilterUnknown     Code = "subfilter-unknown"      // args: name
	CodeSharedBySeveral      Code = "shared-by-several-fields"
	CodeRemoved              Code = "removed"

	// CMS (RFC 5652).
	CodeCMSMalformed         Code = "cms-malformed"        // args: detail
	CodeCMSTrailingData      Code = "cms-trailing-data"    // not zeros
	CodeSignerCount          Code = "signer-count"         // args: number
	CodeEncapsulatedContent  Code = "encapsulated-content" // content where the sub-filter is detached
	CodeContentType          Code = "content-type-mismatch"
	CodeMessageDigestMissing Code = "message-digest-missing"
	CodeDuplicateAttribute   Code = "duplicate-attribute"
	CodeDigestMismatch       Code = "digest-mismatch"
	CodeSignatureInvalid     Code = "signature-invalid"
	CodeDigestUnsupported    Code = "digest-unsupported"    // args: OID
	CodeAlgorithmUnsupported Code = "algorithm-unsupported" // args: OID
	CodeAlgorithmMismatch    Code = "algorithm-mismatch"    // digest of SignerInfo and of the signature algorithm differ
	CodeTooMuchWork          Code = "too-much-work"         // the file brings more to verify than is verified
	CodeAttributesNotDER     Code = "attributes-not-der"    // verified over the raw bytes
	CodeNoSignedAttributes   Code = "no-signed-attributes"
	CodeSignerNotFound       Code = "signer-not-found" // no certificate matches the signer identifier
	CodeSigningCertMissing   Code = "signing-certificate-missing"
	CodeSigningCertMismatch  Code = "signing-certificate-mismatch"
	CodeWeakDigest           Code = "weak-digest" // args: algorithm
	CodeWeakKey              Code = "weak-key"    // args: bits

	// Timestamps (RFC 3161).
	CodeTimestampMalformed Code = "timestamp-malformed"
	CodeTimestampImprint   Code = "timestamp-imprint-mismatch"
	CodeTimestampInvalid   Code = "timestamp-invalid"
	CodeTimestampUntrusted Code = "timestamp-untrusted"
	CodeTimestampUsage     Code = "timestamp-key-usage" // TSA certificate without timeStamping

	// Certificate (RFC 5280).
	CodeNoAnchor        Code = "no-anchor"
	CodeIncompleteChain Code = "incomplete-chain" // args: missing issuer
	CodeStrangerRoot    Code = "stranger-root"    // args: root
	// CodeNameOfAnchor: the path ends at a certificate that bears, or names as its
	// issuer, the name of an anchor whose key has not signed it: an imitation, or
	// a key that the anchor got since. Args: the name.
	CodeNameOfAnchor      Code = "name-of-anchor"
	CodeSelfSigned        Code = "self-signed"
	CodeChainInvalid      Code = "chain-invalid"            // args: detail
	CodeKeyUsage          Code = "key-usage"                // neither digitalSignature nor nonRepudiation
	CodeLegacyLink        Code = "legacy-link"              // a certificate signed with SHA-1; args: subject
	CodeWeakLinkRefused   Code = "weak-link"                // a certificate signed with SHA-1 when that could be forged; args: subject
	CodeExpiredAtSigning  Code = "expired-at-signing"       // args: notAfter
	CodeNotYetValid       Code = "not-yet-valid-at-signing" // args: notBefore
	CodeExpiredToday      Code = "expired-today"            // args: notAfter
	CodeIssuerTerm        Code = "issuer-out-of-term"       // args: subject
	CodeTimeUnproven      Code = "time-unproven"
	CodeTimeMissing       Code = "time-missing"
	CodeTimeInFuture      Code = "time-in-future"      // claimed later than AsOf
	CodeRevocationUnknown Code = "revocation-unknown"  // args: subject
	CodeRevoked           Code = "revoked"             // args: subject, time, reason
	CodeRevokedLater      Code = "revoked-later"       // args: subject, time, reason
	CodeRevocationBad     Code = "revocation-data-bad" // data that could not be used or fetched; args: kind (crl, ocsp, certificate), origin, detail
	CodeExtendedUsage     Code = "extended-key-usage"  // for something else than signing documents; args: usages
	CodeTestCertificate   Code = "test-certificate"    // args: what says so
	CodeTimeSkew          Code = "time-skew"           // claimed and proven time differ; args: seconds
	CodeTimestampOrder    Code = "timestamp-order"     // timestamps contradict one another

	// Later changes (ISO 32000-2 12.8.2).
	CodeChanged               Code = "changed"                 // args: class
	CodeChangeNotPermitted    Code = "change-not-permitted"    // args: class, P
	CodeFieldLocked           Code = "field-locked"            // args: field
	CodeChangeAnalysisLimited Code = "change-analysis-limited" // a limit was met: judged as other
	CodePagesChanged          Code = "pages-changed"
	CodePageContent           Code = "page-content-changed"
	CodeAppearanceReplaced    Code = "appearance-replaced"
	CodeAnnotationAdded       Code = "annotation-added"
	CodeAnnotationChanged     Code = "annotation-changed"
	CodeAnnotationRemoved     Code = "annotation-removed"
	CodeFieldAdded            Code = "field-added"
	CodeFieldRemoved          Code = "field-removed"
	CodeFieldFilled           Code = "field-filled"
	CodeFieldChanged          Code = "field-changed"
	CodeSignatureAdded        Code = "signature-added"
	CodeTimestampAdded        Code = "timestamp-added"
	CodeDSSUpdated            Code = "dss-updated"
	CodeMetadataUpdated       Code = "metadata-updated"
	CodeCatalogUpdated        Code = "catalog-updated"
	CodeStructureUpdated      Code = "structure-updated"
	CodeTrailingData          Code = "trailing-data"           // data behind the last revision
	CodeUnreachable           Code = "unreachable-object"      // added, but nothing leads to it: no change; args: number of objects
	CodeAnnotationOverlap     Code = "annotation-overlap"      // a new annotation lies over an older one; args: page, field of the older one
	CodeAppearanceAdded       Code = "appearance-added"        // a later signature shows something on a page; args: page, field
	CodeAppearanceUnsigned    Code = "appearance-unsigned"     // as if signed, something is shown that no sound signature stands for; args: page, field
	CodeValueNotShown         Code = "value-not-shown"         // a field that was filled in shows something else than its value; args: field
	CodeCertificationOrder    Code = "certification-not-first" // certifies a document that was signed before (ISO 32000-2 12.8.2.2.1)
	// What stands behind the signed bytes may be read differently by others;
	// args: doubt or repair code of package pdf, offset.
	CodeUpdateDoubtful Code = "update-doubtful"
	CodeUnexplained    Code = "unexplained"

	// Ours.
	CodeInternal Code = "internal" // a panic was caught; args: detail
)

func has(rs []Reason, c Code) bool {
	for _, r := range rs {
		if r.Code == c {
			return true
		}
	}
	return false
}
