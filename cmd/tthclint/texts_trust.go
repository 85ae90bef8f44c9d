package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help of what concerns trust and revocation.
var (
	helpTrust      = msg.Message{ID: "help/trust", VI: "`THƯ-MỤC` chứng thư tin cậy thêm của người dùng: chứng thư tự ký là gốc tin cậy, còn lại là trung gian", EN: "`FOLDER` of further certificates to trust: self-signed ones are the user's own anchors, others intermediates"}
	helpTrustStore = msg.Message{ID: "help/trust-store", VI: "`THƯ-MỤC` lưu chứng thư đã nhập bằng «tthclint trust» (mặc định trong thư mục cấu hình của người dùng)", EN: "`FOLDER` of the certificates imported with \"tthclint trust\" (default within the user's configuration)"}
	helpTrustOnly  = msg.Message{ID: "help/trust-only", VI: "chỉ tin cậy thư mục --trust: bỏ qua gốc tích hợp sẵn và chứng thư đã nhập", EN: "trust the folder --trust alone: neither built-in anchors nor imported certificates"}
	helpEvidence   = msg.Message{ID: "help/evidence", VI: "`THƯ-MỤC` dữ liệu thu hồi tải sẵn: danh sách thu hồi (.crl), trả lời OCSP (.ocsp, .ors), chứng thư", EN: "`FOLDER` of revocation data at hand: CRLs (.crl), OCSP answers (.ocsp, .ors), certificates"}
	helpOnline     = msg.Message{ID: "help/online", VI: "tra cứu thu hồi qua mạng (mặc định không dùng mạng)", EN: "ask for revocation over the network (default: offline)"}
	helpOnlineHost = msg.Message{ID: "help/online-host", VI: "với --online: cho phép hỏi thêm máy chủ có `TÊN` này (mặc định chỉ ca.gov.vn, rootca.gov.vn)", EN: "with --online: also ask the host of this `NAME` (default ca.gov.vn and rootca.gov.vn alone)"}

	helpTrustCommand = msg.Message{ID: "help/trust-command", VI: "gốc tin cậy: liệt kê, nhập, tải chứng thư", EN: "trust anchors: list, import, download certificates"}
	helpTrustLong    = msg.Message{
		ID: "help/trust-long",
		VI: "Gốc tin cậy tích hợp sẵn gồm hai chứng thư của Ban Cơ yếu Chính phủ và gốc chứng thực điện tử quốc gia. Chứng thư khác chỉ được nhận khi khớp dấu vân tay biết trước, hoặc khi người dùng tự quyết định (--as-anchor); mọi báo cáo đều ghi rõ.",
		EN: "Two anchors of the Government Cipher Committee and the national root are built in. Another certificate is taken when its fingerprint is known beforehand, or on the user's own decision (--as-anchor), which every report names.",
	}
	helpTrustList       = msg.Message{ID: "help/trust-list", VI: "liệt kê gốc tích hợp sẵn, chứng thư đã nhập, chứng thư biết trước", EN: "list built-in anchors, imported and known certificates"}
	helpTrustImport     = msg.Message{ID: "help/trust-import", VI: "nhập chứng thư từ tệp (.crt, .cer, .pem, .p7b)", EN: "import certificates from files (.crt, .cer, .pem, .p7b)"}
	helpTrustImportLong = msg.Message{
		ID: "help/trust-import-long",
		VI: "Nhập chứng thư của tổ chức chứng thực. Chứng thư khớp dấu vân tay biết trước được nhận ngay; chứng thư khác chỉ được nhận với --as-anchor, sau khi đã đối chiếu SHA-256 với nơi phát hành.",
		EN: "Imports certificates of authorities. One whose fingerprint is known beforehand is taken; any other needs --as-anchor, after its SHA-256 was compared with the publisher's.",
	}
	helpTrustImportExample = msg.Message{ID: "help/trust-import-example", VI: "  tthclint trust import rootca.crt cp.crt\n  tthclint trust import --as-anchor ca-noi-bo.pem", EN: "  tthclint trust import rootca.crt cp.crt\n  tthclint trust import --as-anchor our-ca.pem"}
	helpTrustUpdate        = msg.Message{ID: "help/trust-update", VI: "tải chứng thư biết trước từ nơi phát hành (dùng mạng)", EN: "download known certificates from their publishers (online)"}
	helpTrustUpdateLong    = msg.Message{
		ID: "help/trust-update-long",
		VI: "Hỏi các địa chỉ công bố của ca.gov.vn, rootca.gov.vn; chỉ nhận chứng thư khớp dấu vân tay biết trước và đối chiếu gốc tích hợp sẵn với bản công bố.",
		EN: "Asks the addresses of ca.gov.vn and rootca.gov.vn, takes only what has a known fingerprint, and compares the built-in anchors with what is published.",
	}
	helpTrustRemove = msg.Message{ID: "help/trust-remove", VI: "bỏ một chứng thư đã nhập", EN: "remove an imported certificate"}
	helpAsAnchor    = msg.Message{ID: "help/as-anchor", VI: "tự quyết định tin cậy chứng thư này; mọi báo cáo sẽ ghi là của người dùng", EN: "trust this certificate on one's own decision; every report says so"}
	helpFiles       = msg.Message{ID: "help/files", VI: "TỆP…", EN: "FILE…"}
)

// What is said of folders of certificates and revocation data.
var (
	textTrustNotFolder = msg.Message{ID: "cmd/trust.folder", VI: "--trust cần một thư mục, «{path}» là tệp.", EN: "--trust needs a folder, «{path}» is a file."}
	textTrustEmpty     = msg.Message{ID: "cmd/trust.empty", VI: "thư mục «{path}» của --trust không có chứng thư nào.", EN: "the folder «{path}» of --trust holds no certificate."}
	textTrustBroken    = msg.Message{ID: "cmd/trust.broken", VI: "không dùng được thư mục «{path}» của --trust: {reason}", EN: "the folder «{path}» of --trust cannot be used: {reason}"}
	textTrustOnly      = msg.Message{ID: "cmd/trust.only", VI: "--trust-only cần có --trust.", EN: "--trust-only needs --trust."}
	textTrustRemedy    = msg.Message{ID: "cmd/trust.remedy", VI: "Đặt vào một thư mục các chứng thư gốc và trung gian (.pem, .crt, .cer, .der), không kèm khóa riêng, rồi chỉ ra thư mục đó.", EN: "Put the root and intermediate certificates (.pem, .crt, .cer, .der) without private keys into a folder and name that."}

	textEvidenceNotFolder = msg.Message{ID: "cmd/evidence.folder", VI: "--evidence cần một thư mục, «{path}» là tệp.", EN: "--evidence needs a folder, «{path}» is a file."}
	textEvidenceEmpty     = msg.Message{ID: "cmd/evidence.empty", VI: "thư mục «{path}» của --evidence không có dữ liệu thu hồi nào.", EN: "the folder «{path}» of --evidence holds no revocation data."}
	textEvidenceBroken    = msg.Message{ID: "cmd/evidence.broken", VI: "không dùng được thư mục «{path}» của --evidence: {reason}", EN: "the folder «{path}» of --evidence cannot be used: {reason}"}
	textEvidenceRemedy    = msg.Message{ID: "cmd/evidence.remedy", VI: "Đặt vào một thư mục các danh sách thu hồi (.crl), trả lời OCSP (.ocsp, .ors) tải từ tổ chức chứng thực, rồi chỉ ra thư mục đó; bỏ tệp hỏng ra.", EN: "Put the CRLs (.crl) and OCSP answers (.ocsp, .ors) of the authorities into a folder and name that; take broken files out."}

	textInFile       = msg.Message{ID: "cmd/in-file", VI: "tệp «{file}»: {reason}", EN: "the file «{file}»: {reason}"}
	textInFileRemedy = msg.Message{ID: "cmd/in-file.remedy", VI: "Tải lại tệp đó từ tổ chức chứng thực, hoặc bỏ ra khỏi thư mục rồi chạy lại.", EN: "Download that file from the authority again, or take it out of the folder, and run it again."}

	textHostForm          = msg.Message{ID: "cmd/online-host.form", VI: "tên máy chủ, không kèm cổng hay đường dẫn, ví dụ crl.vidu.vn", EN: "a host name without port or path, as crl.example.vn"}
	textHostOffline       = msg.Message{ID: "cmd/online-host.offline", VI: "--online-host chỉ dùng cùng --online.", EN: "--online-host is only for use with --online."}
	textHostOfflineRemedy = msg.Message{ID: "cmd/online-host.offline-remedy", VI: "Thêm --online, hoặc bỏ --online-host.", EN: "Add --online, or leave --online-host out."}

	textStoreNotFolder      = msg.Message{ID: "cmd/store.folder", VI: "nơi lưu chứng thư «{path}» là tệp, không phải thư mục.", EN: "the store of certificates «{path}» is a file, not a folder."}
	textStoreBroken         = msg.Message{ID: "cmd/store.broken", VI: "không dùng được «{path}» trong nơi lưu chứng thư: {reason}", EN: "«{path}» in the store of certificates cannot be used: {reason}"}
	textStoreBrokenRemedy   = msg.Message{ID: "cmd/store.broken-remedy", VI: "Xem ai đã đặt hoặc sửa «{path}»; bỏ tệp đó ra khỏi thư mục rồi nhập lại bằng: tthclint trust import", EN: "Find out who put or changed «{path}»; take the file out of the folder and import it again: tthclint trust import"}
	textStoreTampered       = msg.Message{ID: "cmd/store.tampered", VI: "nội dung không đúng chứng thư đã nhập, tệp đã bị sửa.", EN: "its content is not the certificate that was imported; the file was changed."}
	textStoreNotImported    = msg.Message{ID: "cmd/store.not-imported", VI: "chứng thư này chưa được nhập bằng «tthclint trust import».", EN: "this certificate was not imported with \"tthclint trust import\"."}
	textStoreGone           = msg.Message{ID: "cmd/store.gone", VI: "chứng thư có trong danh sách gốc của người dùng (own.json) nhưng tệp đã mất.", EN: "the certificate is on the list of own anchors (own.json), but its file is gone."}
	textStoreUnwritable     = msg.Message{ID: "cmd/store.unwritable", VI: "không ghi được vào nơi lưu chứng thư «{path}»: {reason}", EN: "the store of certificates «{path}» cannot be written to: {reason}"}
	textNoWriting           = msg.Message{ID: "cmd/store.no-writing", VI: "không có quyền ghi.", EN: "no permission to write."}
	textStoreNamed          = msg.Message{ID: "cmd/store.named", VI: "Chỉ ra thư mục khác bằng --trust-store.", EN: "Name another folder with --trust-store."}
	textNoStore             = msg.Message{ID: "cmd/store.none", VI: "người dùng này không có thư mục cấu hình để lưu chứng thư.", EN: "this user has no configuration folder to keep certificates in."}
	textSeeTrustList        = msg.Message{ID: "cmd/trust.see-list", VI: "Xem danh sách: tthclint trust list", EN: "See the list: tthclint trust list"}
	textNoFingerprint       = msg.Message{ID: "cmd/trust.no-fingerprint", VI: "chưa cho biết SHA-256 của chứng thư cần bỏ.", EN: "the SHA-256 of the certificate to remove was not given."}
	textNoSuchEntry         = msg.Message{ID: "cmd/trust.no-entry", VI: "không có đúng một chứng thư đã nhập với SHA-256 «{sha256}».", EN: "there is not exactly one imported certificate with SHA-256 «{sha256}»."}
	textShortFingerprint    = msg.Message{ID: "cmd/trust.short", VI: "SHA-256 «{sha256}» quá ngắn, cần ít nhất {n} chữ số đầu.", EN: "the SHA-256 «{sha256}» is too short, give at least its first {n} digits."}
	textRemoved             = msg.Message{ID: "cmd/trust.removed", VI: "Đã bỏ: {subject}", EN: "Removed: {subject}"}
	textCertificateIsFolder = msg.Message{ID: "cmd/import.folder", VI: "«{path}» là thư mục, cần tệp chứng thư.", EN: "«{path}» is a folder, a certificate file is needed."}
)

// What is said of an import.
var (
	textNoCertificate       = msg.Message{ID: "cmd/import.none", VI: "chưa cho biết tệp chứng thư cần nhập.", EN: "no certificate file was given."}
	textNoCertificateRemedy = msg.Message{ID: "cmd/import.none-remedy", VI: "Chỉ ra tệp chứng thư của tổ chức chứng thực (.crt, .cer, .pem, .der hoặc .p7b).", EN: "Name a certificate file of an authority (.crt, .cer, .pem, .der or .p7b)."}
	textNoCertificateIn     = msg.Message{ID: "cmd/import.not-certificate", VI: "không đọc được chứng thư trong «{path}»: {reason}", EN: "no certificate can be read from «{path}»: {reason}"}

	textImported     = msg.Message{ID: "cmd/import.intermediate", VI: "Đã nhập, khớp dấu vân tay biết trước (trung gian): {subject}", EN: "Imported, its fingerprint was known beforehand (intermediate): {subject}"}
	textImportedRoot = msg.Message{ID: "cmd/import.root", VI: "Đã nhập, khớp dấu vân tay biết trước (gốc tin cậy): {subject}", EN: "Imported, its fingerprint was known beforehand (trust anchor): {subject}"}
	textImportedOwn  = msg.Message{ID: "cmd/import.own", VI: "Đã nhập làm gốc tin cậy của người dùng; mọi báo cáo sẽ ghi rõ: {subject}", EN: "Imported as an anchor of your own, which every report will name: {subject}"}
	textIsPresent    = msg.Message{ID: "cmd/import.present", VI: "Đã có sẵn: {subject}", EN: "It was there already: {subject}"}
	textIsBuiltIn    = msg.Message{ID: "cmd/import.built-in", VI: "Đã tích hợp sẵn, không cần nhập: {subject}", EN: "Built in, nothing to import: {subject}"}

	textUnpinned       = msg.Message{ID: "cmd/import.unpinned", VI: "không nhập chứng thư «{subject}» trong «{path}»: dấu vân tay không có trong danh sách biết trước. SHA-256: {sha256}", EN: "the certificate «{subject}» in «{path}» is not imported: its fingerprint is not known beforehand. SHA-256: {sha256}"}
	textLikely         = msg.Message{ID: "cmd/import.likely", VI: "không nhập chứng thư «{subject}» trong «{path}»: giống «{name}», nhưng chỉ biết trước tên hoặc SHA-1 nên chưa đủ để xác nhận. SHA-256: {sha256}", EN: "the certificate «{subject}» in «{path}» is not imported: it looks like «{name}», of which only the name or SHA-1 is known, and that proves nothing. SHA-256: {sha256}"}
	textUnpinnedRemedy = msg.Message{
		ID: "cmd/import.unpinned-remedy",
		VI: "Hỏi nơi phát hành qua kênh khác (điện thoại, công văn) để đối chiếu SHA-256. Nếu khớp và bạn tự quyết định tin cậy: tthclint trust import --as-anchor \"{path}\". Chứng thư trung gian của một gốc đã tin cậy thì chỉ cần đặt vào thư mục --trust.",
		EN: "Ask its publisher over another channel (telephone, letter) and compare the SHA-256. If it agrees and you decide to trust it: tthclint trust import --as-anchor \"{path}\". An intermediate below an anchor can simply be put into the folder --trust.",
	}
	textNotAuthority       = msg.Message{ID: "cmd/import.not-authority", VI: "không nhập «{subject}» trong «{path}»: đây là chứng thư của người ký, không phải của tổ chức chứng thực. SHA-256: {sha256}", EN: "«{subject}» in «{path}» is not imported: it is the certificate of a signer, not of an authority. SHA-256: {sha256}"}
	textNotAuthorityRemedy = msg.Message{ID: "cmd/import.not-authority-remedy", VI: "Nhập chứng thư của tổ chức đã cấp chứng thư này.", EN: "Import the certificate of the authority that issued it."}
	textNotImported        = msg.Message{ID: "cmd/import.refused", VI: "không nhập «{subject}» trong «{path}»: {reason} (SHA-256: {sha256})", EN: "«{subject}» in «{path}» is not imported: {reason} (SHA-256: {sha256})"}
)

// What is said of an update.
var (
	textUpdateSame   = msg.Message{ID: "cmd/update.same", VI: "Gốc tích hợp sẵn khớp với bản công bố: {subject}", EN: "The built-in anchor agrees with what is published: {subject}"}
	textUpdateFailed = msg.Message{ID: "cmd/update.failed", VI: "Chưa tải được «{name}» từ {address}: {reason}", EN: "«{name}» could not be fetched from {address}: {reason}"}
	textUpdateOther  = msg.Message{ID: "cmd/update.other", VI: "Không nhận «{name}» từ {address}: chứng thư ở đó không khớp dấu vân tay biết trước (SHA-256 {sha256})", EN: "«{name}» from {address} is not taken: the certificate there does not have the known fingerprint (SHA-256 {sha256})"}
	textUpdateSome   = msg.Message{ID: "cmd/update.some", VI: "{n}/{of} chứng thư chưa tải được hoặc không khớp.", EN: "{n}/{of} certificates could not be fetched or do not agree."}
	textUpdateNone   = msg.Message{ID: "cmd/update.none", VI: "không tải được chứng thư nào từ nơi phát hành.", EN: "no certificate could be fetched from its publisher."}
	textUpdateRemedy = msg.Message{ID: "cmd/update.remedy", VI: "Kiểm tra kết nối mạng, hoặc tải bằng trình duyệt trên máy khác rồi chạy: tthclint trust import TỆP", EN: "Check the network, or download with a browser on another machine and run: tthclint trust import FILE"}

	textNetTimeout  = msg.Message{ID: "cmd/net.timeout", VI: "máy chủ không trả lời kịp.", EN: "the server did not answer in time."}
	textNetSilent   = msg.Message{ID: "cmd/net.silent", VI: "máy chủ đã không trả lời trước đó, không hỏi lại.", EN: "the server did not answer before and is not asked again."}
	textNetConnect  = msg.Message{ID: "cmd/net.connect", VI: "không kết nối được tới máy chủ.", EN: "there is no connection to the server."}
	textNetPrivate  = msg.Message{ID: "cmd/net.private", VI: "tên máy chủ dẫn tới địa chỉ trong mạng nội bộ.", EN: "the name leads to an address inside a network."}
	textNetHost     = msg.Message{ID: "cmd/net.host", VI: "máy chủ không có trong danh sách được phép.", EN: "the host is not on the list of those allowed."}
	textNetRedirect = msg.Message{ID: "cmd/net.redirect", VI: "máy chủ chuyển hướng quá nhiều hoặc không an toàn.", EN: "the server redirects too often or to nowhere safe."}
	textNetTooLarge = msg.Message{ID: "cmd/net.too-large", VI: "dữ liệu trả về quá lớn.", EN: "the answer is too large."}
)

// What "trust list" says.
var (
	listBuiltIn  = msg.Message{ID: "trust/built-in", VI: "TÍCH HỢP SẴN", EN: "BUILT IN"}
	listImported = msg.Message{ID: "trust/imported", VI: "ĐÃ NHẬP: {n} ({path})", EN: "IMPORTED: {n} ({path})"}
	listKnown    = msg.Message{ID: "trust/known", VI: "BIẾT TRƯỚC, CHƯA NHẬP", EN: "KNOWN, NOT IMPORTED"}
	listKnownHow = msg.Message{
		ID: "trust/known-how",
		VI: "Nhập: tải tệp từ địa chỉ trên rồi chạy «tthclint trust import TỆP», hoặc chạy «tthclint trust update» trên máy có mạng.",
		EN: "To import: download the file from its address and run \"tthclint trust import FILE\", or run \"tthclint trust update\" on a machine that is online.",
	}
	listNamed    = msg.Message{ID: "trust/named", VI: "CHỈ BIẾT TÊN HOẶC SHA-1", EN: "ONLY THE NAME OR SHA-1 IS KNOWN"}
	listNamedHow = msg.Message{
		ID: "trust/named-how",
		VI: "Tên và SHA-1 chưa đủ để xác nhận một chứng thư: chỉ nhập được với --as-anchor, sau khi đã đối chiếu SHA-256 với nơi phát hành.",
		EN: "A name or SHA-1 does not prove a certificate: it is imported with --as-anchor alone, after its SHA-256 was compared with the publisher's.",
	}
	textTrustCheck = msg.Message{
		ID: "trust/check",
		VI: "Cách đối chiếu: tải chứng thư từ nguồn trên; trên Windows chạy «certutil -dump TỆP» và xem dòng Cert Hash(sha256) (cửa sổ chứng thư, thẻ Chi tiết, mục Thumbprint, là SHA-1); nơi khác chạy «openssl x509 -in TỆP -noout -fingerprint -sha256». So với dấu vân tay ở đây, và hỏi nơi phát hành qua kênh khác (điện thoại, công văn).",
		EN: "To check: download the certificate from the address above; on Windows run \"certutil -dump FILE\", line Cert Hash(sha256) (the Thumbprint in the certificate window is SHA-1); elsewhere run \"openssl x509 -in FILE -noout -fingerprint -sha256\". Compare it with the fingerprint here, and ask the publisher over another channel (telephone, letter).",
	}

	labelSubject   = msg.Message{ID: "trust/subject", VI: "Chủ thể:", EN: "Subject:"}
	labelStatus    = msg.Message{ID: "trust/status", VI: "Tình trạng:", EN: "Status:"}
	labelTerm      = msg.Message{ID: "trust/term", VI: "Hiệu lực:", EN: "Term:"}
	labelSHA256    = msg.Message{ID: "trust/sha256", VI: "SHA-256:", EN: "SHA-256:"}
	labelSHA1      = msg.Message{ID: "trust/sha1", VI: "SHA-1:", EN: "SHA-1:"}
	labelPublisher = msg.Message{ID: "trust/publisher", VI: "Phát hành:", EN: "Publisher:"}
	labelDownload  = msg.Message{ID: "trust/download", VI: "Nguồn:", EN: "Source:"}
	labelFile      = msg.Message{ID: "trust/file", VI: "Tệp:", EN: "File:"}

	textTerm         = msg.Message{ID: "trust/term-days", VI: "{from} – {until}", EN: "{from} – {until}"}
	statusBuiltIn    = msg.Message{ID: "trust/is-built-in", VI: "gốc tin cậy, tích hợp sẵn", EN: "trust anchor, built in"}
	statusOwn        = msg.Message{ID: "trust/is-own", VI: "gốc tin cậy của người dùng, nhập ngày {date}", EN: "the user's own trust anchor, imported on {date}"}
	statusPinned     = msg.Message{ID: "trust/is-pinned", VI: "trung gian, khớp dấu vân tay biết trước", EN: "intermediate, its fingerprint was known beforehand"}
	statusPinnedRoot = msg.Message{ID: "trust/is-pinned-root", VI: "gốc tin cậy, khớp dấu vân tay biết trước", EN: "trust anchor, its fingerprint was known beforehand"}
	statusKnown      = msg.Message{ID: "trust/is-known", VI: "trung gian, chưa nhập", EN: "intermediate, not imported"}
	statusKnownRoot  = msg.Message{ID: "trust/is-known-root", VI: "gốc, chưa nhập", EN: "root, not imported"}
)
