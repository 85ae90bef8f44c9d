package fetch

import (
	"errors"
	"fmt"
	"net"
	"net/url"
)

// Why an answer is not to be had.
var (
	ErrAddress  = errors.New("the address cannot be asked")
	ErrHost     = errors.New("the host or port is not on the list")
	ErrPrivate  = errors.New("the name leads to an address inside a network")
	ErrRedirect = errors.New("the redirection is not followed")
	ErrTooLarge = errors.New("the answer is too large")
	ErrTooMuch  = errors.New("too much was asked for already")
	ErrTimeout  = errors.New("there was no answer in time")
	ErrConnect  = errors.New("there is no connection to the host")
	ErrSilent   = errors.New("the host did not answer before and is not asked again")
)

// Error is the answer that is not to be had from an address.
type Error struct {
	URL string
	Err error
}

func (e *Error) Error() string { return fmt.Sprintf("%q: %v", e.URL, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// statusError is an answer of HTTP that is not 200.
type statusError struct{ code int }

func (e *statusError) Error() string {
	return fmt.Sprintf("the server answered with status %d", e.code)
}

// contentError is an answer that is not what was asked for.
type contentError struct{ err error }

func (e *contentError) Error() string { return "the answer cannot be used: " + e.err.Error() }

func (e *contentError) Unwrap() error { return e.err }

// answered tells whether a host answered at all, be it with a redirection that
// is not followed.
func answered(err error) bool {
	if status, content := (*statusError)(nil), (*contentError)(nil); err == nil || errors.As(err, &status) || errors.As(err, &content) {
		return true
	}
	for _, e := range []error{ErrTooLarge, ErrRedirect, ErrHost, ErrAddress} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// plain takes off the layers of net/http, which repeat method and address.
func plain(err error) error {
	if e := (*url.Error)(nil); errors.As(err, &e) {
		err = e.Err
	}
	if e := (*net.OpError)(nil); errors.As(err, &e) {
		for _, known := range []error{ErrPrivate, ErrHost} {
			if errors.Is(err, known) {
				return e.Err
			}
		}
	}
	if e := net.Error(nil); errors.As(err, &e) && e.Timeout() { // the deadline of the context, too
		return ErrTimeout
	}
	for _, known := range []error{ErrRedirect, ErrHost, ErrAddress} { // of a redirection
		if errors.Is(err, known) {
			return err
		}
	}
	return fmt.Errorf("%w: %w", ErrConnect, err)
}
