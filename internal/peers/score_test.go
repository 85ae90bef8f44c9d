package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ended(integrity, warned answer, found int) result {
	v := silent()
	v.Integrity, v.Warned, v.Remarked, v.Found = integrity, warned, warned, found
	return result{peer: "p", verdict: v, outcome: done}
}

func TestScoreIntegrity(t *testing.T) {
	var s score
	for _, c := range []struct{ want, got answer }{
		{intact, intact}, {broken, broken}, {intact, broken}, {broken, intact}, {intact, unknown}, {unknown, broken},
	} {
		s.add(expectation{signatures: -1, integrity: c.want}, ended(c.got, no, 1), true)
	}
	assert.Equal(t, 2, s.right)
	assert.Equal(t, 2, s.wrong)
	assert.Equal(t, 1, s.undecided)
	assert.Equal(t, 1, s.falseValid)
	assert.Equal(t, 1, s.falseBroken)
	assert.Len(t, s.disagreements, 3)
}

func TestScoreChanges(t *testing.T) {
	var s score
	changed := expectation{signatures: -1, integrity: unknown, changes: "suspicious"}
	s.add(changed, ended(intact, yes, 1), true)
	s.add(changed, ended(broken, no, 1), true)
	s.add(changed, ended(intact, no, 1), true)
	s.add(changed, ended(unknown, no, 1), true)
	assert.Equal(t, []int{4, 2, 1}, []int{s.suspicious, s.flagged, s.fooled})

	fair := expectation{signatures: -1, integrity: unknown, changes: "permitted"}
	s.add(fair, ended(intact, yes, 1), true)
	s.add(fair, ended(intact, no, 1), true)
	assert.Equal(t, []int{2, 1}, []int{s.legitimate, s.accused})

	s.add(fair, result{}, false)
	assert.Equal(t, 1, s.missing)
}

func TestScoreCount(t *testing.T) {
	e := expectation{signatures: 2, timestamps: 1}
	told := func(found, stamps int) verdict {
		v := silent()
		v.Found, v.Timestamps = found, stamps
		return v
	}
	assert.True(t, countRight(e, told(3, 1)))
	assert.False(t, countRight(e, told(3, 0)), "who tells them apart must be right about it")
	assert.False(t, countRight(e, told(2, 0)))
	assert.True(t, countRight(e, told(2, -1)))
	assert.True(t, countRight(e, told(3, -1)))
	assert.False(t, countRight(e, told(1, -1)))
}

func TestReadExpected(t *testing.T) {
	head := "file,n_signatures,n_timestamps,integrity_expected,later_changes_expected,basis\n"
	name := filepath.Join(t.TempDir(), "expected.csv")
	put := func(rows string) {
		require.NoError(t, os.WriteFile(name, []byte(rows), 0o600))
	}
	put(head + "a.pdf,2,1,ok,none,test\nb.pdf,1,0,ok,none,computed\nc.pdf,,,unknown,unknown,test\n")
	rows, err := readExpected(name)
	require.NoError(t, err)
	assert.Equal(t, []expectation{
		{"a.pdf", 2, 1, intact, "none"},
		{"c.pdf", -1, -1, unknown, "unknown"},
	}, rows)

	for _, bad := range []string{"", "file,basis\n", head + "a.pdf,two,0,ok,none,test\n", head + "a.pdf,1,0,fine,none,test\n"} {
		put(bad)
		_, err = readExpected(name)
		assert.ErrorContains(t, err, name, bad)
	}
}

func TestClasses(t *testing.T) {
	name := filepath.Join(t.TempDir(), "truth.csv")
	require.NoError(t, os.WriteFile(name, []byte(`file,class,integrity,coverage,changes,permitted,trusted,passes,removed
a.pdf,shadow,intact,whole-revision,other,,trusted,no,no
b.pdf,shadow,intact,whole-revision,other,,trusted,no,no
c.pdf,root,intact,whole-file,none,none,stranger-root,no,no
d.pdf,twice,intact,whole-revision,form,yes,trusted,,no
d.pdf,twice,intact,whole-file,none,none,trusted,yes,no
e.pdf,SSA,intact,whole-revision,form|other,no,trusted,no,no
e.pdf,SSA,intact,whole-file,none,,self-signed,no,no
f.pdf,SWA,broken|unverifiable,,,,,no,no
g.pdf,ISA,intact,,,,trusted,,yes
h.pdf,EAA,intact,whole-revision,annotation,yes,trusted,,no
i.pdf,EAA,intact,whole-revision,annotation|other,,trusted,,no
j.pdf,time,intact,whole-file,none,none,trusted,no,no
`), 0o600))
	rows, err := readTruth(name)
	require.NoError(t, err)
	assert.Equal(t, []planted{
		{"a.pdf", "shadow", bad}, {"b.pdf", "shadow", bad}, {"c.pdf", "root", untrusted}, {"d.pdf", "twice", harmless},
		{"e.pdf", "SSA", bad}, {"f.pdf", "SWA", bad}, {"g.pdf", "ISA", bad},
		{"h.pdf", "EAA", arguable}, {"i.pdf", "EAA", arguable}, {"j.pdf", "time", arguable},
	}, rows)

	a, b, c, d := ended(intact, yes, 1), ended(intact, no, 1), ended(intact, no, 1), ended(intact, no, 2)
	a.file, b.file, c.file, d.file = "a.pdf", "b.pdf", "c.pdf", "d.pdf"
	c.verdict.Trusted = yes
	var failing tally
	e := ended(intact, no, 1)
	e.verdict.Failed = true
	failing.add(planted{truth: bad}, e, true)
	assert.Equal(t, tally{flagged: 1}, failing, "who rejects the file is not fooled")

	var out bytes.Buffer
	writeClasses(&out, []peer{{name: "p"}}, rows, []result{a, b, c, d})
	for _, want := range []string{"| shadow (2) | 1 / 1 / 0 |", "| root (1) | 0 / 1 / 0 |", "| twice (1) | 0 / 1 / 0 |", "| SSA (1) | 0 / 0 / 1 |", "| all (6) | 1 / 2 / 3 |", "3 more files are arguable", "- b.pdf: p:", "- c.pdf: p:"} {
		assert.Contains(t, out.String(), want)
	}
	assert.NotContains(t, out.String(), "- a.pdf")
	assert.NotContains(t, out.String(), "- d.pdf")
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	_, err := pdfsBelow(dir)
	assert.Error(t, err, "an empty folder measures nothing")
	require.NoError(t, os.Mkdir(filepath.Join(dir, "b"), 0o755))
	for _, name := range []string{"b/z.pdf", "b.PDF", "a.txt"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	files, err := pdfsBelow(dir)
	require.NoError(t, err)
	assert.Equal(t, []string{"b.PDF", "b/z.pdf"}, files)
}
