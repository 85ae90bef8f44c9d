package trust

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// OwnList is the file of a store that lists the user's own anchors.
const OwnList = "own.json"

// ownList is the content of [OwnList].
type ownList struct {
	Version int         `json:"version"`
	Anchors []ownAnchor `json:"anchors"`
}

type ownAnchor struct {
	SHA256   string `json:"sha256"`
	Subject  string `json:"subject"`  // for people; not read
	Imported string `json:"imported"` // year-month-day
}

const ownVersion = 1

// readOwnList reads the list; a folder without one has no own anchors.
func readOwnList(fsys fs.FS) (l ownList, err error) {
	b, err := readBounded(fsys, OwnList, maxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return ownList{Version: ownVersion}, nil
	}
	if err != nil {
		return l, err
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		return l, err
	}
	if dec.More() {
		return l, errors.New("something stands behind the list")
	}
	if l.Version != ownVersion {
		return l, fmt.Errorf("version %d of the list is not known", l.Version)
	}
	for _, a := range l.Anchors {
		if _, err := time.Parse(time.DateOnly, a.Imported); err != nil {
			return l, fmt.Errorf("the day %q is not known", a.Imported)
		}
	}
	return l, nil
}

// day returns when a certificate became an anchor, and whether it did.
func (l *ownList) day(sum string) (time.Time, bool) {
	for _, a := range l.Anchors {
		if a.SHA256 == sum {
			t, err := time.Parse(time.DateOnly, a.Imported)
			return t, err == nil
		}
	}
	return time.Time{}, false
}

// without returns the list without a certificate.
func (l *ownList) without(sum string) ownList {
	out := ownList{Version: ownVersion}
	for _, a := range l.Anchors {
		if a.SHA256 != sum {
			out.Anchors = append(out.Anchors, a)
		}
	}
	return out
}

func (l *ownList) encode() []byte {
	if l.Anchors == nil {
		l.Anchors = []ownAnchor{}
	}
	b, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		panic(err) // strings and a number
	}
	return append(b, '\n')
}
