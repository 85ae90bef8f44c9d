package register

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Format is how a register is stored.
type Format string

// The formats that are read.
const (
	CSV      Format = "csv"
	Workbook Format = "xlsx"
	JSON     Format = "json"
)

// formatOf tells the format of a file by its content, never by its name. A file
// of a kind that is not read gives an [Error] that says how to convert it.
func formatOf(r io.ReaderAt, size int64, name string) (Format, error) {
	head, err := headOf(r, size, headBytes)
	if err != nil {
		return "", err
	}
	refuse := func(m msg.Message) (Format, error) { return "", &Error{Because: m.With("file", name)} }
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		switch archiveOf(head) {
		case archiveODS:
			return refuse(openDocumentText)
		case archiveXLSB:
			return refuse(binaryExcelText)
		}
		return Workbook, nil
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if encrypted(r, head) {
			return refuse(lockedText)
		}
		return refuse(oldExcelText)
	case bytes.HasPrefix(head, []byte("\x09\x08\x10\x00")), bytes.HasPrefix(head, []byte("\x09\x08\x08\x00")):
		return refuse(oldExcelText)
	case bytes.HasPrefix(head, []byte("%PDF")), !wide(head) && !printable(head):
		return refuse(notTextText)
	}
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head[:min(len(head), 2048)], []byte("\xef\xbb\xbf")), " \t\r\n")))
	switch {
	case strings.HasPrefix(start, "<"):
		return refuse(htmlText)
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "["):
		return JSON, nil
	}
	return CSV, nil
}

type archive uint8

const (
	archiveOther archive = iota
	archiveODS
	archiveXLSB
)

// archiveOf looks at the first entries of an archive. OpenDocument begins with
// its type, unpacked.
func archiveOf(head []byte) archive {
	switch {
	case bytes.Contains(head[:min(len(head), 256)], []byte("application/vnd.oasis.opendocument")):
		return archiveODS
	case bytes.Contains(head, []byte("xl/workbook.bin")):
		return archiveXLSB
	}
	return archiveOther
}

// encrypted reports whether a compound file holds a workbook with a password
// ([MS-OFFCRYPTO] 2.3.4.4): its directory then names a stream EncryptedPackage.
func encrypted(r io.ReaderAt, head []byte) bool {
	if len(head) < 512 {
		return false
	}
	shift := binary.LittleEndian.Uint16(head[30:])
	first := int64(binary.LittleEndian.Uint32(head[48:]))
	if shift != 9 && shift != 12 {
		return false
	}
	sector := make([]byte, 4096)
	n, _ := r.ReadAt(sector, (first+1)<<shift) // shorter at the end of the file
	var name []byte
	for _, c := range "EncryptedPackage" {
		name = append(name, byte(c), 0)
	}
	return bytes.Contains(sector[:n], name)
}
