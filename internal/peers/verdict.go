package main

import "slices"

// answer is what a verifier said to one question.
type answer string

const (
	unknown answer = "unknown" // it said nothing, or nothing that decides
	yes     answer = "yes"
	no      answer = "no"
	intact  answer = "ok"
	broken  answer = "broken"
)

// verdict is the output of a verifier over one file, in words common to all.
type verdict struct {
	// Found counts the signatures reported, document timestamps included;
	// fields that are reported as unsigned do not count.
	Found int `json:"found"`
	// Timestamps are the document timestamps among them; -1 when the verifier
	// does not tell them apart.
	Timestamps int `json:"timestamps"`
	// Integrity is broken when one of the signatures is, ok when all are.
	Integrity answer `json:"integrity"`
	// Warned tells whether the file as a whole is said to have changed after
	// signing: no as soon as one signature is said to cover it.
	Warned answer `json:"warned"`
	// Remarked tells the same when a remark on any one signature counts.
	Remarked answer `json:"remarked"`
	// Trusted is yes when the certificate of every signature is called trusted.
	Trusted answer `json:"trusted"`
	// Failed tells that it rejects a signature for whatever reason, where it has
	// one word for all together.
	Failed bool `json:"failed,omitempty"`
	// Err tells why the file could not be read, in the verifier's words.
	Err string `json:"err,omitempty"`
	// Note is what helps to understand the answers.
	Note string `json:"note,omitempty"`
}

// silent is the verdict of a verifier that said nothing.
func silent() verdict {
	return verdict{Timestamps: -1, Integrity: unknown, Warned: unknown, Remarked: unknown, Trusted: unknown}
}

// worst folds the integrity of the signatures of one file.
func worst(each []answer) answer {
	switch {
	case len(each) == 0:
		return unknown
	case slices.Contains(each, broken):
		return broken
	case slices.Contains(each, unknown):
		return unknown
	}
	return intact
}

// all folds answers of which each must be yes.
func all(each []answer) answer {
	switch {
	case len(each) == 0:
		return unknown
	case slices.Contains(each, no):
		return no
	case slices.Contains(each, unknown):
		return unknown
	}
	return yes
}

// changed folds what is said about the coverage of each signature: yes for a
// signature that does not cover the file. A file is called changed when no
// signature covers it, since the last of several covers the ones before.
func changed(each []answer) (warned, remarked answer) {
	warned, remarked = unknown, unknown
	switch {
	case slices.Contains(each, no):
		warned, remarked = no, no
	case slices.Contains(each, yes):
		warned = yes
	}
	if slices.Contains(each, yes) {
		remarked = yes
	}
	return warned, remarked
}
