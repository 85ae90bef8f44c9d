package dossier

import (
	"slices"
	"strings"
)

// Progress says how far a dossier has come, by its line in the register.
type Progress string

// How far a dossier has come.
const (
	ProgressFinished Progress = "finished"             // there is a result
	ProgressOpen     Progress = "open"                 // it is being handled
	ProgressEnded    Progress = "ended-without-result" // withdrawn, cancelled, refused or stopped
	ProgressUnknown  Progress = "unknown"              // the line does not say, or contradicts itself
)

// statuses are what one-stop systems and people write in the column of the
// status. Of several phrases that begin at the same word the longest counts and
// uses its words up, so that "tạm dừng xử lý" is not "dừng xử lý".
//
// A phrase of several words is also recognised in a status without diacritics;
// a single word there only if it is the whole status, because "đang" without
// diacritics is "đăng" (ký), "chưa" is (sửa) "chữa" and "chờ" is "cho".
var statuses = []struct {
	says    Progress
	phrases []string
}{
	// The procedure is over and there is nothing to digitize. This outweighs
	// everything, an end date too: systems close such dossiers with a date.
	{ProgressEnded, []string{
		"rút", "rút hồ sơ", "rút đơn", "xin rút", "đã rút", "yêu cầu rút",
		"hủy", "hủy hồ sơ", "hủy bỏ hồ sơ", "đã hủy", "bị hủy", "xin hủy", "yêu cầu hủy",
		"từ chối", "trả lại", "đã trả lại", "trả lại hồ sơ",
		"không giải quyết", "không được giải quyết", "không tiếp nhận", "không được tiếp nhận", "không đủ điều kiện",
		"dừng xử lý", "dừng giải quyết", "đình chỉ",
	}},
	// The result exists, handed out or waiting for the citizen.
	{ProgressFinished, []string{
		"đã trả", "trả kết quả", "trả kq", "chuyển trả kết quả", "đã nhận kết quả", "đã giao kết quả", "đã bàn giao kết quả",
		"đã xử lý", "xử lý xong", "đã giải quyết", "giải quyết xong", "đã xong", "hoàn thành", "hoàn tất", "kết thúc",
		"có kết quả", "có kq", "đã có kết quả", "đã có kq", "đã cấp giấy",
		"chờ trả", "chờ trả kết quả", "chờ trả kq", "đang chờ trả", "đang chờ trả kết quả", "đang chờ trả kq",
		"chờ nhận kết quả", "chờ công dân nhận", "chờ công dân đến nhận",
	}},
	// The dossier is on its way. Directly before a phrase of the group above it
	// takes that back ("chưa trả kết quả"); elsewhere in the same status the two
	// contradict each other, and an end date decides.
	{ProgressOpen, []string{
		"chưa", "chưa được", "chưa có", "chưa trả", "chưa xử lý", "chưa giải quyết", "chưa tiếp nhận", "chưa hoàn thành", "chưa xong",
		"chưa kết thúc", "chưa có kết quả", "sẽ", "sắp", "hẹn trả", "hẹn lại", "hạn trả",
		"đang", "đang được", "đang chờ", "đang xử lý", "đang giải quyết", "đang thụ lý", "đang thẩm định", "đang thực hiện",
		"đang tiếp nhận", "đang chuyển", "đang luân chuyển", "đang trình", "đang xác minh", "đang kiểm tra",
		"chờ", "chờ xử lý", "chờ giải quyết", "chờ bổ sung", "chờ tiếp nhận", "chờ phê duyệt", "chờ duyệt", "chờ ký duyệt", "chờ ký số",
		"chờ phân công", "chờ thẩm định", "chờ ý kiến", "chờ kết quả", "chờ nộp phí", "chờ thanh toán", "chờ chuyển", "chờ công dân bổ sung",
		"mới đăng ký", "mới nộp", "mới tiếp nhận", "đã tiếp nhận", "được tiếp nhận", "tiếp nhận hồ sơ",
		"đã chuyển xử lý", "chuyển xử lý", "chuyển chuyên môn", "trình ký", "trình lãnh đạo",
		"yêu cầu bổ sung", "bổ sung hồ sơ", "trả bổ sung", "đã trả bổ sung", "nghĩa vụ tài chính", "hoàn thành nghĩa vụ",
		"tạm dừng", "tạm dừng xử lý", "tạm dừng giải quyết", "tạm ngưng", "gia hạn",
		"kết quả thẩm định", "có kết quả thẩm định", "đã có kết quả thẩm định",
		"kết quả xác minh", "có kết quả xác minh", "đã có kết quả xác minh",
	}},
	// These say nothing, but hold words that would: the name of the one-stop
	// desk, kinds of procedures, payments, and what may be meant either way.
	{ProgressUnknown, []string{
		"tiếp nhận và trả kết quả", "tiếp nhận trả kết quả", "bộ phận trả kết quả", "quầy trả kết quả",
		"rút gọn", "rút ngắn", "rút kinh nghiệm", "đã trả phí", "đã trả lệ phí", "đã trả tiền",
		"trả hồ sơ", "đã trả hồ sơ", "trả lại kết quả", "đã trả lại kết quả", "không có kết quả", "không trả kết quả",
	}},
}

// phrasebook holds the phrases of [statuses] by their words.
type phrasebook struct {
	marked, plain map[string]Progress // as [spelling] and as [Fold] write them
	longest       int                 // in words
}

var statusBook = newPhrasebook()

func newPhrasebook() *phrasebook {
	b := &phrasebook{marked: map[string]Progress{}, plain: map[string]Progress{}}
	for _, s := range statuses {
		for _, phrase := range s.phrases {
			words, _ := spelling(phrase)
			b.marked[strings.Join(words, " ")] = s.says
			b.plain[Fold(phrase)] = s.says
			b.longest = max(b.longest, len(words))
		}
	}
	return b
}

// at returns what the longest phrase at the start of words says, and how many
// words it has; none if no phrase stands there.
func (b *phrasebook) at(words []string, marked, whole bool) (says Progress, length int) {
	book := b.plain
	if marked {
		book = b.marked
	}
	for n := min(b.longest, len(words)); n > 0; n-- {
		if n == 1 && !marked && !(whole && len(words) == 1) {
			break
		}
		if says, ok := book[strings.Join(words[:n], " ")]; ok {
			return says, n
		}
	}
	return "", 0
}

// progressOf returns what a status says.
func progressOf(status string) Progress {
	const most = 2 << 10 // bytes; no status is as long
	words, marked := spelling(strings.ToValidUTF8(status[:min(len(status), most)], ""))
	finished, open := false, false
	negated := false // the phrase before ended here and says that it is open
	for i := 0; i < len(words); {
		says, n := statusBook.at(words[i:], marked, i == 0)
		switch says {
		case ProgressEnded:
			return ProgressEnded
		case ProgressOpen:
			open = true
		case ProgressFinished:
			finished = finished || !negated
		}
		negated = says == ProgressOpen
		i += max(n, 1)
	}
	switch {
	case finished == open:
		return ProgressUnknown
	case finished:
		return ProgressFinished
	default:
		return ProgressOpen
	}
}

// Progress returns how far the dossier has come. An end date outweighs a status
// that calls it open, because people forget the status, but not one that says
// that there is no result; and it says nothing in a line whose cells may have
// shifted, because it may be the date of another column. In a register without a
// status the column of the end date is what tells finished dossiers from others.
func (e *Entry) Progress() Progress {
	said := progressOf(e.Status)
	switch {
	case said != ProgressEnded && !e.Ended().IsZero() && !e.shifted():
		return ProgressFinished
	case e.Has(FieldFinished) && !e.Has(FieldStatus) && e.Ended().IsZero() && !e.shifted() && !e.undated():
		return ProgressOpen
	}
	return said
}

// undated reports whether a day of the line could not be read.
func (e *Entry) undated() bool {
	return slices.ContainsFunc(e.Faults, func(f Fault) bool { return f.Kind == FaultDate })
}

// Done reports whether the register says that the procedure has ended with a
// result.
func (e *Entry) Done() bool { return e.Progress() == ProgressFinished }

func (e *Entry) shifted() bool {
	for _, f := range e.Faults {
		if f.Kind == FaultCells || f.Kind == FaultQuote {
			return true
		}
	}
	return false
}
