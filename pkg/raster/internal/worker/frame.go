package worker

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// ErrProtocol means that the other side does not keep to the protocol.
var ErrProtocol = errors.New("worker: broken protocol")

const headerSize = 5

func writeFrame(w io.Writer, k kind, payload []byte) error {
	frame := make([]byte, headerSize, headerSize+len(payload))
	frame[0] = byte(k)
	binary.LittleEndian.PutUint32(frame[1:], uint32(len(payload)))
	_, err := w.Write(append(frame, payload...))
	return err
}

// readFrame reads a frame of at most limit bytes into buf, which grows as
// needed.
func readFrame(r io.Reader, buf []byte, limit int) (kind, []byte, error) {
	var header [headerSize]byte
	if _, err := io.ReadFull(r, header[:]); err != nil {
		return 0, nil, err
	}
	n := binary.LittleEndian.Uint32(header[1:])
	if int64(n) > int64(limit) {
		return 0, nil, fmt.Errorf("%w: frame of %d bytes", ErrProtocol, n)
	}
	if cap(buf) < int(n) {
		buf = make([]byte, n)
	}
	buf = buf[:n]
	if _, err := io.ReadFull(r, buf); err != nil {
		return 0, nil, err
	}
	return kind(header[0]), buf, nil
}
