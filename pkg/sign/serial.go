package sign

import "crypto/x509"

// Serial returns the serial number of a certificate in lower-case hexadecimal
// without leading zeros; empty where it has none.
func Serial(c *x509.Certificate) string {
	if c.SerialNumber == nil {
		return ""
	}
	return c.SerialNumber.Text(16)
}
