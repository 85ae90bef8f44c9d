package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/form"
)

// Forms are looked for where a rule on fields may ask for them.
func TestMayHaveForm(t *testing.T) {
	of := func(code string, forms ...*form.Form) bool {
		return (&Dossier{Dossier: &dossier.Dossier{Procedure: code}, Forms: forms}).MayHaveForm()
	}
	assert.True(t, of("1.000894", &form.Form{}), "a form is expected")
	assert.True(t, of("9.999999"), "nobody knows what it ends with")
	assert.True(t, of(""))
	assert.False(t, of("2.000815"), "certified copies have any form")
}
