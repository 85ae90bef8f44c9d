//go:build !windows

package main

// opener returns nil where nothing is dropped on programs.
func opener() func(path string) error { return nil }
