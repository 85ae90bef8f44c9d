package archive

import (
	"errors"
	"io"
	"io/fs"
)

// maxHeld is how many archives are kept open at once.
const maxHeld = 16

// maxTogether bounds the entries and folders of all archives in a folder.
const maxTogether = 1_000_000

// held is an archive that is open.
type held struct {
	path    string
	archive *Archive
	file    fs.File
	users   int
}

// open returns an archive that stays open until it is released.
func (u *Unpacked) open(name string) (*held, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for i, h := range u.held {
		if h.path == name {
			u.held = append(append(u.held[:i:i], u.held[i+1:]...), h)
			h.users++
			return h, nil
		}
	}
	h, err := u.read(name)
	if err != nil {
		if errors.As(err, new(*fs.PathError)) {
			return nil, err
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	u.held = append(u.held, h)
	u.tidy(maxHeld)
	return h, nil
}

// read opens an archive for its first user.
func (u *Unpacked) read(name string) (*held, error) {
	file, err := u.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	h := &held{path: name, file: file, users: 1}
	if err := u.list(h); err != nil {
		_ = file.Close() // it was only read
		return nil, err
	}
	return h, nil
}

func (u *Unpacked) list(h *held) error {
	r, ok := h.file.(io.ReaderAt)
	if !ok {
		return &Error{Because: damagedText.With(), Err: errors.ErrUnsupported}
	}
	info, err := h.file.Stat()
	if err != nil {
		return err
	}
	if h.archive, err = Open(u.ctx, r, info.Size(), u.limits); err != nil {
		return err
	}
	if u.seen[h.path] {
		return nil
	}
	if u.count += h.archive.count; u.count > maxTogether {
		return wholeError(errTooMany)
	}
	u.seen[h.path] = true
	for _, err := range h.archive.Faults() {
		u.faults = append(u.faults, below(h.path, err))
	}
	return nil
}

func (u *Unpacked) release(h *held) {
	u.mu.Lock()
	defer u.mu.Unlock()
	h.users--
	u.tidy(maxHeld)
}

// tidy closes archives that are not in use while there are more than most.
func (u *Unpacked) tidy(most int) {
	for i := 0; len(u.held) > most && i < len(u.held); {
		if u.held[i].users > 0 {
			i++
			continue
		}
		_ = u.held[i].file.Close() // it was only read
		u.held = append(u.held[:i], u.held[i+1:]...)
	}
}

// Close lets go of the archives that are kept open. Those that are asked for
// afterwards are opened anew.
func (u *Unpacked) Close() error {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.tidy(0)
	return nil
}
