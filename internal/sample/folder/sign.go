package folder

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"time"

	digipdf "github.com/digitorus/pdf"
	"github.com/digitorus/pdfsign/sign"

	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
	"github.com/tthclint/tthclint/internal/sample/pki"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// sign puts the two layers on a scan: the person first, the agency eight
// minutes later. The agency's visible signature stands top right, as Nghị định
// 30/2020/NĐ-CP wants it on a copy; the person's stands below, where the paper
// was signed, since top left is the place of the one who scans (Thông tư
// 01/2023/TT-VPCP Điều 8).
func (st *studio) sign(src []byte, o pki.Office, visible bool, agency signtest.CMS) ([]byte, error) {
	at := st.current.time(-8 * time.Minute)
	first := signtest.Options{Time: at, Reserve: 4096, Location: "Đồng Tháp"}
	second := signtest.Options{Time: at.Add(8 * time.Minute), Reserve: 4096, Location: "Đồng Tháp", CMS: agency}
	if agency.WholeChain {
		second.Reserve = 8192
	}
	if visible {
		below, above, err := places(src)
		if err != nil {
			return nil, err
		}
		first.Page, first.Box, first.Lines = 1, below, stampLines(o.Person, first.Time)
		second.Page, second.Box, second.Lines = 1, above, append([]string{"SAO Y"}, stampLines(o.Agency, second.Time)...)
	}
	out, err := signtest.Sign(src, o.Person, first)
	if err != nil {
		return nil, err
	}
	return signtest.Sign(out, o.Agency, second)
}

func stampLines(id *signtest.Identity, at time.Time) []string {
	return []string{id.Cert.Subject.CommonName, at.Format("02.01.2006 15:04:05 -07:00")}
}

func places(src []byte) (person, agency pdf.Box, err error) {
	f, err := pdf.Open(bytes.NewReader(src), int64(len(src)), pdf.Limits{})
	if err != nil {
		return person, agency, err
	}
	w, h := f.Latest().Pages()[0].Size()
	return pdf.Box{X: w - 58, Y: h - 10, W: 52, H: 9}, pdf.Box{X: w - 58, Y: 0.8, W: 52, H: 12}, nil
}

// signedByPdfsign is a scan signed with an ordinary signing library. The
// library stamps the present time, so the file differs with each run.
func signedByPdfsign(d drawing) maker {
	return func(st *studio) ([]byte, error) {
		p, err := st.scanned(d)
		if err != nil {
			return nil, err
		}
		out := pdfwrite.Scan(p, info("Giay xac nhan tinh trang hon nhan", st.current))
		for _, id := range []*signtest.Identity{st.office().Person, st.office().Agency} {
			if out, err = pdfsign(out, id); err != nil {
				return nil, fmt.Errorf("pdfsign: %w", err)
			}
		}
		return out, nil
	}
}

func pdfsign(src []byte, id *signtest.Identity) ([]byte, error) {
	r, err := digipdf.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, err
	}
	log.SetOutput(io.Discard) // the library prints progress
	var out bytes.Buffer
	err = sign.Sign(bytes.NewReader(src), &out, r, int64(len(src)), sign.SignData{
		Signature: sign.SignDataSignature{
			Info:     sign.SignDataSignatureInfo{Name: id.Cert.Subject.CommonName, Location: "Đồng Tháp", Date: time.Now()},
			CertType: sign.ApprovalSignature,
		},
		Signer:            id.Key,
		DigestAlgorithm:   crypto.SHA256,
		Certificate:       id.Cert,
		CertificateChains: [][]*x509.Certificate{append([]*x509.Certificate{id.Cert}, id.Chain...)},
	})
	return out.Bytes(), err
}
