package words

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// known are the technical details that people can be told in words, by how they
// begin; rest names what stands behind that in the words, if they use it.
var known = []struct {
	begins string
	words  msg.Message
}{
	{"not a CA: ", msg.Message{ID: "sign-detail/not-ca", VI: "chứng thư «{name}» không phải của tổ chức chứng thực nên không được cấp chứng thư khác", EN: "the certificate «{name}» is not an authority's and may issue no other"}},
	{"may not sign certificates: ", msg.Message{ID: "sign-detail/no-cert-sign", VI: "chứng thư «{name}» không được dùng để cấp chứng thư khác", EN: "the certificate «{name}» may not be used to issue others"}},
	{"path length: ", msg.Message{ID: "sign-detail/path-length", VI: "quá số cấp mà chứng thư «{name}» cho phép", EN: "more levels than the certificate «{name}» allows"}},
	{"signature on ", msg.Message{ID: "sign-detail/link", VI: "chữ ký của tổ chức cấp trên chứng thư «{name}» không đúng", EN: "the issuer's signature on the certificate «{name}» is wrong"}},
	{"constraints that cannot be judged: ", msg.Message{ID: "sign-detail/constraints", VI: "chứng thư «{name}» có ràng buộc chưa xét được", EN: "the certificate «{name}» has constraints that cannot be judged"}},
	{"x509: unhandled critical extension", msg.Message{ID: "sign-detail/critical", VI: "chứng thư có phần mở rộng bắt buộc chưa hỗ trợ", EN: "a certificate has a critical extension that is not supported"}},
	{"x509: unsupported crl version", msg.Message{ID: "sign-detail/crl-version", VI: "danh sách thu hồi theo phiên bản cũ, chưa hỗ trợ", EN: "a CRL of an old version, which is not supported"}},
	{"malformed BER: truncated", msg.Message{ID: "sign-detail/truncated", VI: "bị cắt cụt", EN: "cut off"}},
	{"malformed BER: length", msg.Message{ID: "sign-detail/length", VI: "độ dài ghi trong dữ liệu không đúng", EN: "a length in the data is wrong"}},
	{"malformed BER: nested too deep", msg.Message{ID: "sign-detail/deep", VI: "lồng nhau quá sâu", EN: "nested too deep"}},
	{"malformed BER: too many", msg.Message{ID: "sign-detail/many", VI: "có quá nhiều phần tử", EN: "too many elements"}},
	{"too large", msg.Message{ID: "sign-detail/large", VI: "quá lớn", EN: "too large"}},
	{"delta CRL", msg.Message{ID: "sign-detail/delta", VI: "danh sách chỉ ghi phần thay đổi (delta), chưa hỗ trợ", EN: "a delta CRL, which is not supported"}},
	{"issuing distribution point", msg.Message{ID: "sign-detail/issuing-point", VI: "danh sách chỉ nói về một phần chứng thư theo cách chưa hỗ trợ", EN: "a CRL about a part of the certificates, in a way that is not supported"}},
	{"critical extension ", msg.Message{ID: "sign-detail/crl-critical", VI: "có phần mở rộng bắt buộc chưa hỗ trợ", EN: "a critical extension is not supported"}},
	{"signature", msg.Message{ID: "sign-detail/crl-signature", VI: "chữ ký trên đó không phải của tổ chức cấp chứng thư", EN: "it is not signed by the issuer of the certificate"}},
	{"responder", msg.Message{ID: "sign-detail/responder", VI: "bên trả lời không được tổ chức cấp chứng thư ủy quyền", EN: "who answered was not authorised by the issuer of the certificate"}},
	{"the responder gave no answer", msg.Message{ID: "sign-detail/no-answer", VI: "máy chủ từ chối trả lời", EN: "the responder gave no answer"}},
	{"malformed CRL", msg.Message{ID: "sign-detail/crl", VI: "không phải danh sách thu hồi (CRL) hoặc bị hỏng", EN: "not a CRL, or a damaged one"}},
	{"malformed OCSP answer", msg.Message{ID: "sign-detail/ocsp", VI: "không phải câu trả lời OCSP hoặc bị hỏng", EN: "not an OCSP answer, or a damaged one"}},
	{"not a regular file", msg.Message{ID: "sign-detail/not-a-file", VI: "không phải tệp thông thường", EN: "not a regular file"}},
	{"larger than ", msg.Message{ID: "sign-detail/larger", VI: "lớn hơn {name}", EN: "larger than {name}"}},
	{"key too large", msg.Message{ID: "sign-detail/key-large", VI: "khóa lớn quá mức hỗ trợ", EN: "a key larger than is supported"}},
	{"holds no certificate", msg.Message{ID: "sign-detail/no-certificate", VI: "không có chứng thư nào trong đó", EN: "there is no certificate in it"}},
	{"holds a PEM block", msg.Message{ID: "sign-detail/pem", VI: "chứa thứ khác ngoài chứng thư (ví dụ khóa riêng)", EN: "it holds something other than certificates, such as a private key"}},
	{"x509: malformed certificate", msg.Message{ID: "sign-detail/certificate", VI: "không phải chứng thư hoặc bị hỏng", EN: "not a certificate, or a damaged one"}},

	// Of pkg/sign/fetch, whose errors come here as text.
	{"the address cannot be asked", msg.Message{ID: "fetch/address", VI: "địa chỉ trong chứng thư không dùng được", EN: "the address in the certificate cannot be asked"}},
	{"the host or port is not on the list", msg.Message{ID: "fetch/host", VI: "máy chủ không có trong danh sách được phép hỏi", EN: "the host is not on the list of those that may be asked"}},
	{"the name leads to an address inside a network", msg.Message{ID: "fetch/private", VI: "tên máy chủ dẫn tới địa chỉ trong mạng nội bộ", EN: "the name leads to an address inside a network"}},
	{"the redirection is not followed", msg.Message{ID: "fetch/redirect", VI: "máy chủ chuyển hướng quá nhiều hoặc không an toàn", EN: "the server redirects too often or to nowhere safe"}},
	{"the answer is too large", msg.Message{ID: "fetch/large", VI: "dữ liệu trả về quá lớn", EN: "the answer is too large"}},
	{"too much was asked for already", msg.Message{ID: "fetch/much", VI: "đã hỏi quá nhiều lần trong lượt kiểm tra này", EN: "too much was asked for already"}},
	{"there was no answer in time", msg.Message{ID: "fetch/timeout", VI: "máy chủ không trả lời kịp", EN: "the server did not answer in time"}},
	{"there is no connection to the host", msg.Message{ID: "fetch/connect", VI: "không kết nối được tới máy chủ", EN: "there is no connection to the server"}},
	{"the host did not answer before", msg.Message{ID: "fetch/silent", VI: "máy chủ đã không trả lời trước đó, không hỏi lại", EN: "the server did not answer before and is not asked again"}},
	{"the server answered with status ", msg.Message{ID: "fetch/status", VI: "máy chủ báo lỗi {name}", EN: "the server answered with status {name}"}},
	{"the answer cannot be used", msg.Message{ID: "fetch/content", VI: "dữ liệu trả về không đúng loại cần hỏi", EN: "the answer is not what was asked for"}},
}

// Detail says a technical detail in words where it is known, and else puts it as
// what it is.
func Detail(detail string) msg.Text {
	for _, k := range known {
		if rest, ok := strings.CutPrefix(detail, k.begins); ok {
			return k.words.With("name", Clip(CommonName(rest)))
		}
	}
	if detail == "" {
		return noDetail.With()
	}
	return unknown.With("detail", Clip(detail))
}

// FetchFailure splits the detail of what could not be fetched into the host that
// was asked and why; the host is empty where the detail is none of that kind.
func FetchFailure(detail string) (host string, why msg.Text) {
	quoted, err := strconv.QuotedPrefix(detail)
	if err != nil {
		return "", Detail(detail)
	}
	address, err := strconv.Unquote(quoted)
	if err != nil {
		return "", Detail(detail)
	}
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		address = u.Hostname()
	}
	return Clip(address), Detail(strings.TrimPrefix(strings.TrimPrefix(detail, quoted), ": "))
}

// NotAllowed tells whether the detail of what could not be fetched says that the
// host may not be asked, which the user can change.
func NotAllowed(detail string) bool {
	_, why := FetchFailure(detail)
	return why.ID == "fetch/host"
}

// Online is the origin of revocation data from the network, as in the arguments
// of [sign.CodeRevocationBad].
const Online = "online"

// badRevocation says which revocation data is of no use, and why.
func badRevocation(kind, origin, detail string) msg.Text {
	what, ok := kinds[kind]
	if !ok {
		what = kindOther
	}
	host, why := FetchFailure(detail)
	if origin == Online && host != "" {
		return notFetched.With("what", what.With(), "host", host, "why", why)
	}
	from, ok := origins[origin]
	if !ok {
		from = originOther
	}
	return notUsable.With("what", what.With(), "from", from.With(), "why", why)
}

var (
	notFetched = msg.Message{ID: "sign-code/revocation-data-bad.online", VI: "chưa tải được {what} từ {host}: {why}", EN: "{what} could not be fetched from {host}: {why}"}
	notUsable  = msg.Message{ID: "sign-code/revocation-data-bad", VI: "{what} {from} không dùng được: {why}", EN: "{what} {from} cannot be used: {why}"}

	kindOther = msg.Message{ID: "sign-detail/kind", VI: "dữ liệu thu hồi", EN: "revocation data"}
	kinds     = map[string]msg.Message{
		"crl":         {ID: "sign-detail/kind-crl", VI: "danh sách thu hồi (CRL)", EN: "a CRL"},
		"certificate": {ID: "sign-detail/kind-certificate", VI: "chứng thư của tổ chức cấp", EN: "the issuer's certificate"},
		"ocsp":        {ID: "sign-detail/kind-ocsp", VI: "câu trả lời OCSP", EN: "an OCSP answer"},
	}
	originOther = msg.Message{ID: "sign-detail/origin", VI: "kèm theo", EN: "at hand"}
	origins     = map[string]msg.Message{
		"dss":    {ID: "sign-detail/origin-dss", VI: "lưu trong tệp", EN: "stored in the file"},
		"cms":    {ID: "sign-detail/origin-cms", VI: "kèm trong chữ ký", EN: "inside the signature"},
		"folder": {ID: "sign-detail/origin-folder", VI: "trong thư mục --evidence", EN: "in the folder --evidence"},
		Online:   {ID: "sign-detail/origin-online", VI: "tải qua mạng", EN: "from the network"},
	}
	noDetail = msg.Message{ID: "sign-detail/none", VI: "không rõ nguyên nhân", EN: "for an unknown reason"}
)

// usages says what a certificate was issued for.
func usages(names string) any {
	var all []msg.Text
	for _, name := range strings.Split(names, ", ") {
		if m, ok := usageWords[name]; ok {
			all = append(all, m.With())
		} else {
			all = append(all, unknown.With("detail", Clip(name)))
		}
	}
	text := all[0]
	for _, t := range all[1:] {
		text = pair.With("a", text, "b", t)
	}
	return text
}

// Usages says extended key usages in words, as the arguments of
// [sign.CodeExtendedUsage] name them.
func Usages(r sign.Reason) any { return usages(strings.Join(r.Args, ", ")) }

var (
	pair       = msg.Message{ID: "sign-detail/pair", VI: "{a}, {b}", EN: "{a}, {b}"}
	usageWords = map[string]msg.Message{
		"serverAuth":        {ID: "usage/server", VI: "xác thực máy chủ", EN: "server authentication"},
		"serverGatedCrypto": {ID: "usage/server", VI: "xác thực máy chủ", EN: "server authentication"},
		"codeSigning":       {ID: "usage/code", VI: "ký phần mềm", EN: "code signing"},
		"timeStamping":      {ID: "usage/stamp", VI: "cấp dấu thời gian", EN: "timestamping"},
		"OCSPSigning":       {ID: "usage/ocsp", VI: "trả lời OCSP", EN: "OCSP signing"},
		"ipsecEndSystem":    {ID: "usage/ipsec", VI: "mạng riêng ảo (IPsec)", EN: "IPsec"},
		"ipsecTunnel":       {ID: "usage/ipsec", VI: "mạng riêng ảo (IPsec)", EN: "IPsec"},
		"ipsecUser":         {ID: "usage/ipsec", VI: "mạng riêng ảo (IPsec)", EN: "IPsec"},
	}
)

// faults are repairs and doubts of package pdf in words.
var faults = map[string]msg.Message{
	"header-offset":       {ID: "pdf-fault/header", VI: "có dữ liệu trước phần đầu tệp", EN: "data before the header"},
	"startxref":           {ID: "pdf-fault/startxref", VI: "thiếu hoặc sai chỗ dẫn tới bảng mục lục", EN: "startxref is missing or wrong"},
	"xref-rebuilt":        {ID: "pdf-fault/rebuilt", VI: "bảng mục lục đối tượng phải dựng lại", EN: "the cross-references were rebuilt"},
	"prev-broken":         {ID: "pdf-fault/prev-broken", VI: "không đọc được bảng mục lục của lần lưu trước", EN: "an older cross-reference section cannot be read"},
	"prev-loop":           {ID: "pdf-fault/prev-loop", VI: "các bảng mục lục dẫn vòng tròn", EN: "cross-references lead in a circle"},
	"prev-relinked":       {ID: "pdf-fault/prev-relinked", VI: "sai chỗ dẫn tới bảng mục lục của lần lưu trước", EN: "the reference to the older cross-references is wrong"},
	"object-offset":       {ID: "pdf-fault/offset", VI: "đối tượng không nằm ở chỗ bảng mục lục ghi", EN: "an object is not where its entry says"},
	"stream-length":       {ID: "pdf-fault/length", VI: "độ dài luồng dữ liệu ghi sai", EN: "the length of a stream is wrong"},
	"eof-missing":         {ID: "pdf-fault/eof", VI: "thiếu dấu kết thúc tệp (%%EOF)", EN: "the end mark %%EOF is missing"},
	"trailing-data":       {ID: "pdf-fault/trailing", VI: "có dữ liệu sau phần cuối tệp", EN: "data behind the end"},
	"unlinked-data":       {ID: "pdf-fault/unlinked", VI: "có dữ liệu không thuộc đối tượng nào", EN: "data that belongs to no object"},
	"hybrid-inconsistent": {ID: "pdf-fault/hybrid", VI: "hai bảng mục lục mâu thuẫn nhau", EN: "two cross-reference sections disagree"},
	"structure":           {ID: "pdf-fault/structure", VI: "phần ghi thêm có cấu trúc không rõ ràng", EN: "the structure of an update is ambiguous"},
	"trailer":             {ID: "pdf-fault/trailer", VI: "mục cuối tệp thiếu, lặp hoặc không đúng", EN: "entries of the trailer are missing, given twice or wrong"},
	"xref-entries":        {ID: "pdf-fault/table", VI: "bảng mục lục sai quy cách hoặc không rõ ràng", EN: "a cross-reference section is malformed or ambiguous"},
	"entry":               {ID: "pdf-fault/entry", VI: "bảng mục lục không dẫn tới đối tượng của nó", EN: "an entry does not lead to its object"},
	"object-freed":        {ID: "pdf-fault/freed", VI: "đối tượng đang dùng bị xóa khỏi bảng mục lục", EN: "an object in use is freed"},
	"object-malformed":    {ID: "pdf-fault/object", VI: "đối tượng sai quy cách", EN: "an object is malformed"},
	"object-stream":       {ID: "pdf-fault/stream", VI: "nhóm đối tượng không khớp với bảng mục lục", EN: "an object stream disagrees with the cross-references"},
	"hidden-object":       {ID: "pdf-fault/hidden", VI: "có đối tượng ẩn ngoài bảng mục lục", EN: "an object that the cross-references do not list"},
	"hidden-xref":         {ID: "pdf-fault/keyword", VI: "có bảng mục lục ẩn", EN: "a cross-reference section that belongs to none"},
}
