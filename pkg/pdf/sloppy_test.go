package pdf

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSloppyTokens: what the format does not allow and is read all the same is a
// doubt in an update, in an object or packed in a stream, unless the object had it
// before.
func TestSloppyTokens(t *testing.T) {
	for body, sloppy := range map[string]bool{
		"<</A 1e3>>":             true,
		"[1 0-9]":                true,
		"[0 <</A [4abc]>>]":      true,
		"99999999999999999999":   true,
		"9007199254740993":       true,
		"[+1 0 R]":               true,
		"/A#zz":                  true,
		"/A#4":                   true,
		"<</A#00 1>>":            true,
		"<4z>":                   true,
		"<</A>>":                 true,
		"[1 +2 -3.5 .5 5. 2.50]": false,
		"9007199254740991":       false,
		"/A#20B":                 false,
		"<4 1>":                  false,
		"(\\q \\777)":            false,
	} {
		t.Run(body, func(t *testing.T) {
			packed := fmt.Sprintf("20 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length %d>>\nstream\n6 0 %s\nendstream", len(body)+4, body)
			var w streamFile
			w.revision(plainCatalog, plainPages, "5 0 obj\n"+body, "6 0 obj\n"+body, "7 0 obj\nnull")
			w.revision("7 0 obj\n" + body)
			w.revision("5 0 obj\n"+body, packed, "6 20 0")
			w.revision("7 0 obj\n"+body, "8 0 obj\n[<41> "+body+"]")
			f := w.open(t)
			assert.Equal(t, sloppy, hasDoubt(f, 1, DoubtObject))
			assert.Empty(t, f.Doubts(2), "copied")
			assert.Equal(t, sloppy, hasDoubt(f, 3, DoubtObject))
			w.revision("5 0 obj\nnull", fmt.Sprintf("20 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length %d>>\nstream\n6 0 [%s %s]\nendstream", 2*len(body)+7, body, body), "6 20 0")
			assert.Equal(t, sloppy, hasDoubt(w.open(t), 4, DoubtObject), "once more than before")
		})
	}
}

// TestStreamKeyword: where the data of a stream begins must be beyond doubt.
func TestStreamKeyword(t *testing.T) {
	for eol, sloppy := range map[string]bool{"\n": false, "\r\n": false, "\r": true, " \n": true, "": true} {
		var w streamFile
		w.revision(plainCatalog, plainPages)
		w.revision("5 0 obj\n<</Length 3>>\nstream" + eol + "(a)\nendstream")
		f := w.open(t)
		assert.Equal(t, sloppy, len(f.Doubts(1)) > 0, "%q %v", eol, f.Doubts(1))
	}
}
