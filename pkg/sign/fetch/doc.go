// Package fetch is the one place of the library that uses the network. A
// [Client] obtains CRLs, OCSP answers and certificates of issuers for
// [sign.Options], from the addresses that documents and certificates name.
//
// Whoever made the document chose those addresses, so the client trusts none of
// them: it asks listed hosts alone, never an address inside the network that it
// runs in, follows few redirections and each under the same rules, and reads no
// more than a limit, in no more than a time. What it brings back is as untrusted
// as before: only signatures and pins make it count.
//
// It takes no proxy from the environment, keeps no cookie and writes nothing.
package fetch
