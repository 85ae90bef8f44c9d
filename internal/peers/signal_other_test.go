//go:build !unix

package main

func dieOfSignal() {}
