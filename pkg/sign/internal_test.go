package sign

import (
	"bytes"
	"context"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
)

func TestGuessRole(t *testing.T) {
	attr := func(oid string, v string) pkix.AttributeTypeAndValue {
		id := map[string]asn1.ObjectIdentifier{"UID": {0, 9, 2342, 19200300, 100, 1, 1}, "T": {2, 5, 4, 12}, "CN": {2, 5, 4, 3}}[oid]
		return pkix.AttributeTypeAndValue{Type: id, Value: v}
	}
	for _, c := range []struct {
		cn   string
		more []pkix.AttributeTypeAndValue
		want Role
	}{
		{"Nguyễn Văn An", nil, RolePerson},
		{"NGUYEN VAN AN", nil, RolePerson},
		{"Phó Chi cục Trưởng Trần Văn Bình", nil, RolePerson},
		{"Chủ tịch UBND phường", nil, RolePerson},
		{"ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", nil, RoleAgency},
		{"UBND xã Tân Khánh Đông", nil, RoleAgency},
		{"CỤC THUẾ", nil, RoleAgency},
		{"Uỷ ban nhân dân thành phố", nil, RoleAgency},
		{"Công ty TNHH An Bình", []pkix.AttributeTypeAndValue{attr("UID", "MST:0100000000")}, RoleAgency},
		{"An Bình", []pkix.AttributeTypeAndValue{attr("UID", "MST:0100000000"), attr("UID", "CCCD:001")}, RolePerson},
		{"ABC", []pkix.AttributeTypeAndValue{attr("T", "Giám đốc")}, RolePerson},
		{"Test signer 17", nil, RoleUnknown},
		{"", nil, RoleUnknown},
	} {
		cert := &x509.Certificate{Subject: pkix.Name{CommonName: c.cn, Names: c.more}}
		assert.Equal(t, c.want, guessRole(cert), c.cn)
	}
}

func TestNormaliseBER(t *testing.T) {
	for in, want := range map[string]string{
		"3003020105":            "3003020105",
		"30800201050000":        "3003020105",
		"30818003020105":        "", // length beyond the data
		"308103020105":          "3003020105",
		"30830000030201050000":  "3003020105",
		"2480040161040162 0000": "04026162",
		"2404 2402 0400":        "0400",
		"3080 2480 040161 2480 040162 0000 0000 0000": "3004" + "04026162",
		"a080 3080 0000 0000":                         "a0023000",
		"0400":                                        "0400",
		"0480":                                        "", // indefinite primitive
		"3080":                                        "", // no end
		"30":                                          "",
		"":                                            "",
		"3089ffffffffffffffffff":                      "",
	} {
		b, err := hex.DecodeString(strings.ReplaceAll(in, " ", ""))
		require.NoError(t, err)
		der, _, err := normaliseBER(b)
		if want == "" {
			assert.Error(t, err, in)
			continue
		}
		require.NoError(t, err, in)
		assert.Equal(t, want, hex.EncodeToString(der), in)
	}
	deep := bytes.Repeat([]byte{0x30, 0x80}, 10000)
	_, _, err := normaliseBER(deep)
	assert.ErrorIs(t, err, errBER)
	_, rest, err := normaliseBER([]byte{0x30, 0x00, 0, 0, 0})
	require.NoError(t, err)
	assert.Len(t, rest, 3)
}

// TestDigests: one pass gives the same sums as hashing each job for itself.
func TestDigests(t *testing.T) {
	data := make([]byte, 700_000)
	for i := range data {
		data[i] = byte(i * 7)
	}
	var jobs []*digestJob
	for i, s := range [][]pdf.Span{
		{{Start: 0, End: 100}, {Start: 200, End: 300}},
		{{Start: 0, End: 300_000}, {Start: 310_000, End: 700_000}},
		{{Start: 0, End: 300_000}, {Start: 310_000, End: 600_000}},
		{{Start: 0, End: 100}, {Start: 100, End: 300}},
		{{Start: 50, End: 100}, {Start: 200, End: 400_000}},
		{{Start: 0, End: 500}, {Start: 100, End: 300}}, // overlapping
		{{Start: 0, End: 0}, {Start: 0, End: 0}},
		{{Start: 0, End: 700_000}},
		{{Start: 0, End: 10}, {Start: 20, End: 30}, {Start: 40, End: 50}},
	} {
		jobs = append(jobs, &digestJob{hash: crypto.SHA256, spans: s})
		if i%2 == 0 {
			jobs = append(jobs, &digestJob{hash: crypto.SHA3_512, spans: s})
		}
	}
	require.NoError(t, digests(context.Background(), bytes.NewReader(data), jobs))
	for i, j := range jobs {
		w := j.hash.New()
		for _, s := range j.spans {
			w.Write(data[s.Start:s.End])
		}
		assert.Equal(t, w.Sum(nil), j.sum, "job %d %v", i, j.spans)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	assert.ErrorIs(t, digests(ctx, bytes.NewReader(data), jobs), context.Canceled)
	assert.Error(t, digests(context.Background(), bytes.NewReader(data[:100]), jobs))
	assert.Equal(t, sha256.Size, len(jobs[0].sum))
}

func TestParseDate(t *testing.T) {
	zone := time.FixedZone("", 7*3600)
	for in, want := range map[string]time.Time{
		"D:20230911083000+07'00'": time.Date(2023, 9, 11, 8, 30, 0, 0, zone),
		"D:20230911083000+07'00":  time.Date(2023, 9, 11, 8, 30, 0, 0, zone),
		"20230911083000+0700":     time.Date(2023, 9, 11, 8, 30, 0, 0, zone),
		"D:20230911013000Z":       time.Date(2023, 9, 11, 8, 30, 0, 0, zone),
		"D:20230911013000":        time.Date(2023, 9, 11, 8, 30, 0, 0, zone),
		"D:20230911":              time.Date(2023, 9, 11, 0, 0, 0, 0, time.UTC),
		"D:2023091":               {},
		"11/09/2023":              {},
		"":                        {},
	} {
		assert.True(t, want.Equal(parseDate(in)), "%s: %v", in, parseDate(in))
	}
}

func TestCrossing(t *testing.T) {
	sig := func(br ...int64) Signature { return Signature{ByteRange: br, Coverage: WholeRevision} }
	nested := []Signature{sig(0, 10, 20, 30), sig(0, 60, 70, 30)}
	crossing(nested)
	assert.Equal(t, WholeRevision, nested[0].Coverage)
	crossed := []Signature{sig(0, 10, 20, 30), sig(0, 40, 60, 30)}
	crossing(crossed)
	assert.Equal(t, Incoherent, crossed[0].Coverage)
	assert.True(t, crossed[0].Has(CodeByteRangeCrossing))
}
