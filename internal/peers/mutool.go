package main

import "strings"

// parseMutool reads the output of mutool sign -v.
//
// "Digest error: Unknown error." is no decision: it stands where the CMS cannot
// be read or its algorithms are not known. A document timestamp is reported as
// "not signed", like an empty field. It cannot be given anchors, so that an error
// of the certificate does not tell who is a stranger.
func parseMutool(stdout, stderr string) verdict {
	v := silent()
	var integrity, changes, trusted []answer
	for line := range strings.Lines(stdout) {
		line = strings.TrimSpace(line)
		last := len(integrity) - 1
		switch {
		case strings.HasPrefix(line, "Verifying signature "):
			integrity, changes, trusted = append(integrity, unknown), append(changes, unknown), append(trusted, unknown)
			continue
		case last < 0:
			continue
		case line == "Signature is not signed.":
			integrity, changes, trusted = integrity[:last], changes[:last], trusted[:last]
			continue
		case line == "The document is unchanged since signing.":
			integrity[last], changes[last] = intact, no
		case line == "The signature is valid but there have been edits since signing.":
			integrity[last], changes[last] = intact, yes
		case line == "Digest error: Signature invalidated by change to document.":
			integrity[last] = broken
		case line == "Certificate is trusted.":
			trusted[last] = yes
		case strings.HasPrefix(line, "Certificate error:"):
			continue
		}
		if !strings.HasPrefix(line, "Distinguished name:") {
			v.Note = join(v.Note, line)
		}
	}
	v.Found, v.Integrity, v.Trusted = len(integrity), worst(integrity), all(trusted)
	v.Warned, v.Remarked = changed(changes)
	if strings.Contains(stderr, "aborting process from uncaught error") {
		v.Err = firstLine(stderr)
	}
	return v
}
