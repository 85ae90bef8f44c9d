package signatures_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/report/signatures"
	"github.com/tthclint/tthclint/pkg/sign"
)

// The answer of pkg/check about a file as a JSON object.
func ExampleObject() {
	trust, err := sign.LoadTrust(os.DirFS("../../../examples/trust"))
	if err != nil {
		panic(err)
	}
	v, err := check.NewVerifier(check.Options{Trust: trust, AsOf: law.Date(2026, 12, 1)})
	if err != nil {
		panic(err)
	}
	file, err := os.Open("../../../examples/ho-so/H20.30-240111-0005-KQ1.pdf")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		panic(err)
	}
	found, err := v.File(context.Background(), info.Name(), file, info.Size())
	if err != nil {
		panic(err)
	}
	object, err := signatures.Object(v.Head(), &signatures.File{
		Name: info.Name(), Size: info.Size(), Report: found.Report, Result: found.Result, Sizes: found.Sizes,
		Fault: signatures.FaultOf(string(found.Fault), found.Err),
	}, signatures.JSONOptions{UTF8: true})
	if err != nil {
		panic(err)
	}
	var answer struct {
		Verdict    string
		Signatures []struct{ Signer, Indication string }
	}
	if err := json.Unmarshal(object, &answer); err != nil {
		panic(err)
	}
	fmt.Println(answer.Verdict)
	for _, s := range answer.Signatures {
		fmt.Println(s.Signer, s.Indication)
	}
	// Output:
	// accepted
	// Phó Chủ tịch Phạm Minh Đức TOTAL_PASSED
	// ỦY BAN NHÂN DÂN PHƯỜNG 3 TOTAL_PASSED
}
