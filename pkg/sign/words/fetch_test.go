package words_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign/fetch"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// TestFailuresOfTheNetworkHaveWords has every error of the client said in words
// of both kinds.
func TestFailuresOfTheNetworkHaveWords(t *testing.T) {
	for _, err := range []error{
		fetch.ErrAddress, fetch.ErrHost, fetch.ErrPrivate, fetch.ErrRedirect, fetch.ErrTooLarge, fetch.ErrTooMuch, fetch.ErrTimeout, fetch.ErrConnect, fetch.ErrSilent,
		fmt.Errorf("%w: %w", fetch.ErrConnect, errors.New("refused")),
	} {
		host, why := words.FetchFailure((&fetch.Error{URL: "http://crl.ca.gov.vn/a.crl", Err: err}).Error())
		assert.Equal(t, "crl.ca.gov.vn", host)
		assert.NotContains(t, why.In(msg.Vietnamese), "kỹ thuật", "%v", err)
		assert.False(t, strings.HasPrefix(why.In(msg.Vietnamese), "the "), "%v", err)
	}
}
