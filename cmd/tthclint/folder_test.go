package main

import (
	"errors"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/msg"
)

// A register that Excel holds open is named, and what to do about it.
func TestHeldFiles(t *testing.T) {
	e := explainError(&fs.PathError{Op: "open", Path: "so.xlsx", Err: heldError{errors.New("sharing violation")}})
	assert.Equal(t, "«so.xlsx»: tệp đang mở trong chương trình khác.", e.what.In(msg.Vietnamese))
	assert.Contains(t, e.remedy.In(msg.Vietnamese), "Đóng tệp")
	other := &fs.PathError{Op: "open", Path: "so.xlsx", Err: fs.ErrPermission}
	assert.Same(t, other, held(other))
}
