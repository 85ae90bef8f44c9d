// Package lint is the kernel: it runs rules over dossiers and says what was
// found, what was not, and what could not be judged.
//
// A [Rule] is a value. It has editions, since the law under it changes while
// its id does not; the date of the dossier decides which one runs. A rule is
// asked first whether it applies, and reports through its [Pass]. Its answer
// for each subject (the dossier or one document of it) is one of six
// [State]s, so that "not checked" can never look like "passed":
//
//	passed          looked at, nothing wrong
//	found           at least one finding
//	not-applicable  the rule does not concern this subject
//	not-in-force    no edition of the rule was in force on that date
//	not-checked     it could not be judged; Because says why
//	failed          the program failed (a panic); Because says where
//
// A bad document is a finding. A Go error means that the program could not
// run. A panic in a rule or in the evidence under it becomes the state failed
// of that rule and subject; the run goes on.
//
// The kernel knows no technology: the evidence D is a type parameter. It reads
// no clock and no environment, and of files nothing but their digests.
package lint
