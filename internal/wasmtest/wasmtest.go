// Package wasmtest is what tests that run WebAssembly have in common.
package wasmtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Cache returns a folder for compiled WebAssembly that all test binaries of
// this user share, so that a module is compiled once per machine and not once
// per package. Its entries are keyed by module, processor and version of the
// compiler: it never needs emptying.
//
// It skips the test under the race detector, which makes the compiler many
// times slower and sees nothing of the code that it produces.
func Cache(t testing.TB) string {
	t.Helper()
	if Race {
		t.Skip("WebAssembly is not run under the race detector")
	}
	dir := Shared("wasm")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatalf("folder of the compile cache: %v", err)
	}
	return dir
}

// Shared names a folder that all test binaries of this user share. A command
// under test has its cache in there already.
func Shared(name string) string {
	const tests = "tthclint-test"
	above, err := os.UserCacheDir()
	if err != nil { // a machine that builds may have no home
		above = os.TempDir()
	}
	if filepath.Base(above) != tests {
		above = filepath.Join(above, tests)
	}
	return filepath.Join(above, name)
}
