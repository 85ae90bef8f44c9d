package trust

// rootCAG2 is the second root of the State's own PKI, run by Ban Cơ yếu Chính phủ (VGCA).
var rootCAG2 = anchorData{
	name: "RootCA chuyên dùng Chính phủ G2",
	subject: "" +
		"3061310b300906035504061302564e31233021060355040a0c1a42616e2043c6a12079e1babf75204368c3ad6e682070" +
		"68e1bba7312d302b06035504030c24526f6f7443412063687579c3aa6e2064c3b96e67204368c3ad6e68207068e1bba7" +
		"204732",
	keyID:     "7779baf7f3bdfb861e131a5e23525caaba6eae54",
	notBefore: "2018-08-22T07:36:39Z",
	notAfter:  "2048-08-14T07:36:39Z",
	sha256:    "f04ba4b459a7c9a1b971ad9b1cb833e695a80c79aea63b174b66a70edfe2fdb8",
	sha1:      "761a8d4043c70e020b8578b78f89bc16a637918b",
	source:    "http://ca.gov.vn/pki/pub/crt/rootcag2.crt",
	publisher: publisherVGCA,
	key: `-----BEGIN PUBLIC KEY-----
MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEApTfkg+AHIT1SL5bSgtJk
o1HFYu50gksCJxuhgXP/aLaeakScN0+dwACEJ/k2msUdZHByS4/yn7s1LqlGiEyW
Qh3ovB4VK/s/jshYzXIVimyIcqTnFZuyAi1XnKhBzayrNLeDO5cZpwGU/SHgJmd2
WgijaRw6JMiFvEWlPAhP9hV1EDI8shX/mXEoLmvgRPRUiznAxWwovb03SD27gu8m
Yl7PQJve/fcVniZtGTRfQUBDAzALsrEihAqdmFMTfnJgISyTgKnvqlhBUyNUBnJ4
nVHphIK5znksDBQRPujg0C52KNlM4kM7s+5TFByy6/Xut2TSmv4AbCLhvTcVVAJj
qhNyU1zARhWN/a6Xd4QzEkpAn800OGm8X0sB/uWkJixCFvHPXQip6rOXk6f6lI+o
0pGdyCM9+zR6T/wik47JzZ2LCPEB0XHbGNWtVLTuZcz8b/9xXyhaYG+CX9AP3qAH
piwtzYPIhm5IdDMkYTfXaGfv8Z2p35WP0+rHK1/n4aV3FtYHUdBD9pkPaQVf0D+N
Aa6138JMJyzZQJ6ZCcmfbrUSdWJR99AZfebr2fYPAzo7ZCW5qBPFBg40IIRu/is3
LwxPCTs/UG3w3tBoQihhefwZPtcetLwBo1Jruo43v9MblOXJ8m3klinZqwZXAFDm
iefW29UYeIduxxDx0kHgJSECAwEAAQ==
-----END PUBLIC KEY-----`,
}
