package signatures

import (
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Words for the values of the separate answers. A test compares their keys with
// the constants of package sign.

var indicationWords = map[sign.Indication]msg.Message{
	sign.TotalPassed:   {ID: "verify/passed", VI: "Đạt kiểm tra sơ bộ", EN: "Passes the pre-check"},
	sign.Indeterminate: {ID: "verify/indeterminate", VI: "Chưa kết luận được", EN: "No conclusion"},
	sign.TotalFailed:   {ID: "verify/failed", VI: "Không đạt", EN: "Fails"},
}

var subWords = map[sign.Sub]msg.Message{
	sign.SubFormatFailure:         {ID: "verify/sub-format", VI: "chữ ký hoặc tệp sai quy cách", EN: "the signature or the file is not well formed"},
	sign.SubHashFailure:           {ID: "verify/sub-hash", VI: "nội dung đã ký bị thay đổi", EN: "what was signed has changed"},
	sign.SubSigCryptoFailure:      {ID: "verify/sub-crypto", VI: "chữ ký không khớp với khóa của người ký", EN: "the signature does not match the signer's key"},
	sign.SubNoSigningCertificate:  {ID: "verify/sub-no-certificate", VI: "không xác định được chứng thư của người ký", EN: "the signer's certificate cannot be told"},
	sign.SubNoCertificateChain:    {ID: "verify/sub-no-chain", VI: "chứng thư chưa dẫn được đến gốc tin cậy", EN: "the certificate leads to no trusted root"},
	sign.SubChainConstraints:      {ID: "verify/sub-chain-constraints", VI: "chứng thư không được cấp cho việc ký này", EN: "the certificate was not issued for this use"},
	sign.SubChainGeneral:          {ID: "verify/sub-chain", VI: "đường dẫn chứng thư không đúng", EN: "the certificate path is not right"},
	sign.SubOutOfBoundsNoPOE:      {ID: "verify/sub-out-of-bounds", VI: "chứng thư không trong thời hạn và không có bằng chứng ký khi còn hạn", EN: "the certificate is out of term and nothing proves that it was signed in term"},
	sign.SubOutOfBoundsNotRevoked: {ID: "verify/sub-out-of-bounds-good", VI: "chứng thư không trong thời hạn, chưa bị thu hồi", EN: "the certificate is out of term and not revoked"},
	sign.SubNotYetValid:           {ID: "verify/sub-not-yet-valid", VI: "ký khi chứng thư chưa có hiệu lực", EN: "signed before the certificate was valid"},
	sign.SubExpired:               {ID: "verify/sub-expired", VI: "ký khi chứng thư đã hết hạn", EN: "signed after the certificate had expired"},
	sign.SubCryptoConstraints:     {ID: "verify/sub-algorithm", VI: "thuật toán hoặc độ dài khóa không bảo đảm", EN: "the algorithm or the key size is not good enough"},
	sign.SubCryptoNoPOE:           {ID: "verify/sub-algorithm-no-poe", VI: "thuật toán hoặc độ dài khóa không còn bảo đảm và không có bằng chứng thời điểm ký", EN: "the algorithm or the key size is no longer good enough and nothing proves the signing time"},
	sign.SubSigConstraints:        {ID: "verify/sub-constraints", VI: "tệp bị thay đổi sau khi ký mà không rõ hoặc không được phép", EN: "the file was changed after signing in a way that is not explained or not permitted"},
	sign.SubTimestampOrder:        {ID: "verify/sub-timestamp-order", VI: "thứ tự các dấu thời gian không đúng", EN: "the order of the timestamps is not right"},
	sign.SubTryLater:              {ID: "verify/sub-try-later", VI: "chưa đủ dữ liệu thu hồi", EN: "revocation data is missing"},
	sign.SubRevoked:               {ID: "verify/sub-revoked", VI: "chứng thư đã bị thu hồi khi ký", EN: "the certificate was revoked when signing"},
	sign.SubRevokedNoPOE:          {ID: "verify/sub-revoked-no-poe", VI: "chứng thư đã bị thu hồi và không có bằng chứng ký trước đó", EN: "the certificate was revoked and nothing proves that it was signed before"},
}

// trustSubWords say the sub-indication of a certificate that leads to no trusted
// root by where it leads.
var trustSubWords = map[sign.TrustState]msg.Message{
	sign.StrangerRoot:    {ID: "verify/sub-stranger", VI: "chứng thư dẫn đến gốc lạ, không thuộc danh sách tin cậy", EN: "the certificate leads to a root that is not among the trusted ones"},
	sign.SelfSigned:      {ID: "verify/sub-self-signed", VI: "chứng thư tự ký, không do tổ chức chứng thực nào cấp", EN: "the certificate is self-signed and issued by no authority"},
	sign.IncompleteChain: {ID: "verify/sub-incomplete", VI: "thiếu chứng thư của tổ chức cấp nên chưa dẫn được đến gốc tin cậy", EN: "an issuer's certificate is missing, so it leads to no trusted root yet"},
}

var integrityWords = map[sign.Integrity]msg.Message{
	sign.Intact:       {ID: "verify/intact", VI: "nội dung đã ký còn nguyên vẹn", EN: "what was signed is intact"},
	sign.Broken:       {ID: "verify/broken", VI: "KHÔNG toàn vẹn", EN: "BROKEN"},
	sign.Unverifiable: {ID: "verify/unverifiable", VI: "chưa kiểm tra được", EN: "cannot be checked"},
}

var coverageWords = map[sign.Coverage]msg.Message{
	sign.WholeFile:     {ID: "verify/whole-file", VI: "ký toàn bộ tệp", EN: "the whole file"},
	sign.WholeRevision: {ID: "verify/whole-revision", VI: "ký toàn bộ tệp tại lần lưu đó; sau đó tệp được ghi thêm", EN: "the whole file as it was in that revision; the file was extended later"},
	sign.Partial:       {ID: "verify/partial", VI: "CHỈ ký một phần tệp", EN: "ONLY a part of the file"},
	sign.Incoherent:    {ID: "verify/incoherent", VI: "phạm vi ký KHÔNG đúng của chữ ký này", EN: "the range is NOT that of this signature"},
}

var roleWords = map[sign.Role]msg.Message{
	sign.RoleUnknown: {ID: "verify/role-unknown", VI: "chưa rõ cá nhân hay cơ quan", EN: "person or agency: unknown"},
	sign.RolePerson:  {ID: "verify/role-person", VI: "cá nhân", EN: "a person"},
	sign.RoleAgency:  {ID: "verify/role-agency", VI: "cơ quan, tổ chức", EN: "an agency"},
	sign.RoleScanner: {ID: "verify/role-scanner", VI: "người số hóa", EN: "the one who scanned"},
}

var trustWords = map[sign.TrustState]msg.Message{
	sign.Trusted:         {ID: "verify/trusted", VI: "dẫn đến gốc tin cậy", EN: "leads to a trusted root"},
	sign.NoAnchor:        {ID: "verify/no-anchor", VI: "chưa xét độ tin cậy vì chưa khai báo chứng thư gốc (--trust)", EN: "trust was not judged, since no root was given (--trust)"},
	sign.IncompleteChain: {ID: "verify/incomplete-chain", VI: "chưa xét được độ tin cậy vì thiếu chứng thư của tổ chức cấp", EN: "trust could not be judged: an issuer's certificate is missing"},
	sign.StrangerRoot:    {ID: "verify/stranger-root", VI: "KHÔNG tin cậy: chứng thư dẫn đến gốc lạ", EN: "NOT trusted: leads to a stranger's root"},
	sign.SelfSigned:      {ID: "verify/self-signed", VI: "KHÔNG tin cậy: chứng thư tự ký", EN: "NOT trusted: self-signed"},
	sign.ChainInvalid:    {ID: "verify/chain-invalid", VI: "KHÔNG tin cậy: đường dẫn chứng thư không đúng", EN: "NOT trusted: the certificate path is not right"},
	sign.TrustUnknown:    {ID: "verify/trust-unknown", VI: "không có chứng thư để xét", EN: "there is no certificate to judge"},
}

var termWords = map[sign.Term]msg.Message{
	sign.TermWithin:       {ID: "verify/term-within", VI: "còn hạn khi ký", EN: "in term when signing"},
	sign.TermExpiredToday: {ID: "verify/term-expired-today", VI: "còn hạn vào lúc ký tự khai, nay đã hết hạn", EN: "in term at the claimed time, expired by now"},
	sign.TermAfter:        {ID: "verify/term-after", VI: "ĐÃ HẾT HẠN khi ký", EN: "EXPIRED when signing"},
	sign.TermBefore:       {ID: "verify/term-before", VI: "CHƯA CÓ HIỆU LỰC khi ký", EN: "NOT YET VALID when signing"},
	sign.TermUnknown:      {ID: "verify/term-unknown", VI: "chưa rõ thời hạn", EN: "term unknown"},
}

// stampTermWords replace what is not so of a document timestamp: its time is
// its authority's word.
var stampTermWords = map[sign.Term]msg.Message{
	sign.TermWithin:       {ID: "verify/stamp-term-within", VI: "còn hạn vào lúc đóng dấu", EN: "in term at its time"},
	sign.TermExpiredToday: {ID: "verify/stamp-term-expired-today", VI: "còn hạn vào lúc đóng dấu, nay đã hết hạn", EN: "in term at its time, expired by now"},
	sign.TermAfter:        {ID: "verify/stamp-term-after", VI: "ĐÃ HẾT HẠN vào lúc đóng dấu", EN: "EXPIRED at its time"},
	sign.TermBefore:       {ID: "verify/stamp-term-before", VI: "CHƯA CÓ HIỆU LỰC vào lúc đóng dấu", EN: "NOT YET VALID at its time"},
}

var stampRevocationWords = map[sign.Revocation]msg.Message{
	sign.RevocationGood:         {ID: "verify/stamp-revocation-good", VI: "không bị thu hồi vào lúc đóng dấu", EN: "not revoked at its time"},
	sign.RevocationRevoked:      {ID: "verify/stamp-revocation-revoked", VI: "ĐÃ BỊ THU HỒI vào lúc đóng dấu", EN: "REVOKED at its time"},
	sign.RevocationRevokedLater: {ID: "verify/stamp-revocation-later", VI: "bị thu hồi sau thời điểm của dấu", EN: "revoked after its time"},
}

var revocationWords = map[sign.Revocation]msg.Message{
	sign.RevocationUnknown:      {ID: "verify/revocation-unknown", VI: "chưa rõ có bị thu hồi hay không", EN: "revocation status unknown"},
	sign.RevocationGood:         {ID: "verify/revocation-good", VI: "không bị thu hồi khi ký", EN: "not revoked when signing"},
	sign.RevocationRevoked:      {ID: "verify/revocation-revoked", VI: "ĐÃ BỊ THU HỒI khi ký", EN: "REVOKED when signing"},
	sign.RevocationRevokedLater: {ID: "verify/revocation-revoked-later", VI: "bị thu hồi sau thời điểm ký tự khai", EN: "revoked after the claimed signing time"},
}

var originWords = map[sign.Origin]msg.Message{
	sign.OriginBuiltIn: {ID: "verify/origin-built-in", VI: "gốc cài sẵn", EN: "built-in"},
	sign.OriginPinned:  {ID: "verify/origin-pinned", VI: "gốc đã đối chiếu dấu vân tay", EN: "confirmed by its pin"},
	sign.OriginOwn:     {ID: "verify/origin-own", VI: "gốc do người dùng tự thêm", EN: "added by the user"},
}

var actionWords = map[sign.Action]msg.Message{
	sign.ActionAdded:    {ID: "verify/action-added", VI: "thêm", EN: "added"},
	sign.ActionReplaced: {ID: "verify/action-replaced", VI: "thay", EN: "replaced"},
	sign.ActionRemoved:  {ID: "verify/action-removed", VI: "gỡ bỏ", EN: "removed"},
}

// markWords are by [sign.Mark.Kind].
var markWords = map[string]msg.Message{
	"stamp":     {ID: "verify/mark-stamp", VI: "hình dấu", EN: "a stamp"},
	"ink":       {ID: "verify/mark-ink", VI: "nét vẽ tay", EN: "ink"},
	"free-text": {ID: "verify/mark-text", VI: "dòng chữ chèn thêm", EN: "text laid over the page"},
	"field":     {ID: "verify/mark-field", VI: "hình trong ô ký chưa có chữ ký số", EN: "a picture in a field without a signature"},
}

// verdictWords say the answer about a file as a whole.
var (
	wordAccepted     = msg.Message{ID: "verify/accepted", VI: "ĐẠT KIỂM TRA SƠ BỘ", EN: "PASSES THE PRE-CHECK"}
	wordRejected     = msg.Message{ID: "verify/rejected", VI: "KHÔNG ĐẠT", EN: "FAILS"}
	wordUndetermined = msg.Message{ID: "verify/undetermined", VI: "CHƯA KẾT LUẬN ĐƯỢC", EN: "NO CONCLUSION"}
)
