package check_test

import (
	"context"
	"fmt"
	"os"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// A folder of dossiers with a register, checked against a folder of trusted
// certificates.
func ExampleDir() {
	ctx := context.Background()
	trust, err := sign.LoadTrust(os.DirFS("../../examples/trust"))
	if err != nil {
		panic(err)
	}
	run, err := check.Dir(ctx, os.DirFS("../../examples/ho-so"), check.Options{
		Trust: trust,
		Rules: []string{"result"},
		AsOf:  law.Date(2026, 12, 1),
	})
	if err != nil {
		panic(err)
	}
	for result, err := range run.Results(ctx) {
		if err != nil {
			panic(err)
		}
		for _, f := range result.Findings {
			fmt.Println(result.Dossier, f.Rule)
		}
	}
	// Output:
	// 000.16.30.H20-230918-0003 result/wrong-name
	// H20.30-250210-0001 result/wrong-name
	// H20.30-250317-0009 result/empty
	// H20.30-250408-0002 result/missing
	// H20.30-250512-0003 result/duplicate
	// H20.30-250512-0004 result/duplicate
	// H20.30-251020-0001 result/not-pdf
	// H20.30-251124-0007 result/not-pdf
}

// One file before it is uploaded.
func ExampleFile() {
	ctx := context.Background()
	file, err := os.Open("../../examples/ho-so/H20.30-240111-0005-KQ1.pdf")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		panic(err)
	}
	run, err := check.File(ctx, info.Name(), file, info.Size(), check.Options{Rules: []string{"field"}})
	if err != nil {
		panic(err)
	}
	for result, err := range run.Results(ctx) {
		if err != nil {
			panic(err)
		}
		for _, f := range result.Findings {
			fmt.Printf("%s (%s)\n", f.Message.In(msg.Vietnamese), f.Basis[0])
		}
	}
	// Output:
	// Ô ký của CHỒNG (bên phải, phần giữa trang 1) chỉ có họ tên đánh máy hoặc viết sẵn, không có chữ ký: giấy được quét khi chưa có chữ ký hoặc điểm chỉ của chồng. (Điều 17 khoản 2 Luật Hộ tịch 60/2014/QH13)
}
