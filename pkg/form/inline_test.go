package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A caption in brackets at the end of a sentence that says one signs has its place under the sentence,
// and at the end of another line of text under itself.
func TestCaptionEndsASentence(t *testing.T) {
	for before, want := range map[string]float64{
		"Tôi đã đọc lại, công nhận là đúng và ký tên": 55,
		"Người khai cam đoan như đã nêu trên đây":     82,
	} {
		p := tell(t, "ket_hon").say("Chồng", 150, 150).say(official, 105, 220)
		whole := lineAt(before+" (vợ)", 80-usualWidth(before), 150)
		n := len(whole.words) - 1
		p.l.script.said = append(p.l.script.said, whole)
		for _, words := range [][]word{whole.words[:n], whole.words[n:]} { // as they are parted before a bracket
			p.l.script.keep(phrase{words: words})
		}
		got := p.places()
		require.Contains(t, got, WifeSignature)
		assert.InDelta(t, want, got[WifeSignature].X+got[WifeSignature].W/2, 12, before)
	}
}
