//go:build !windows

package main

func prepareConsole() (restore func()) { return func() {} }

func startedByExplorer() bool { return false }
