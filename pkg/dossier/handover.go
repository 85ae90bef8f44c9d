package dossier

import "time"

// Handover is one row of a control slip (phiếu kiểm soát quá trình giải quyết hồ
// sơ): a dossier goes from one place to another. Names of persons are personal
// data, which must not get into messages.
type Handover struct {
	N     int    // number of the row among those of the slip, from 1
	Sheet string // of the slip, where it has sheets
	Row   int    // line of the slip, from 1; of a list in JSON the item

	From, To        string    // nơi giao, nơi nhận: an office or a desk
	Giver, Receiver string    // người giao, người nhận
	Given, Received time.Time // a slip with one time for both has it in both

	// Unread tells that a time is written and cannot be read.
	Unread bool
}

// Empty reports whether nothing was entered: a slip waits there for what is to
// come.
func (h *Handover) Empty() bool {
	return h.From == "" && h.To == "" && h.Giver == "" && h.Receiver == "" && h.Given.IsZero() && h.Received.IsZero() && !h.Unread
}

// At returns when the dossier was handed over: when it was received, or else
// given, or else the zero time.
func (h *Handover) At() time.Time {
	if h.Received.IsZero() {
		return h.Given
	}
	return h.Received
}
