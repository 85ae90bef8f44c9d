package flow

import (
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// issue is a day of issue of a result and who says so.
type issue struct {
	day   time.Time
	by    msg.Text
	place lint.Place
}

// issuedOn returns the days of issue of a result: that of the register, where
// it can be told whose it is, and that on the paper. A day on a paper that no
// dossier of this one's days can bear was read wrongly or is another's.
func issuedOn(d *evidence.Dossier, doc *evidence.Document) []issue {
	var all []issue
	if e := d.Entry; e != nil && !shifted(e) && len(e.Results) == 1 && len(d.Results()) == 1 && !e.Results[0].Issued.IsZero() {
		all = append(all, issue{e.Results[0].Issued, byRegisterText.With(), cell(e, dossier.FieldResultIssued)})
	}
	if p, ok := doc.IssuedOn(); ok && plausible(d, p.Day) {
		all = append(all, issue{p.Day, byPaperText.With("page", p.Page), doc.PlaceOn(p.Page, lint.Box{X: p.Box.X, Y: p.Box.Y, W: p.Box.W, H: p.Box.H})})
	}
	return all
}

// plausible reports whether a result of the dossier may be of a day: not before
// it was received, not after the day of the check.
func plausible(d *evidence.Dossier, day time.Time) bool {
	from := d.Code.Received
	if d.Entry != nil && !d.Entry.Received.IsZero() {
		from = d.Entry.Received
	}
	return !after(from, day) && (d.AsOf.IsZero() || !after(day, d.AsOf))
}

// unsigned are the rules whose finding leaves nothing to say about when a
// result was signed.
func unsigned() []string {
	return []string{
		"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted", "sign/image-only", "sign/missing", "sign/broken", "sign/malformed",
	}
}

var (
	byRegisterText = msg.Message{ID: "flow/by-register", VI: "theo sổ theo dõi", EN: "by the register"}
	byPaperText    = msg.Message{ID: "flow/by-paper", VI: "in trên giấy, trang {page}", EN: "as printed on page {page}"}
	provenText     = msg.Message{ID: "flow/proven", VI: "có dấu thời gian", EN: "proven by a timestamp"}
	claimedText    = msg.Message{ID: "flow/claimed", VI: "theo giờ máy của người ký, chưa có dấu thời gian", EN: "by the signer's clock, without a timestamp"}
	noSigningText  = msg.Message{
		ID: "flow/no-signing-time", VI: "Không có chữ ký số toàn vẹn nào cho biết thời điểm ký", EN: "No intact signature says when it was made",
	}
)

// howKnown says how the time of a signature is known.
func howKnown(s evidence.Signing) msg.Text {
	if s.Proven {
		return provenText.With()
	}
	return claimedText.With()
}
