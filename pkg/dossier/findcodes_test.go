package dossier_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
)

func TestFindCodes(t *testing.T) {
	for text, want := range map[string][]string{
		"H20.30-230911-0001":                         {"H20.30-230911-0001"},
		"a H20.30-230911-0001, h20.30-230911-0001 b": {"H20.30-230911-0001"},
		"x=H20.30-230911-0001;y=H20.30-230911-0002":  {"H20.30-230911-0001", "H20.30-230911-0002"},
		"000.16.30.H20-230911-0001":                  {"000.16.30.H20-230911-0001"},
		"30.H20-230911-0001":                         nil,
		"H20.30-230911-0001A":                        nil,
		"XH20.30-230911-0001":                        nil,
		"":                                           nil,
	} {
		var got []string
		for _, c := range dossier.FindCodes(text, dossier.CodeFormats()) {
			got = append(got, c.Text)
		}
		assert.Equal(t, want, got, text)
	}
}
