package words

import "github.com/tthclint/tthclint/pkg/sign"

// Benign tells whether a reason is only a remark, which by itself speaks against
// no signature.
func Benign(code sign.Code) bool { return benign[code] }

var benign = map[sign.Code]bool{
	sign.CodeRepaired: true, sign.CodeEncrypted: true, sign.CodeSharedBySeveral: true, sign.CodeRemoved: true,
	sign.CodeAttributesNotDER: true, sign.CodeNoSignedAttributes: true, sign.CodeSigningCertMissing: true,
	sign.CodeLegacyLink: true, sign.CodeTimeUnproven: true, sign.CodeTimeMissing: true, sign.CodeTimeSkew: true,
	sign.CodeRevocationUnknown: true, sign.CodeRevocationBad: true, sign.CodeTestCertificate: true,
	sign.CodeUnreachable: true, sign.CodeAnnotationOverlap: true, sign.CodeAppearanceAdded: true, sign.CodeValueNotShown: true, sign.CodeCertificationOrder: true,
	sign.CodeSignatureAdded: true, sign.CodeTimestampAdded: true, sign.CodeDSSUpdated: true, sign.CodeMetadataUpdated: true,
	sign.CodeChanged: true, sign.CodeFieldFilled: true, sign.CodeCatalogUpdated: true, sign.CodeStructureUpdated: true,
}
