// Package indicator counts the indicators of digitization from what was said of
// each dossier: which share of finished dossiers has a digitized result, which
// results are signed in two layers, and so on, as a whole and by unit, procedure
// and week.
//
//	tally, err := indicator.New(indicator.Options{Rules: head.Rules, Every: true, AsOf: head.AsOf})
//	for … { tally.Add(result) }
//	rates := tally.Rates()
//
// [All] lists the indicators; docs/en/indicators.md says for each where its
// definition comes from and how certain that is. The numbers are about the files
// that were checked. They are never the official score of Quyết định 766/QĐ-TTg:
// its formulas are counted by the National Portal from data that no folder
// holds.
//
// # What is not known
//
// Every dossier gets one of five answers from an indicator:
//
//	out        it is no part of the denominator
//	good       of the denominator, and of the numerator
//	bad        of the denominator; its id is listed
//	unchecked  of the denominator, but what decides could not be judged: a rule
//	           ended not-checked or failed. It is counted apart and never good,
//	           so that the share is the least that can be said
//	unknown    it is not known whether it belongs to the denominator, as a line of
//	           the register whose status says nothing. It is counted apart and
//	           belongs to no share
//
// A rule that did not run, since others were chosen, leaves the indicators that
// rest on it without denominator. Without a register nothing is known of which
// dossiers were received and finished, and the indicators over these have no
// denominator either. A share without denominator, or of which everything is
// unchecked, is not applicable (N/A).
//
// # Memory
//
// A tally keeps counts for each unit, procedure and week, and the ids of failing
// dossiers up to a bound; nothing else grows with the number of dossiers.
package indicator
