package sign

import (
	"context"
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// TimeSkew warns of signing times that contradict something: the timestamp, the
// order in the file, or the day on which the dossier was received.
func TimeSkew() rule {
	return rule{
		ID:    "sign/time-skew",
		Title: msg.Message{ID: "sign/time-skew.title", VI: "Thời điểm ký có mâu thuẫn", EN: "The signing time is contradicted"},
		Why: msg.Message{
			ID: "sign/time-skew.why",
			VI: "Thời điểm ký tự khai được so với dấu thời gian, với thứ tự các chữ ký trong tệp và với ngày tiếp nhận hồ sơ. Một số phần mềm ghi giờ Việt Nam như giờ quốc tế nên lệch đúng 7 giờ; trường hợp đó chỉ là lưu ý.",
			EN: "The claimed signing time is compared with the timestamp, with the order of the signatures in the file and with the day of receipt. Some programs write Vietnamese time as UTC and are 7 hours ahead; that is a remark only.",
		},
		Remedy: msg.Message{
			ID: "sign/time-skew.remedy",
			VI: "Đối chiếu ngày ký với sổ văn bản; chỉnh ngày giờ, múi giờ của máy ký số. Nếu tệp thuộc hồ sơ khác thì thay tệp.",
			EN: "Compare the day with the document register; set clock and time zone of the signing machine. If the file belongs to another dossier, replace it.",
		},
		Date:    evidence.Signed,
		After:   append(believed(), "sign/time-unproven"),
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Info, When: msg.Message{
				ID: "sign/time-skew.info", VI: "khi giờ khai chỉ lệch đúng 7 giờ do ghi giờ Việt Nam như giờ quốc tế",
				EN: "when the claimed time is off by just the 7 hours of a local time written as UTC",
			}},
		},
		Editions: lint.EditionsOf(basis.Timestamp(), lint.Warning, evidence.EachResult(func(ctx context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			signatures, err := signaturesOf(doc)
			if err != nil {
				return err
			}
			if len(signatures) == 0 {
				return lint.Inapplicable(unsignedText.With())
			}
			received := evidence.Received(ctx, d)
			for i := range signatures {
				s := &signatures[i]
				if s.Integrity != sign.Intact {
					continue
				}
				if f, ok := skewed(s); ok {
					f.Place, f.Item = place(doc, s), s.item
					p.Report(f)
				}
				if at := signingTime(s); !at.IsZero() && !received.IsZero() && law.Day(at) < law.Day(received) {
					p.Report(lint.Finding{Message: beforeReceiptText.With("signer", signer(s), "time", signedAt(s), "day", received), Place: place(doc, s), Item: s.item})
				}
				if s.Has(sign.CodeTimestampOrder) {
					p.Report(lint.Finding{Message: stampOrderText.With("signer", signer(s)), Place: place(doc, s), Item: s.item})
				}
			}
			if a, b := swapped(signatures); a != nil {
				p.Report(lint.Finding{
					Message: swappedText.With("first", signer(a), "firstTime", signedAt(a), "second", signer(b), "secondTime", signedAt(b)), Place: place(doc, b), Item: b.item,
				})
			}
			return nil
		})),
	}
}

// What clocks may differ by before it is told. An ordinary clock is minutes off,
// and a timestamp server takes minutes to answer.
const (
	ahead   = 15 * time.Minute // a time claimed after the one that is proven
	behind  = time.Hour        // a time claimed before its own timestamp
	zone    = 7 * time.Hour    // UTC+7
	nearly  = time.Hour        // how near to a whole time zone is taken for it
	between = time.Hour        // what the clocks of two signers may differ by
)

// skewed compares the claimed time with the proven one. That a document timestamp
// is younger proves nothing: it may be added years later.
func skewed(s *signature) (lint.Finding, bool) {
	if s.Claimed.IsZero() {
		return lint.Finding{}, false
	}
	if s.Proven.IsZero() {
		// The engine has compared the claim with the time in the file's dictionary.
		if s.Has(sign.CodeTimeSkew) && s.Skew > zone-nearly && s.Skew < zone+nearly {
			return lint.Finding{Message: zoneInFileText.With("signer", signer(s), "claimed", s.Claimed.In(law.Vietnam())), Severity: lint.Info}, true
		}
		return lint.Finding{}, false
	}
	d := s.Claimed.Sub(s.Proven)
	args := []any{"signer", signer(s), "claimed", s.Claimed.In(law.Vietnam()), "proven", s.Proven.In(law.Vietnam())}
	own := s.Timestamp != nil && s.Timestamp.Time.Equal(s.Proven)
	switch {
	case d > zone-nearly && d < zone+nearly:
		return lint.Finding{Message: zoneText.With(args...), Severity: lint.Info}, true
	case d > ahead:
		return lint.Finding{Message: aheadText.With(args...)}, true
	case own && d < -behind, d < 0 && s.Has(sign.CodeTimeSkew):
		return lint.Finding{Message: behindText.With(args...)}, true
	}
	return lint.Finding{}, false
}

// swapped returns two signatures of which the one that the file held first
// claims the later time.
func swapped(signatures []signature) (first, second *signature) {
	for i := range signatures {
		a := &signatures[i]
		for j := range signatures {
			b := &signatures[j]
			if a.Revision == 0 || a.Revision >= b.Revision || a.Integrity != sign.Intact || b.Integrity != sign.Intact {
				continue
			}
			x, y := signingTime(a), signingTime(b)
			if !x.IsZero() && !y.IsZero() && x.Sub(y) > between {
				return a, b
			}
		}
	}
	return nil, nil
}

var (
	zoneText = msg.Message{
		ID: "sign/time-skew.zone",
		VI: "Giờ ký do {signer} khai ({claimed}) nhanh hơn dấu thời gian ({proven}) khoảng 7 giờ: phần mềm ký đã ghi giờ Việt Nam như giờ quốc tế (UTC).",
		EN: "The time that {signer} claims ({claimed}) is about 7 hours ahead of the timestamp ({proven}): the program wrote Vietnamese time as UTC.",
	}
	zoneInFileText = msg.Message{
		ID: "sign/time-skew.zone-in-file",
		VI: "Giờ ký do {signer} khai ({claimed}) nhanh khoảng 7 giờ so với giờ ghi cùng chữ ký trong tệp: phần mềm ký đã ghi giờ Việt Nam như giờ quốc tế (UTC).",
		EN: "The time that {signer} claims ({claimed}) is about 7 hours ahead of the time beside the signature in the file: the program wrote Vietnamese time as UTC.",
	}
	aheadText = msg.Message{
		ID: "sign/time-skew",
		VI: "Thời điểm ký do {signer} khai ({claimed}) muộn hơn dấu thời gian ({proven}).",
		EN: "The time that {signer} claims ({claimed}) is later than the timestamp ({proven}).",
	}
	behindText = msg.Message{
		ID: "sign/time-skew.behind",
		VI: "Thời điểm ký do {signer} khai ({claimed}) sớm hơn nhiều so với dấu thời gian ({proven}).",
		EN: "The time that {signer} claims ({claimed}) is much earlier than the timestamp ({proven}).",
	}
	beforeReceiptText = msg.Message{
		ID: "sign/time-skew.before-receipt",
		VI: "{signer} ký {time}, trước ngày tiếp nhận hồ sơ ({day}).",
		EN: "{signer} signed {time}, before the dossier was received ({day}).",
	}
	stampOrderText = msg.Message{
		ID: "sign/time-skew.timestamps",
		VI: "Các dấu thời gian của chữ ký của {signer} mâu thuẫn với nhau.",
		EN: "The timestamps of the signature of {signer} contradict one another.",
	}
	swappedText = msg.Message{
		ID: "sign/time-skew.order",
		VI: "Trong tệp, {first} ký trước {second}, nhưng thời điểm khai lại ngược: {firstTime} và {secondTime}.",
		EN: "In the file {first} signed before {second}, but the times say otherwise: {firstTime} and {secondTime}.",
	}
)
