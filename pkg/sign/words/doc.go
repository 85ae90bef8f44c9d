// Package words says in Vietnamese and English what package sign answers with
// codes: reasons, classes of change, reasons of revocation, and the technical
// details that stand behind them. Every code of package sign has words, so that
// none reaches a person as it is. It keeps no state and is safe for concurrent
// use.
package words
