package main

import (
	"io"
	"os"
)

// openNamed opens a file that an option names. A folder, and what is no ordinary
// file, is refused: to open a pipe is to wait for its writer.
func openNamed(path string) (*os.File, os.FileInfo, error) {
	abs, info, err := locate(path)
	switch {
	case err != nil:
		return nil, nil, cannotOpen(path, err)
	case info.IsDir():
		return nil, nil, &userError{what: textNeedsFile.With("path", path), remedy: textNeedsFileRemedy.With()}
	case !info.Mode().IsRegular():
		return nil, nil, cannotOpen(path, errNotRegular)
	}
	return openMeasured(path, abs)
}

// maxNamed is more than the reader of any file that is read as a whole takes, in
// bytes: it says what is too large.
const maxNamed = 8 << 20

// readNamed reads a file that an option names.
func readNamed(path string) ([]byte, error) {
	file, _, err := openNamed(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	src, err := io.ReadAll(io.LimitReader(file, maxNamed))
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	return src, nil
}
