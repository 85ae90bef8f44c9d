package main

import "github.com/tthclint/tthclint/pkg/sign"

// fetcher returns what --online fetches revocation data with.
func (c *Command) fetcher() (sign.Fetcher, error) {
	return nil, &userError{what: textOnlineNotAvailable.With(), remedy: textOnlineRemedy.With()}
}
