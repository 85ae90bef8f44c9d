package dossier

import "strings"

// waiting are the words of statuses by which the time of handling stands still:
// the citizen must complete the dossier or pay, or it was suspended. Systems
// move the due day when handling goes on.
var waiting = []string{
	"bổ sung", "hoàn thiện hồ sơ", "nghĩa vụ tài chính", "nộp phí", "nộp lệ phí", "nộp thuế", "thanh toán", "tạm dừng", "tạm ngưng",
}

// desk are the words of statuses by which the result lies at the one-stop desk.
var desk = []string{"chờ trả", "chờ nhận kết quả", "chờ công dân nhận", "chờ công dân đến nhận", "chờ người dân nhận"}

// handed are the words of statuses by which the citizen has the result.
var handed = []string{"đã trả", "đã nhận kết quả", "đã giao kết quả", "trả kết quả cho công dân"}

// HandedOut reports whether the register says that the citizen has the result:
// by the day of it, or by the status of a finished dossier.
func (e *Entry) HandedOut() bool {
	return !e.Returned.IsZero() || holdsWords(e.Status, handed) && e.Done()
}

// Waiting reports whether the status says that the time of handling stands
// still until the citizen has done something or handling goes on.
func (e *Entry) Waiting() bool { return holdsWords(e.Status, waiting) }

// AtDesk reports whether the status says that the result lies at the one-stop
// desk and waits for the citizen.
func (e *Entry) AtDesk() bool { return holdsWords(e.Status, desk) }

// holdsWords reports whether one of some phrases stands in a text, compared
// with their marks, or without where the text has none.
func holdsWords(text string, phrases []string) bool {
	words, marked := spelling(text)
	padded := " " + strings.Join(words, " ") + " "
	if !marked {
		padded = " " + Fold(text) + " "
	}
	for _, p := range phrases {
		want := Fold(p)
		if marked {
			spelled, _ := spelling(p)
			want = strings.Join(spelled, " ")
		}
		if strings.Contains(padded, " "+want+" ") {
			return true
		}
	}
	return false
}
