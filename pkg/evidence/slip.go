package evidence

import (
	"context"
	"errors"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/register/slip"
)

// readSlip reads a control slip that is kept as a table. A picture of one is
// read as a page and not here.
func readSlip(ctx context.Context, d *Document) (*slip.Slip, error) {
	content, err := d.Content()
	if err != nil {
		return nil, err
	}
	switch content {
	case PDF, JPEG, PNG, TIFF:
		return nil, lint.Inapplicable(scannedSlipText.With())
	}
	file, err := d.Blob.Open()
	if err != nil {
		return nil, cannotOpen(d.Document, err)
	}
	defer file.Close()
	s, err := slip.Read(ctx, file, d.Size, d.Path)
	if refused := (*register.Error)(nil); errors.As(err, &refused) {
		return nil, lint.Unable(refused.Because, err)
	}
	if err != nil {
		return nil, cannotOpen(d.Document, err)
	}
	return s, nil
}

var scannedSlipText = msg.Message{
	ID: "evidence/scanned-slip", VI: "Phiếu kiểm soát là ảnh quét, không phải bảng", EN: "The control slip is a picture and no table",
}
