package sign

import (
	"bytes"
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// CheckByteRange tells what is wrong with a ByteRange in a file of size bytes
// whose signature has its /Contents token, "<" to ">", at contents: it must be
// four integers, start at 0, leave out exactly that token and stay within the
// file (ISO 32000-2 12.8.1, ETSI EN 319 142-1 clause 5.5). No reason means that
// the range is well formed; where it ends is another question.
func CheckByteRange(br []int64, contents pdf.Span, size int64) []Reason {
	var rs []Reason
	if len(br) != 4 {
		// Before anything else: a hostile one has tens of thousands.
		return []Reason{{CodeByteRangeMalformed, []string{fmt.Sprint(br[:min(len(br), 5)])}}}
	}
	for _, n := range br {
		if n < 0 {
			return []Reason{{CodeByteRangeMalformed, []string{fmt.Sprint(br)}}}
		}
	}
	if br[0] != 0 || br[1] == 0 || br[3] == 0 {
		rs = append(rs, Reason{CodeByteRangeMalformed, []string{fmt.Sprint(br)}})
	}
	pos := int64(0)
	for i := 0; i+1 < len(br); i += 2 {
		start, n := br[i], br[i+1]
		if start > size || n > size-start {
			return append(rs, Reason{CodeByteRangeOutOfFile, []string{fmt.Sprint(br)}})
		}
		if start < pos {
			rs = append(rs, Reason{CodeByteRangeMalformed, []string{fmt.Sprint(br)}})
		}
		pos = start + n
	}
	if len(rs) > 0 {
		return rs
	}
	if gap := (pdf.Span{Start: br[1], End: br[2]}); contents.Len() <= 0 || gap != contents {
		rs = append(rs, Reason{CodeByteRangeGap, []string{fmt.Sprint(gap.Start), fmt.Sprint(gap.End)}})
	}
	return rs
}

// spans turns a ByteRange into spans, or nil when it cannot be.
func spans(br []int64, size int64) []pdf.Span {
	if len(br) != 4 {
		return nil
	}
	var out []pdf.Span
	for i := 0; i < len(br); i += 2 {
		if br[i] < 0 || br[i+1] < 0 || br[i] > size || br[i+1] > size-br[i] {
			return nil
		}
		out = append(out, pdf.Span{Start: br[i], End: br[i] + br[i+1]})
	}
	return out
}

// rangeCheck fills in coverage and revision. It returns false when the ranges
// are none, leave out nothing but themselves, or leave out objects of the
// document: then what was signed is not this document, whatever the digest says.
// A borrowed time-stamp token with /ByteRange [0 0 0 0] and signature wrapping,
// which hides its objects in the gap, end here.
func (e *engine) rangeCheck(s *Signature, c *candidate) bool {
	s.Coverage = Incoherent
	rs := CheckByteRange(c.br, c.contents.Span, e.file.Size())
	s.Reasons = append(s.Reasons, rs...)
	in := spans(c.br, e.file.Size())
	total := int64(0)
	for i, p := range in {
		total += p.Len()
		if i > 0 && e.file.Holds(pdf.Span{Start: in[i-1].End, End: p.Start}) {
			s.Reasons = append(s.Reasons, Reason{Code: CodeObjectInGap})
			return false
		}
	}
	if total == 0 {
		return false
	}
	if len(rs) > 0 {
		return true
	}
	if c.lost {
		s.Reasons = append(s.Reasons, Reason{Code: CodeRevisionUnlinked})
		return true
	}
	s.Coverage = Partial
	end := in[len(in)-1].End
	revs := e.file.Revisions()
	at := -1
	for i, r := range revs {
		if r.EOF <= end {
			at = i
		}
	}
	if at < 0 || at+1 < len(revs) && end > revs[at+1].First || at+1 == len(revs) && !revs[at].Complete {
		s.Reasons = append(s.Reasons, Reason{Code: CodeByteRangeNotRevision})
		return true
	}
	s.Revision = at + 1
	switch r := revs[at]; {
	case !r.Linked && !r.Rebuilt:
		s.Coverage = Incoherent
		s.Reasons = append(s.Reasons, Reason{Code: CodeRevisionUnlinked})
	case r.Far:
		s.Coverage = Incoherent
		s.Reasons = append(s.Reasons, Reason{Code: CodeObjectOutsideRange})
	case at+1 == len(revs) && (end == e.file.Size() || !e.trailing):
		s.Coverage = WholeFile
	default:
		s.Coverage = WholeRevision
	}
	return true
}

// crossing marks pairs of signatures whose ranges cross: each must lie wholly
// within the gap-free part of the later one.
func crossing(sigs []Signature) {
	for i := range sigs {
		for j := range sigs {
			a, b := sigs[i].ByteRange, sigs[j].ByteRange
			if i == j || len(a) != 4 || len(b) != 4 || sigs[i].Coverage == Incoherent || sigs[j].Coverage == Incoherent {
				continue
			}
			// a ends first: then it must end before b's gap.
			if a[2]+a[3] <= b[2]+b[3] && a[2]+a[3] > b[1] && a[1] != b[1] {
				sigs[i].Coverage = Incoherent
				sigs[i].Reasons = append(sigs[i].Reasons, Reason{CodeByteRangeCrossing, []string{sigs[j].Field}})
			}
		}
	}
}

func zero(b []byte) bool { return len(bytes.Trim(b, "\x00")) == 0 }
