package archive

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Bounds of the name of an entry.
const (
	maxName  = 4096 // bytes
	maxDepth = 64   // folders in one another
)

// nameOf returns the place of an entry in the tree: slash-separated, in NFC. The
// error is an [Error] about an entry that has no place in a folder.
func nameOf(f *zip.File) (string, error) {
	name := norm.NFC.String(decode(f))
	// Older programs for Windows write its separator.
	slashed := strings.ReplaceAll(name, `\`, "/")
	switch {
	case len(name) > maxName || strings.Count(slashed, "/") > maxDepth:
		return "", entryError(shorten(name), longNameText.With(), nil)
	case strings.ContainsRune(name, 0), strings.Trim(slashed, "/") == "":
		return "", entryError(shorten(strings.ReplaceAll(name, "\x00", "�")), emptyNameText.With(), nil)
	case strings.HasPrefix(slashed, "/"), len(name) > 1 && name[1] == ':' && isLetter(name[0]):
		return "", entryError(name, escapesText.With(), nil)
	}
	for part := range strings.SplitSeq(slashed, "/") {
		if part == ".." {
			return "", entryError(name, escapesText.With(), nil)
		}
	}
	return path.Clean(slashed), nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func shorten(name string) string {
	const most = 80
	runes := []rune(name)
	if len(runes) <= most {
		return name
	}
	return string(runes[:most]) + "…"
}

// decode returns the name of an entry as its writer meant it. One in UTF-8 may
// be marked as such or stand in a field of its own; macOS writes UTF-8 and marks
// nothing, and Windows wrote the code page of its console, which in Vietnam is
// 1258 or 437.
func decode(f *zip.File) string {
	if name, ok := unicodePath(f); ok {
		return name
	}
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	if name, err := charmap.Windows1258.NewDecoder().String(f.Name); err == nil && vietnamese(name) {
		return name
	}
	name, err := charmap.CodePage437.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, "�")
	}
	return name
}

// unicodePath returns the name in the extra field 0x7075 (APPNOTE.TXT 4.6.9), if
// it is about the name that the entry has.
func unicodePath(f *zip.File) (string, bool) {
	for extra := f.Extra; len(extra) >= 4; {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; size > len(extra) {
			return "", false
		}
		field := extra[:size]
		extra = extra[size:]
		if id != 0x7075 || size < 5 || field[0] != 1 || binary.LittleEndian.Uint32(field[1:]) != crc32.ChecksumIEEE([]byte(f.Name)) {
			continue
		}
		name := string(field[5:])
		return name, name != "" && utf8.ValidString(name)
	}
	return "", false
}

// vietnamese reports whether the letters of a text beyond ASCII are those of
// Vietnamese, with their marks.
func vietnamese(text string) bool {
	for _, r := range norm.NFD.String(text) {
		switch {
		case r < utf8.RuneSelf, strings.ContainsRune("đĐ–—“”’…", r):
		case strings.ContainsRune("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323", r):
		default:
			return false
		}
	}
	return strings.ContainsFunc(text, unicode.IsLetter)
}
