package main

import "golang.org/x/sys/windows"

// opener returns what opens a file in the program that the user has for its kind.
func opener() func(path string) error {
	return func(path string) error {
		name, err := windows.UTF16PtrFromString(path)
		if err != nil {
			return err
		}
		return windows.ShellExecute(0, nil, name, nil, nil, windows.SW_SHOWNORMAL)
	}
}
