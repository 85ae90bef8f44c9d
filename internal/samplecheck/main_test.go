package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	table = `dossier,verdict,rules,messages
A,rejected,field/spouse-signature,field/spouse-signature.wife
B,accepted,,
`
	good = `{"results":[
{"dossier":"A","verdict":"rejected","findings":[{"rule":"field/spouse-signature","messageId":"field/spouse-signature.wife"}]},
{"dossier":"B","verdict":"accepted","findings":[]}]}`
)

func TestCompare(t *testing.T) {
	differences := func(report string) []string {
		d, err := compare(strings.NewReader(table), strings.NewReader(report))
		require.NoError(t, err)
		return d
	}
	assert.Empty(t, differences(good))
	assert.Len(t, differences(strings.Replace(good, "signature.wife", "signature.husband", 1)), 1, "the husband in place of the wife")
	assert.Len(t, differences(strings.Replace(good, "accepted", "undetermined", 1)), 1)
	assert.Len(t, differences(strings.Replace(good, `"B"`, `"C"`, 1)), 2)
	assert.Len(t, differences("{}"), 2)
}

func TestCompareRefusesOtherFiles(t *testing.T) {
	for _, c := range [][2]string{{"", good}, {"dossier,verdict,rules\nA,rejected,\n", good}, {table, "Error: no report"}, {table, strings.Replace(good, `"B"`, `"A"`, 1)}} {
		_, err := compare(strings.NewReader(c[0]), strings.NewReader(c[1]))
		assert.Error(t, err, c)
	}
}
