package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A caption is one in whatever language it says the same again.
func TestCaptionsInTwoLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"CHỦ TỊCH / CHAIRMAN":                     OfficialSignature,
		"CHỦ TỊCH Í CHAIRMAN":                     OfficialSignature, // as it is read
		"CHỦ TỊCH/CHAIRMAN":                       OfficialSignature,
		"TM. UBND - CHỦ TỊCH":                     OfficialSignature,
		"Chữ ký của người vợ / Unterschrift":      WifeSignature,
		"Unterschrift / Chữ ký của người chồng":   HusbandSignature,
		"Vợ / Ehefrau":                            WifeSignature,
		"Người vợ / Người chồng":                  "",
		"Nơi nhận / Chairman":                     "",
		"- Chủ tịch Ủy ban nhân dân phường - Lưu": "",
	} {
		p := tell(t, "ket_hon").say(text, 100, 200)
		p.l.assign()
		got := ""
		for _, b := range p.l.blocks {
			assert.Empty(t, got, text)
			got = b.field.Key
			assert.InDelta(t, 100, b.middle(), 1, "%s: the middle of the line", text)
		}
		assert.Equal(t, want, got, text)
	}
}
