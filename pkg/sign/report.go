package sign

import (
	"crypto/x509"
	"time"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// Report is what [Validate] found in one file.
type Report struct {
	// Signatures are the signatures and document timestamps of all revisions,
	// in the order of the end of their ByteRange. Nothing is dropped: one that
	// cannot be parsed is here as [Unverifiable] or [Broken] with its reason,
	// one that a later revision removed is here with Removed set.
	Signatures []Signature
	// UnsignedFields are signature fields without a value in the last revision.
	UnsignedFields []UnsignedField
	// Revisions is the number of revisions (incremental updates plus one).
	Revisions int
	// Pages is the number of pages of the last revision.
	Pages int
	// Encrypted tells that the file has an /Encrypt dictionary. One that the
	// empty user password does not open is judged as far as it can be read;
	// where no signature can be, [Validate] returns [pdf.ErrEncrypted].
	Encrypted bool
	// Marks are pictures that look like a signature or a seal and are none.
	Marks []Mark
	// Reasons are facts about the file as a whole, such as repairs the reader made.
	Reasons []Reason
}

// Passed tells whether the last revision holds a signature of a person or an
// agency, and every signature and document timestamp that it holds passed.
func (r *Report) Passed() bool {
	signed := false
	for i := range r.Signatures {
		s := &r.Signatures[i]
		if s.Removed {
			continue
		}
		if s.Indication != TotalPassed {
			return false
		}
		signed = signed || s.Kind == KindSignature
	}
	return signed && !has(r.Reasons, CodeTooManySignatures)
}

// UnsignedField is a signature field that nobody has signed.
type UnsignedField struct {
	Field string  // qualified name
	Page  int     // from 1; 0 when it has no widget on a page
	Box   pdf.Box // mm from the top left of the displayed page
}

// Mark is a picture or text laid over a page of the last revision that a reader
// may take for a signature, though nobody signed: a stamp, ink or free-text
// annotation, or the appearance of a signature field without a value.
type Mark struct {
	Kind string // "stamp", "ink", "free-text", "field"
	Page int    // from 1
	Box  pdf.Box
	Text string // what it shows, where that can be read
}

// Signature is one signature with its separate answers.
type Signature struct {
	Field     string    // qualified name of the (first) signature field
	Fields    []string  // all fields that hold this signature, when more than one
	Kind      Kind      // signature or document timestamp
	Revision  int       // from 1: the revision the signed ranges end in; 0 when they end in none
	SubFilter string    // as written, without the slash
	ByteRange []int64   // as written
	Removed   bool      // the last revision no longer holds it
	Integrity Integrity // signed bytes and CMS agree
	Coverage  Coverage  // what the ByteRange covers
	Changes   Changes   // worst class of what came after
	// Permitted tells whether Changes stays within what DocMDP, FieldMDP and
	// field locks allow, and [Options.Permit]; without any of them LTA updates,
	// form filling and further signatures are allowed. nil when nothing changed or it cannot be told.
	Permitted *bool
	// ChangeList names the changed objects, worst class first, at most [Limits.Changes].
	ChangeList []Change

	Indication Indication // EN 319 102-1 clause 5
	Sub        Sub        // sub-indication, empty for [TotalPassed]

	Signer       *x509.Certificate   // certificate that the CMS names as the signer's; nil when not found
	Certificates []*x509.Certificate // certificates embedded in the CMS; intermediates at most, never anchors
	Path         []*x509.Certificate // signer first, anchor (or last found issuer) last
	Role         Role                // who the certificate stands for
	Trust        TrustState          // where the signer's chain leads
	Term         Term                // the chain's validity at the signing time
	Anchor       *Anchor             // where the path ends; nil unless Trusted
	Revocation   Revocation          // status of the path at the signing time, the worst of Statuses
	Statuses     []Status            // status of each certificate below the anchor, signer first
	Digest       string              // digest algorithm, such as "SHA-256"
	Algorithm    string              // signature algorithm, such as "RSA", "RSA-PSS", "ECDSA", "Ed25519"
	KeyBits      int                 // size of the signer's key

	Claimed   time.Time  // signing-time attribute, else /M; zero when there is none
	ClaimedBy string     // "signing-time", "M" or ""
	Proven    time.Time  // genTime of the earliest valid and trusted timestamp; zero when none
	Timestamp *Timestamp // the embedded signature timestamp, if any

	Name, Reason, Location, ContactInfo string // of the dictionary: claims, shown and never judged
	DocMDP                              int    // P of the certification signature (1-3), 0 when it is none

	Page int     // from 1; 0 without a widget on a page
	Box  pdf.Box // mm from the top left of the displayed page; zero when invisible

	Reasons []Reason // why the answers are what they are, in the order of the checks

	// Appearance is what the signature shows on the page; nil without one.
	Appearance *Appearance
	// Skew is Claimed minus Proven where both are known: a signer that wrote
	// Vietnamese local time as UTC is 7 h ahead.
	Skew time.Duration
	// Level is the PAdES level that the signature reaches (EN 319 142-1 clause
	// 6): "B-B", "B-T", "B-LT", "B-LTA"; empty when it is none.
	Level string

	lock    []lock // FieldMDP transforms
	objects []int  // numbers of its fields and their widgets
}

// Timestamp is the outcome for an embedded RFC 3161 token.
type Timestamp struct {
	Time      time.Time // genTime
	Integrity Integrity // of the token and its message imprint
	Trust     TrustState
	Authority *x509.Certificate // TSA certificate
	Reasons   []Reason
}

// Change is one object that a later revision added, replaced or removed.
type Change struct {
	Revision int     // from 1: the revision that made it
	Object   int     // object number, 0 for a trailer entry
	Class    Changes // what kind of change
	Code     Code    // machine reason
	Action   Action  // what was done to the object; empty when it cannot be told
	Page     int     // from 1 when the object belongs to one page
	Field    string  // qualified name when it belongs to a form field
	Detail   string  // dictionary path, such as "Root/Pages/Kids[0]/Contents"

	fresh bool   // the field did not exist before
	owner int    // object whose entry changed, where Object is the entry's
	draws bool   // it puts a widget on a page that shows something
	inner string // name of the field below owner, where it is direct in it
}

// Has tells whether a reason with this code is present.
func (s *Signature) Has(c Code) bool { return has(s.Reasons, c) }

// Visible tells whether the signature has a widget with an area on a page.
func (s *Signature) Visible() bool { return s.Page > 0 && s.Box.W > 0 && s.Box.H > 0 }

// Appearance is what the widget of a signature draws.
type Appearance struct {
	Text   string // text that it shows, lines separated by "\n"; empty when none or not readable
	Images int    // pictures that it draws
	// Unread tells that some text could not be decoded, so that its absence
	// proves nothing.
	Unread bool
}

// Action is what an update did to an object.
type Action string

// Actions.
const (
	ActionAdded    Action = "added"
	ActionReplaced Action = "replaced"
	ActionRemoved  Action = "removed"
)
