package config_test

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

func problems(t *testing.T, src string) []config.Problem {
	t.Helper()
	_, err := config.Parse("tthclint.yaml", []byte(src))
	var e *config.Error
	require.True(t, errors.As(err, &e), "%s: %v", src, err)
	return e.Problems
}

func TestEverythingWrongIsToldAtOnce(t *testing.T) {
	all := problems(t, `
severites: {sign/one-layer: error}
layers: 3
agency:
  name: 12
  aliases:
    - name: A
      from: 2025-07-01
      to: 2025-06-30
    - nane: B
severities:
  sign/onelayer: error
  sign/missing: erorr
rules:
  skip: [scan/skew, sing, scan/skew]
fail_on:
officials:
  - name: X
    from: 01/07/2025
jobs: "4"
jobs: 4
targets: {usable: 120}
`)
	var got []string
	for _, p := range all {
		got = append(got, p.Text("f").In(msg.English)+" | "+p.Remedy.In(msg.English))
		assert.NotEmpty(t, p.Excerpt)
		assert.NotContains(t, p.Text("f").In(msg.Vietnamese)+p.Remedy.In(msg.Vietnamese), "{")
	}
	want := []string{
		"line 2, column 1: there is no key «severites».|Did you mean «severities»?",
		"line 3, column 9: this must be a whole number from 1 to 2.|",
		"line 5, column 9: this must be a text; «12» is taken for a number|Put it into double quotes: \"12\"",
		"line 9, column 11: the last day («to») is before the first («from»).|",
		"line 10, column 7: there is no key «nane».|Did you mean «name»?",
		"line 10, column 7: the key «name» is missing.|",
		"line 12, column 3: there is no rule «sign/onelayer».|Did you mean «sign/one-layer»?",
		"line 13, column 17: «erorr» cannot stand here.|Did you mean «error»?",
		"line 15, column 21: there is no rule «sing».|Did you mean «sign»?",
		"line 15, column 27: «scan/skew» stands in line 15 already.|",
		"line 16, column 1: the key «fail_on» has no value.|",
		"line 19, column 11: the date «01/07/2025» must be written as year-month-day.|Write 2025-07-01",
		"line 20, column 7: this must be a whole number from 1 to 64.|without quotes",
		"line 21, column 1: the key «jobs» stands in line 20 already.|",
		"line 22, column 19: this must be a percentage from 0 to 100.|",
	}
	require.Len(t, got, len(want), strings.Join(got, "\n"))
	for i, w := range want {
		what, remedy, _ := strings.Cut(w, "|")
		assert.Contains(t, got[i], what)
		assert.Contains(t, got[i], remedy)
	}
	assert.Equal(t, "severites: {sign/one-layer: error}", all[0].Excerpt)
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for src, want := range map[string]string{
		"a: [":                           "f, line 1, column 4: this is not valid YAML",
		"layers: 2\n\tjobs: 1":           "f, line 2, column 1: this is not valid YAML",
		"layers: &a 2":                   "f, line 1, column 9: the signs",
		"layers: 2\n---\njobs: 1":        "more than one YAML document",
		"\xff\xfel\x00":                  "f: the file is not in UTF-8.",
		strings.Repeat("# x\n", 100<<10): "f: the file is larger than 256 KiB.",
		"- layers":                       "this must be keys with values",
		"rules: {only: []}":              "", // empty is all
		"rules: {skip: [result, pdf, sign, scan, field, flow]}": "no rule is left to run",
		"trust: {only: true}":        "«only» needs certificates",
		"procedures: [{code: '12'}]": "«12» is no code of a procedure",
		"procedures: [{code: '1.000894'}, {code: '1.000894', since: 2025-01-01}]":              "the procedure 1.000894 stands in line 1 already",
		"officials: [{name: X, certificate: {serial: xyz}}]":                                   "no serial number",
		"register: {headers: {received: [Ngày], due: [ngay]}}":                                 "the header «ngay» stands for «received» already",
		"register: {headers: {recieved: [Ngày]}}":                                              "there is no kind of column «recieved»",
		"register: {pinned: [{columns: [{column: A, field: due}]}]}":                           "no column with the dossier code",
		"register: {pinned: [{columns: [{column: '1', field: code}]}]}":                        "«1» is no column",
		"register: {pinned: [{columns: [{column: A, field: code}, {column: a, field: due}]}]}": "column A stands in line 1 already",
	} {
		_, err := config.Parse("f", []byte(src))
		if want == "" {
			assert.NoError(t, err, src)
			continue
		}
		assert.ErrorContains(t, err, want, "%.40s", src)
	}
}

func TestEmptyFileChangesNothing(t *testing.T) {
	c, err := config.Parse("f", []byte("# nothing\n"))
	require.NoError(t, err)
	o := check.Options{Rules: []string{"sign"}, Jobs: 3}
	require.NoError(t, c.Apply(&o))
	assert.Equal(t, []string{"sign"}, o.Rules)
	assert.Equal(t, 3, o.Jobs)
	assert.False(t, o.TwoLayer)
	assert.Nil(t, o.RoleOf)
	assert.Empty(t, o.Severities)
	assert.Equal(t, "f", o.Config.File)
	assert.Len(t, o.Config.SHA256, 64)
	assert.Empty(t, o.Config.Skipped)
}

func TestApply(t *testing.T) {
	c, err := config.Parse("f", []byte(`
layers: 2
severities: {scan/skew: info}
rules: {only: [sign], skip: [sign/weak]}
jobs: 2
register:
  headers: {received: [Ngày vào sổ]}
  pinned:
    - header: 2
      columns: [{column: AB, field: code, header: Số hồ sơ}]
`))
	require.NoError(t, err)
	var o check.Options
	require.NoError(t, c.Apply(&o))
	assert.True(t, o.TwoLayer)
	assert.Equal(t, map[string]lint.Severity{"scan/skew": lint.Info}, o.Severities)
	assert.Contains(t, o.Rules, "sign/missing")
	assert.NotContains(t, o.Rules, "sign/weak")
	assert.NotContains(t, o.Rules, "scan/skew")
	assert.Contains(t, o.Config.Skipped, "sign/weak")
	assert.Equal(t, 2, o.Jobs)
	require.Len(t, o.Pinned, 1)
	assert.Equal(t, 28, o.Pinned[0].Columns[0].Number)
	assert.Equal(t, "AB", config.ColumnName(28))
	assert.Contains(t, o.Aliases.Headers[dossier.FieldReceived], "Ngày vào sổ")
	assert.Contains(t, o.Aliases.Headers[dossier.FieldReceived], "Ngày tiếp nhận")
}

func TestRolesOfTheAgencyAndItsOfficials(t *testing.T) {
	c, err := config.Parse("f", []byte(`
agency: {name: "UBND phường Sa Đéc, tỉnh Đồng Tháp", aliases: [{name: Trung tâm số 5}]}
officials: [{name: Trần Thị Ví Dụ, title: Chủ tịch}, {name: X, certificate: {serial: "00 54:01"}}]
`))
	require.NoError(t, err)
	var o check.Options
	require.NoError(t, c.Apply(&o))
	role := func(name string, serial int64) sign.Role {
		return o.RoleOf(&x509.Certificate{Subject: pkix.Name{CommonName: name}, SerialNumber: big.NewInt(serial)})
	}
	assert.Equal(t, sign.RolePerson, role("Chủ tịch Trần Thị Ví Dụ", 1))
	assert.Equal(t, sign.RolePerson, role("ABC", 0x5401))
	assert.Equal(t, sign.RoleAgency, role("TRUNG TÂM SỐ 5", 1))
	assert.Equal(t, sign.RoleAgency, role("ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", 1))
	assert.Equal(t, sign.RoleUnknown, role("Ai Đó", 1))
	assert.Equal(t, sign.RoleUnknown, o.RoleOf(&x509.Certificate{}))
	require.Len(t, o.Agency.Names, 2)
	assert.Equal(t, "5401", o.Agency.Officials[1].Serial)
}

func TestPeriodsIncludeTheirLastDay(t *testing.T) {
	c, err := config.Parse("f", []byte("agency: {name: A, aliases: [{name: B, from: 2021-01-01, to: 2025-06-30}]}\n"))
	require.NoError(t, err)
	in := c.Agency.Aliases[0].In
	assert.True(t, in.Contains(law.Date(2025, 7, 1).Add(-1)))
	assert.False(t, in.Contains(law.Date(2025, 7, 1)))
	assert.Equal(t, 1, c.Line("agency.aliases"))
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(config.Sample()))
	f.Add([]byte(uncommented()))
	for _, src := range []string{"layers: 2", "severities: {a: b}", "register: {pinned: [{columns: [{column: A, field: code}]}]}", "trust: {only: true}", "\ufeffjobs: 1\r\n"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		c, err := config.Parse("f", src)
		if err == nil {
			var o check.Options
			require.NoError(t, c.Apply(&o))
			return
		}
		var e *config.Error
		require.ErrorAs(t, err, &e)
		for _, p := range e.Problems {
			assert.NotEmpty(t, p.Text("f").In(msg.Vietnamese))
			assert.NotEmpty(t, p.Remedy.In(msg.Vietnamese))
		}
	})
}
