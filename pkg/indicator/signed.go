package indicator

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// signatureRules must all have found nothing for the signatures of a result to
// count as valid.
func signatureRules() []string {
	return []string{
		"sign/removed", "sign/image-only", "sign/missing", "sign/broken", "sign/malformed", "sign/changed-after",
		"sign/not-permitted-change", "sign/untrusted", "sign/expired", "sign/not-yet-valid", "sign/revoked", "sign/invalid",
	}
}

// layerRule tells whose signatures a result has.
const layerRule = "sign/one-layer"

// agencyAlone are its findings that say that the agency has signed and no
// competent person.
func agencyAlone() []string { return []string{"sign/one-layer.no-person", "sign/one-layer.scanner"} }

func layers() []string { return append(signatureRules(), layerRule) }

// electronicResults is the share of finished dossiers whose results are
// electronic results: each of them carries a valid signature of the agency
// (Điều 14 khoản 3 Nghị định 45/2020/NĐ-CP, tỷ lệ cấp kết quả điện tử). Whether
// they were also put into the owner's data store no folder says.
func electronicResults() Indicator {
	return Indicator{
		Key:   "electronic-results",
		Title: msg.Message{ID: "indicator/electronic-results", VI: "Hồ sơ đã xong có kết quả điện tử", EN: "Finished dossiers, electronic result"},
		needs: layers(),
		day:   (*subject).ended,
		judge: within((*subject).finished, func(s *subject) answer {
			if len(s.results) == 0 {
				return bad
			}
			return all(each(s.results, s.agencySigned)...)
		}),
	}
}

// twoLayer is the share of signed results that carry a valid signature of a
// person and one of an agency (ký số 02 lớp). It counts files.
func twoLayer() Indicator {
	return Indicator{
		Key:    "two-layer",
		Title:  msg.Message{ID: "indicator/two-layer", VI: "Kết quả đã ký số có đủ 02 lớp hợp lệ", EN: "Signed results with two valid layers"},
		Target: 1,
		needs:  layers(),
		day:    (*subject).ended,
		judge: func(s *subject) []answer {
			return each(s.results, func(path string) answer {
				if signed := s.signed(path); signed != good {
					return signed
				}
				return s.validly(path, layerRule)
			})
		},
	}
}

// signed returns whether a result has any digital signature: out if it has none
// or is no readable PDF, unknown if that could not be told.
func (s *subject) signed(path string) answer {
	switch o := s.outcome("sign/missing", path); {
	case o == nil:
		return unknown
	case o.State == lint.Passed:
		return good
	case o.Open():
		return unknown
	}
	return out
}

// agencySigned returns whether a result has a valid signature of the agency.
func (s *subject) agencySigned(path string) answer {
	if s.found(layerRule, path, agencyAlone()...) {
		return s.validly(path)
	}
	return s.validly(path, layerRule)
}

// validly returns whether the rules on signatures, and further ones, have found
// nothing about a result.
func (s *subject) validly(path string, more ...string) answer {
	return all(each(slices.Concat(signatureRules(), more), func(rule string) answer { return s.passed(rule, path) })...)
}

// passed returns whether a rule found nothing about a document. One that kept
// silent after the finding of another rule leaves the matter to that finding,
// which is bad.
func (s *subject) passed(rule, path string) answer {
	switch o := s.outcome(rule, path); {
	case o == nil:
		return unchecked
	case o.State == lint.Found, o.After != "":
		return bad
	case o.Open():
		return unchecked
	}
	return good
}

func each[S any](in []S, f func(S) answer) []answer {
	answers := make([]answer, len(in))
	for i, v := range in {
		answers[i] = f(v)
	}
	return answers
}
