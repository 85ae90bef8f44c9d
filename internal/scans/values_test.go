package scans

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEveryFormInEveryLayout draws each once: it is what it says, and what is
// filled in lies on the page.
func TestEveryFormInEveryLayout(t *testing.T) {
	for _, form := range Forms() {
		for _, layout := range slices.Concat(LayoutsOf(form, false), LayoutsOf(form, true)) {
			_, truth, err := Draw(Spec{Seed: 8, Form: form, Layout: layout, DPI: 40, Mixed: true, Blanks: 0.3})
			require.NoError(t, err, "%s %s", form, layout)
			assert.Equal(t, form, truth.Form)
			assert.Contains(t, truth.Layout, layout)
			if form != Other && form != MarriageApplication {
				assert.NotEmpty(t, truth.Values, "%s %s", form, layout)
			}
			w, h := float64(truth.W)*25.4/40, float64(truth.H)*25.4/40
			for key, v := range truth.Values {
				at := truth.shown(v.Box)
				assert.True(t, at[0] > 0 && at[1] > 0 && at[2] > 1 && at[3] > 1 && at[0]+at[2] < w && at[1]+at[3] < h, "%s %s: %s at %v", form, layout, key, at)
				assert.Equal(t, v.Filled, v.Text != "", "%s %s: %s", form, layout, key)
			}
		}
	}
}

// TestBlankValues leaves what is asked for blank, and nothing else changes.
func TestBlankValues(t *testing.T) {
	s := Spec{Seed: 5, Form: DeathExtract, Layout: "a4p", DPI: 40}
	_, whole, err := Draw(s)
	require.NoError(t, err)
	s.Blank = []string{"person_name", "number"}
	_, lacking, err := Draw(s)
	require.NoError(t, err)
	for key, v := range whole.Values {
		assert.True(t, v.Filled, key)
		if slices.Contains(s.Blank, key) {
			assert.False(t, lacking.Values[key].Filled, key)
			assert.Empty(t, lacking.Values[key].Text, key)
		} else {
			assert.Equal(t, v.Text, lacking.Values[key].Text, key)
		}
	}
}

// TestShownBoxes turns boxes with the page.
func TestShownBoxes(t *testing.T) {
	truth := Truth{DPI: 254, W: 1000, H: 2000}
	q := Quad{{100, 200}, {300, 200}, {300, 250}, {100, 250}}
	for turn, want := range map[int][4]float64{0: {10, 20, 20, 5}, 90: {175, 10, 5, 20}, 180: {70, 175, 20, 5}, 270: {20, 70, 5, 20}} {
		truth.RotateMeta = turn
		assert.InDeltaSlice(t, want[:], func() []float64 { v := truth.shown(q); return v[:] }(), 1e-9, "%d", turn)
	}
}

func TestControlSlipRows(t *testing.T) {
	_, truth, err := Draw(Spec{Seed: 3, Form: ControlSlip, Layout: "a4l-once", DPI: 40, Blank: []string{"handed_over_on1"}})
	require.NoError(t, err)
	assert.False(t, truth.Values["handed_over_on1"].Filled)
	assert.Contains(t, truth.State, "giao1")
	assert.Contains(t, truth.State, "nhan1")
	assert.Contains(t, truth.Values, "dossier_code")
}
