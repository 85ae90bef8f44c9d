package main

import (
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/sign"
)

// loadTrust reads the certificates of a folder.
func loadTrust(dir string) (*sign.Trust, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, cannotOpen(dir, err)
	}
	if info, err := os.Stat(abs); err != nil {
		return nil, cannotOpen(dir, err)
	} else if !info.IsDir() {
		return nil, &userError{what: textTrustNotFolder.With("path", dir), remedy: textTrustRemedy.With()}
	}
	root, err := os.OpenRoot(abs)
	if err != nil {
		return nil, cannotOpen(dir, err)
	}
	defer root.Close()
	trust, err := sign.LoadTrust(root.FS())
	if err != nil {
		return nil, &userError{what: textTrustBroken.With("path", dir, "reason", reason(err)), remedy: textTrustRemedy.With(), err: err}
	}
	if len(trust.Anchors()) == 0 && len(trust.Intermediates()) == 0 {
		return nil, &userError{what: textTrustEmpty.With("path", dir), remedy: textTrustRemedy.With()}
	}
	return trust, nil
}
