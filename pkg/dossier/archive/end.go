package archive

import (
	"encoding/binary"
	"errors"
	"io"
)

// end is what the record at the end of an archive says of its directory
// (APPNOTE.TXT 4.3.14 and 4.3.16).
type end struct {
	entries, size uint64
	split         bool // into several files
}

// Sizes of records, in bytes.
const (
	endRecord     = 22
	endLocator    = 20
	endRecord64   = 56
	endBytes      = 64<<10 + endRecord + endLocator + endRecord64 + 4<<10 // what is read to find the directory
	directoryHead = "PK\x05\x06"
)

// endOf finds the end of the directory as package zip does: the last record
// whose comment fits in the file.
func endOf(r io.ReaderAt, size int64) (end, error) {
	tail := make([]byte, min(size, 64<<10+endRecord))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return end{}, err
	}
	for i := len(tail) - endRecord; i >= 0; i-- {
		b := tail[i:]
		if string(b[:4]) != directoryHead {
			continue
		}
		e := end{
			entries: uint64(binary.LittleEndian.Uint16(b[10:])), size: uint64(binary.LittleEndian.Uint32(b[12:])),
			split: binary.LittleEndian.Uint16(b[4:]) != 0 && binary.LittleEndian.Uint16(b[4:]) != 0xffff,
		}
		if e.entries == 0xffff || e.size == 0xffffffff || binary.LittleEndian.Uint32(b[16:]) == 0xffffffff {
			return end64(r, size-int64(len(tail))+int64(i), e)
		}
		return e, nil
	}
	return end{}, errDamaged
}

// end64 returns what the longer record says, if there is one. The record at the
// end begins at offset.
func end64(r io.ReaderAt, offset int64, short end) (end, error) {
	b := make([]byte, endRecord64)
	if offset < endLocator {
		return short, nil
	}
	if _, err := r.ReadAt(b[:endLocator], offset-endLocator); err != nil {
		return end{}, err
	}
	if string(b[:4]) != "PK\x06\x07" {
		return short, nil
	}
	at := binary.LittleEndian.Uint64(b[8:])
	if at > uint64(offset) {
		return end{}, errDamaged
	}
	if _, err := r.ReadAt(b, int64(at)); err != nil {
		return end{}, errDamaged
	}
	if string(b[:4]) != "PK\x06\x06" {
		return end{}, errDamaged
	}
	return end{
		entries: binary.LittleEndian.Uint64(b[32:]), size: binary.LittleEndian.Uint64(b[40:]),
		split: binary.LittleEndian.Uint32(b[16:]) != 0,
	}, nil
}
