package dossier

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNoTwoStatusesAreSpelledAlike(t *testing.T) {
	said := map[string]Progress{}
	for _, s := range statuses {
		for _, phrase := range s.phrases {
			plain := Fold(phrase)
			earlier, ok := said[plain]
			assert.True(t, !ok || earlier == s.says, "%q says %s and %s without diacritics", phrase, earlier, s.says)
			said[plain] = s.says
			assert.Equal(t, s.says, statusBook.plain[plain])
		}
	}
}
