package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// ask carries out one request; with a body it is an OCSP request. It reads no
// more than limit bytes of the answer.
func (c *Client) ask(ctx context.Context, u *url.URL, body []byte, limit int64) ([]byte, error) {
	method, content := http.MethodGet, io.Reader(nil)
	if body != nil {
		method, content = http.MethodPost, bytes.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, method, u.String(), content)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.o.UserAgent)
	if body != nil {
		req.Header.Set("Content-Type", "application/ocsp-request")
		req.Header.Set("Accept", "application/ocsp-response")
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, plain(err)
	}
	defer resp.Body.Close()
	switch encoding := resp.Header.Get("Content-Encoding"); {
	case resp.StatusCode != http.StatusOK:
		return nil, &statusError{resp.StatusCode}
	case encoding != "" && !strings.EqualFold(encoding, "identity"):
		return nil, &contentError{fmt.Errorf("it is compressed (%q), which was not asked for", encoding)}
	case resp.ContentLength > limit:
		return nil, ErrTooLarge
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return nil, plain(err)
	}
	if int64(len(b)) > limit {
		return nil, ErrTooLarge
	}
	return b, nil
}

// whole returns an answer if it is one DER SEQUENCE, as CRLs and OCSP answers
// are: content types are not believed, and a page that says "not found" with
// status 200 is common.
func whole(b []byte) ([]byte, error) {
	s := cryptobyte.String(b)
	var el cryptobyte.String
	if !s.ReadASN1Element(&el, cbasn1.SEQUENCE) || !s.Empty() {
		return nil, &contentError{errors.New("it is not DER")}
	}
	return b, nil
}
