package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// constants returns the values of the string constants in the files of a
// folder for which want is true.
func constants(t *testing.T, files string, want func(name, typ string) bool) []string {
	t.Helper()
	paths, err := filepath.Glob(files)
	require.NoError(t, err)
	var values []string
	for _, path := range paths {
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			typ := ""
			if id, ok := spec.Type.(*ast.Ident); ok {
				typ = id.Name
			}
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING && want(spec.Names[0].Name, typ) {
				value, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				values = append(values, value)
			}
			return true
		})
	}
	require.NotEmpty(t, values)
	slices.Sort(values)
	return slices.Compact(values)
}

var place = regexp.MustCompile(`\{\w+\}`)

func places(text string) []string {
	all := place.FindAllString(text, -1)
	slices.Sort(all)
	return all
}

// TestEveryReasonHasWords fails where package sign got a code without words.
func TestEveryReasonHasWords(t *testing.T) {
	all := constants(t, "../*.go", func(_, typ string) bool { return typ == "Code" })
	check := func(code sign.Code, w codeWords) {
		assert.NotEmpty(t, w.vi, code)
		assert.NotEmpty(t, w.en, code)
		var named []string
		for _, arg := range w.args {
			named = append(named, "{"+arg+"}")
		}
		slices.Sort(named)
		assert.Equal(t, named, places(w.vi), code)
		assert.Equal(t, named, places(w.en), code)
		for _, args := range [][]string{nil, {"", "", ""}, {"a", "b", "c"}} {
			for _, kind := range []sign.Kind{sign.KindSignature, sign.KindTimestamp} {
				text := ReasonFor(kind, sign.Reason{Code: code, Args: args})
				assert.NotContains(t, text.In(msg.Vietnamese), "{", code)
				assert.NotContains(t, text.In(msg.Vietnamese), string(code), "a code is no word")
			}
		}
	}
	for _, code := range all {
		w, ok := codes[sign.Code(code)]
		if assert.True(t, ok, "the code %q has no words", code) {
			check(sign.Code(code), w)
		}
	}
	for code := range codes {
		assert.Contains(t, all, string(code))
	}
	for code, w := range stampCodes {
		assert.Contains(t, all, string(code))
		check(code, w)
		assert.NotContains(t, w.vi, "tự khai")
	}
}

func TestEveryClassHasWords(t *testing.T) {
	for _, class := range constants(t, "../*.go", func(_, typ string) bool { return typ == "Changes" }) {
		assert.NotEqual(t, unknown.ID, Changes(sign.Changes(class)).ID, class)
	}
}

// TestEveryFaultOfAFileHasWords wants words for what package pdf repaired or
// doubts.
func TestEveryFaultOfAFileHasWords(t *testing.T) {
	all := constants(t, "../../pdf/*.go", func(name, _ string) bool {
		return strings.HasPrefix(name, "Repair") || strings.HasPrefix(name, "Doubt")
	})
	assert.Greater(t, len(all), 15)
	for _, code := range all {
		m, ok := faults[code]
		assert.True(t, ok, code)
		assert.NotEmpty(t, m.VI, code)
		assert.NotEmpty(t, m.EN, code)
	}
}

// TestEveryReasonOfRevocationHasWords wants words for what package sign calls
// the reasons of RFC 5280.
func TestEveryReasonOfRevocationHasWords(t *testing.T) {
	for _, name := range []string{"", "unspecified", "keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation", "certificateHold", "privilegeWithdrawn", "aACompromise"} {
		assert.NotEqual(t, unknown.ID, RevocationReason(name).ID, name)
	}
}

func TestReasonsInWords(t *testing.T) {
	for want, r := range map[string]sign.Reason{
		"khóa ký quá ngắn: 1024 bit":                                                        {Code: sign.CodeWeakKey, Args: []string{"1024"}},
		"khóa ký quá ngắn: … bit":                                                           {Code: sign.CodeWeakKey},
		"chi tiết kỹ thuật: new-code":                                                       {Code: "new-code", Args: []string{"x"}},
		"chứng thư đã hết hạn trước khi ký (hết hạn 02/01/2026 10:00:00)":                   {Code: sign.CodeExpiredAtSigning, Args: []string{"2026-01-02T03:00:00Z"}},
		"thời điểm tự khai lệch 7 giờ so với dấu thời gian":                                 {Code: sign.CodeTimeSkew, Args: []string{"7h0m0s"}},
		"thời điểm tự khai lệch 3 phút so với dấu thời gian":                                {Code: sign.CodeTimeSkew, Args: []string{"-180"}},
		"tệp có thay đổi sau khi ký (chỉ thêm dữ liệu xác thực lâu dài hoặc dấu thời gian)": {Code: sign.CodeChanged, Args: []string{"lta"}},
		"thay đổi sau khi ký không được phép (có: thêm chữ ký hoặc điền biểu mẫu; chỉ được thêm dữ liệu xác thực lâu dài)":       {Code: sign.CodeChangeNotPermitted, Args: []string{"form", "lta"}},
		"đường dẫn chứng thư không hợp lệ: chứng thư «A, B» không phải của tổ chức chứng thực nên không được cấp chứng thư khác": {Code: sign.CodeChainInvalid, Args: []string{`not a CA: CN=A\, B,O=C`}},
		"đường dẫn chứng thư không hợp lệ: chi tiết kỹ thuật: x509: odd":                                                         {Code: sign.CodeChainInvalid, Args: []string{"x509: odd"}},
		"dữ liệu chữ ký (CMS) bị hỏng (bị cắt cụt)":                                                                              {Code: sign.CodeCMSMalformed, Args: []string{"malformed BER: truncated"}},
		"tệp có chỗ ghi sai quy cách, đã đọc được nhờ khôi phục (bảng mục lục đối tượng phải dựng lại)":                          {Code: sign.CodeRepaired, Args: []string{"xref-rebuilt", "-1"}},
		"tệp có chỗ ghi sai quy cách, đã đọc được nhờ khôi phục (độ dài luồng dữ liệu ghi sai, byte 7)":                          {Code: sign.CodeRepaired, Args: []string{"stream-length", "7"}},
		"chứng thư của «An» đã bị thu hồi khi ký (02/01/2026 10:00:00, lý do: lộ khóa của người ký)":                             {Code: sign.CodeRevoked, Args: []string{"CN=An,O=B", "2026-01-02T03:00:00Z", "keyCompromise"}},
		"chứng thư được cấp cho mục đích khác với ký tài liệu (xác thực máy chủ, ký phần mềm)":                                   {Code: sign.CodeExtendedUsage, Args: []string{"serverAuth", "codeSigning"}},
		"chưa tải được danh sách thu hồi (CRL) từ crl.ca.vn: máy chủ không trả lời kịp":                                          {Code: sign.CodeRevocationBad, Args: []string{"crl", "online", `"http://crl.ca.vn:80/a.crl": there was no answer in time`}},
		"chưa tải được câu trả lời OCSP từ ocsp.ca.vn: máy chủ báo lỗi 503":                                                      {Code: sign.CodeRevocationBad, Args: []string{"ocsp", "online", `"http://ocsp.ca.vn": the server answered with status 503`}},
		"danh sách thu hồi (CRL) tải qua mạng không dùng được: chữ ký trên đó không phải của tổ chức cấp chứng thư":              {Code: sign.CodeRevocationBad, Args: []string{"crl", "online", "signature"}},
		"câu trả lời OCSP trong thư mục --evidence không dùng được: bên trả lời không được tổ chức cấp chứng thư ủy quyền":       {Code: sign.CodeRevocationBad, Args: []string{"ocsp", "folder", "responder"}},
		"tệp có thay đổi sau khi ký (thay đổi không giải thích được)":                                                            {Code: sign.CodeChanged, Args: []string{"other"}},
		"chưa tải được chứng thư của tổ chức cấp từ ca.vn: máy chủ báo lỗi 404":                                                  {Code: sign.CodeRevocationBad, Args: []string{"certificate", "online", `"http://ca.vn/a.crt": the server answered with status 404`}},
		"dữ liệu thu hồi không dùng được":                                                                                        {Code: sign.CodeRevocationBad},
	} {
		assert.Equal(t, want, Reason(r).In(msg.Vietnamese))
	}
}

func TestNotAllowed(t *testing.T) {
	assert.True(t, NotAllowed(`"http://a.vn/x": the host or port is not on the list`))
	assert.False(t, NotAllowed(`"http://a.vn/x": there was no answer in time`))
	assert.False(t, NotAllowed("signature"))
}

func TestCommonName(t *testing.T) {
	for dn, want := range map[string]string{
		"CN=A,O=B": "A", "O=B,CN=A": "A", "O=B": "B", "C=LU,O=B": "B", "C=LU": "C=LU", `CN=A\, B`: "A, B", `O=x\,CN=y,CN=z`: "z", `CN=A\`: "A\\", "": "", "SERIALNUMBER=1+CN=A,C=VN": "A",
	} {
		assert.Equal(t, want, CommonName(dn), dn)
	}
}
