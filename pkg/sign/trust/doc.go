// Package trust knows the authorities of the Vietnamese public key
// infrastructures, and keeps a folder of further certificates.
//
//	signatures, err := sign.Validate(ctx, r, size, sign.Options{Trust: trust.Default()})
//
// There are three ways for a name and a key to become an anchor, which every
// report tells apart ([sign.Origin]):
//
//   - built in ([BuiltIn]): the subject and the public key are compiled in as
//     trust-anchor information (RFC 5280 clause 6.1.1 (d)), not the certificate;
//   - pinned ([Pins]): only the SHA-256 of the certificate is compiled in. The
//     certificate itself comes from the user or from its publisher, and counts
//     when its digest is the one that is known;
//   - the user's own: imported into a [Store] on the user's decision.
//
// Nothing else is an anchor, least of all a certificate that a document embeds.
// The package opens no file and no connection by itself.
package trust
