package main

import "strings"

// parsePdfsig reads the output of pdfsig -nocert in the C locale.
//
// "Unknown Validation Failure" and "not yet been verified" (which it says of
// every document timestamp) are no decision, and neither is "isn't signed or
// corrupted data", which it says where it cannot read the CMS.
func parsePdfsig(stdout, stderr string) verdict {
	v := silent()
	var integrity, changes []answer
	for line := range strings.Lines(stdout) {
		line = strings.TrimSpace(line)
		line = strings.TrimPrefix(line, "- ")
		switch {
		case strings.HasPrefix(line, "Signature #"):
			integrity, changes = append(integrity, unknown), append(changes, unknown)
		case len(integrity) == 0:
		case line == "The signature form field is not signed.":
			integrity, changes = integrity[:len(integrity)-1], changes[:len(changes)-1]
		case line == "Total document signed":
			changes[len(changes)-1] = no
		case line == "Not total document signed":
			changes[len(changes)-1] = yes
		case line == "Signature Validation: Signature is Valid.":
			integrity[len(integrity)-1] = intact
		case line == "Signature Validation: Signature is Invalid.", line == "Signature Validation: Digest Mismatch.":
			integrity[len(integrity)-1] = broken
		}
		if text, ok := strings.CutPrefix(line, "Signature Validation: "); ok {
			v.Note = join(v.Note, text)
		}
	}
	v.Found, v.Integrity = len(integrity), worst(integrity)
	v.Warned, v.Remarked = changed(changes)
	if v.Found == 0 && !strings.Contains(stdout, "does not contain any signatures") && !strings.Contains(stdout, "Signature #") {
		v.Err = firstLine(stderr)
	}
	return v
}
