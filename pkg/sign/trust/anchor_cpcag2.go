package trust

// stateCAG2 issues the certificates of State agencies and their people, below
// [rootCAG2]. It is an anchor as well because many signed documents embed the
// signer's certificate alone.
var stateCAG2 = anchorData{
	name: "CA phục vụ các cơ quan Nhà nước G2",
	subject: "" +
		"3069310b300906035504061302564e31233021060355040a0c1a42616e2043c6a12079e1babf75204368c3ad6e682070" +
		"68e1bba73135303306035504030c2c4341207068e1bba5632076e1bba52063c3a1632063c6a1207175616e204e68c3a0" +
		"206ec6b0e1bb9b63204732",
	keyID:     "50becfa0bdea0f9f4e9128a32aeb7ceef02fc8ba",
	notBefore: "2018-08-22T08:06:36Z",
	notAfter:  "2048-08-14T07:36:39Z",
	sha256:    "d8cab7a4aef92e6bb2509d7c61cee7b44f3731b2d21074963530277b366fae4b",
	sha1:      "55c5d432d4aa052a65a39682308753ff1db91f85",
	source:    "http://ca.gov.vn/pki/pub/crt/cpcag2.crt",
	publisher: publisherVGCA,
	key: `-----BEGIN PUBLIC KEY-----
MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAr+Tbl3sZ0cpqSUVjgc9U
kny8ga8sebklptm79GX6xvJ90sOwpGqOUmQGfc9O0Thkk1qSUJxfyZAi/u4yOP3E
Av84O7aD6IzXQ9+DzymHUBh6xh0ca6e4Y7lxAkMl0b0pxiXy+RDaOQYpuPQ5FkAD
jR+26Q3PfYWgWeA1f3+VQAnN/JGH590PyxzYyAtQADFhY6pfpAYKvKhwa/vqwYKy
nvyvU8nPJSqXDqWJ+UCtUWV88ES4eVCSUhDMxQG0BcqHLopQe8krNSKhZDFlxG2E
O+E7Bqp3V3O6kurhuK1ue5IaRYVGPvofQihX4orjc1ZON9paCXkef7xEZZlj5Ixh
stnzgJiyjAw1xjTvpjoNagFuW4H3vtsA2Z6b4RsyJFG21sBOe0XdDHpo7+9Z8qWv
bn4ksmEyvCteG1D8cv7stvkbt/vCWotFP3ekJ1t0ofYqnDKtuZqUgoAiB1cMDLzp
1IqUjwgMf95aVi31DNJRWYBJrrKyYq3g3HoQOdRyuFSYf3PbjX87EHDva/TA0GEK
cPpBAj5XgiK5Lb4gOSUHNvoe1u3kKywMi+xWrMmrCvITe5Hc/U0q9FE01S9BkaUf
TNXzB811KXZ0lHjhkQiRuid6iF5XOhtvooRLhsKkUGJF7TtgjbGO+dIXEF4uDBM0
GokISQ6XShUeOIog6DCeGXUCAwEAAQ==
-----END PUBLIC KEY-----`,
}
