//go:build race

package wasmtest

// Race tells that this is built with the race detector.
const Race = true
