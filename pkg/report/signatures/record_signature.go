package signatures

import (
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"time"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

type signatureRecord struct {
	Field         string             `json:"field"`
	Fields        []string           `json:"fields"`
	Kind          sign.Kind          `json:"kind"`
	Revision      *int               `json:"revision"`
	Removed       bool               `json:"removed"`
	SubFilter     string             `json:"subFilter"`
	ByteRange     []int64            `json:"byteRange"`
	Integrity     sign.Integrity     `json:"integrity"`
	Coverage      sign.Coverage      `json:"coverage"`
	Changes       sign.Changes       `json:"changes"`
	Permitted     *bool              `json:"permitted"`
	Indication    sign.Indication    `json:"indication"`
	SubIndication sign.Sub           `json:"subIndication"`
	Signer        string             `json:"signer"`
	Role          sign.Role          `json:"role"`
	ClaimedTime   *string            `json:"claimedTime"`
	ClaimedBy     string             `json:"claimedBy"`
	ProvenTime    *string            `json:"provenTime"`
	SkewSeconds   *int64             `json:"skewSeconds"`
	Page          *int               `json:"page"`
	Box           any                `json:"box"`
	Reasons       []sign.Code        `json:"reasons"`
	Explanations  []explainedRecord  `json:"explanations"`
	ChangeList    []changeRecord     `json:"changeList"`
	Trust         sign.TrustState    `json:"trust"`
	Term          sign.Term          `json:"term"`
	Anchor        *anchorRecord      `json:"anchor"`
	Revocation    sign.Revocation    `json:"revocation"`
	Statuses      []statusRecord     `json:"statuses"`
	Certificate   *certificateRecord `json:"certificate"`
	Timestamp     *timestampRecord   `json:"timestamp"`
	Level         string             `json:"level"`
	Digest        string             `json:"digest"`
	Algorithm     string             `json:"algorithm"`
	KeyBits       *int               `json:"keyBits"`
	DocMDP        *int               `json:"docMDP"`
	Claims        claimsRecord       `json:"claims"`
	Appearance    *appearanceRecord  `json:"appearance"`
}

type changeRecord struct {
	Revision int          `json:"revision"`
	Object   *int         `json:"object"`
	Action   sign.Action  `json:"action"`
	Class    sign.Changes `json:"class"`
	Code     sign.Code    `json:"code"`
	Page     *int         `json:"page"`
	Field    string       `json:"field"`
	Detail   string       `json:"detail"`
	Text     string       `json:"text"`
}

type anchorRecord struct {
	Name     string      `json:"name"`
	Subject  string      `json:"subject"`
	SHA256   string      `json:"sha256"`
	Origin   sign.Origin `json:"origin"`
	Source   string      `json:"source"`
	NotAfter *string     `json:"notAfter"`
}

type statusRecord struct {
	Subject    string          `json:"subject"`
	Revocation sign.Revocation `json:"revocation"`
	Kind       string          `json:"kind"`
	Origin     string          `json:"origin"`
	Issuer     string          `json:"issuer"`
	ThisUpdate *string         `json:"thisUpdate"`
	NextUpdate *string         `json:"nextUpdate"`
	RevokedAt  *string         `json:"revokedAt"`
	Reason     string          `json:"reason"`
}

type certificateRecord struct {
	Subject   string  `json:"subject"`
	Issuer    string  `json:"issuer"`
	Serial    string  `json:"serial"`
	SHA256    string  `json:"sha256"`
	NotBefore *string `json:"notBefore"`
	NotAfter  *string `json:"notAfter"`
}

type timestampRecord struct {
	Time         *string           `json:"time"`
	Integrity    sign.Integrity    `json:"integrity"`
	Trust        sign.TrustState   `json:"trust"`
	Authority    string            `json:"authority"`
	Reasons      []sign.Code       `json:"reasons"`
	Explanations []explainedRecord `json:"explanations"`
}

type claimsRecord struct {
	Name     string `json:"name"`
	Reason   string `json:"reason"`
	Location string `json:"location"`
	Contact  string `json:"contact"`
}

type appearanceRecord struct {
	Text   string `json:"text"`
	Images int    `json:"images"`
	Unread bool   `json:"unread"`
}

func recordSignature(s *sign.Signature, lang msg.Lang) signatureRecord {
	r := signatureRecord{
		Field: s.Field, Fields: append([]string{}, s.Fields...), Kind: s.Kind, Revision: positive(s.Revision), Removed: s.Removed,
		SubFilter: s.SubFilter, ByteRange: append([]int64{}, s.ByteRange...),
		Integrity: s.Integrity, Coverage: s.Coverage, Changes: s.Changes, Permitted: s.Permitted,
		Indication: s.Indication, SubIndication: s.Sub, Signer: signerName(s.Signer), Role: s.Role,
		ClaimedTime: recordTime(s.Claimed), ClaimedBy: s.ClaimedBy, ProvenTime: recordTime(s.Proven),
		Page: positive(s.Page), Box: recordBox(s.Box),
		Reasons: codesOf(s.Reasons), Explanations: recordReasons(s.Kind, s.Reasons, lang),
		ChangeList: []changeRecord{}, Trust: s.Trust, Term: s.Term, Revocation: s.Revocation, Statuses: []statusRecord{},
		Certificate: recordCertificate(s.Signer), Level: s.Level, Digest: s.Digest, Algorithm: s.Algorithm,
		KeyBits: positive(s.KeyBits), DocMDP: positive(s.DocMDP), Claims: claimsRecord{s.Name, s.Reason, s.Location, s.ContactInfo},
	}
	if len(r.Fields) == 0 {
		r.Fields = []string{s.Field}
	}
	if !s.Claimed.IsZero() && !s.Proven.IsZero() {
		skew := int64(s.Skew / time.Second)
		r.SkewSeconds = &skew
	}
	for i := range s.ChangeList {
		c := &s.ChangeList[i]
		r.ChangeList = append(r.ChangeList, changeRecord{
			c.Revision, positive(c.Object), c.Action, c.Class, c.Code, positive(c.Page), c.Field, c.Detail, changeText(c).In(lang),
		})
	}
	if a := s.Anchor; a != nil {
		r.Anchor = &anchorRecord{a.Name, a.SubjectString(), hex.EncodeToString(a.SHA256[:]), a.Origin, a.Source, recordTime(a.NotAfter)}
	}
	for _, st := range s.Statuses {
		subject := ""
		if st.Certificate != nil {
			subject = sign.DistinguishedName(st.Certificate.Subject)
		}
		r.Statuses = append(r.Statuses, statusRecord{
			subject, st.Revocation, st.Kind, st.Origin, st.Issuer, recordTime(st.ThisUpdate), recordTime(st.NextUpdate), recordTime(st.RevokedAt), st.Reason,
		})
	}
	if t := s.Timestamp; t != nil {
		r.Timestamp = &timestampRecord{recordTime(t.Time), t.Integrity, t.Trust, signerName(t.Authority), codesOf(t.Reasons), recordReasons(sign.KindTimestamp, t.Reasons, lang)}
	}
	if a := s.Appearance; a != nil {
		r.Appearance = &appearanceRecord{a.Text, a.Images, a.Unread}
	}
	return r
}

func recordCertificate(c *x509.Certificate) *certificateRecord {
	if c == nil {
		return nil
	}
	sum := sha256.Sum256(c.Raw)
	return &certificateRecord{
		sign.DistinguishedName(c.Subject), sign.DistinguishedName(c.Issuer), serial(c), hex.EncodeToString(sum[:]), recordTime(c.NotBefore), recordTime(c.NotAfter),
	}
}
