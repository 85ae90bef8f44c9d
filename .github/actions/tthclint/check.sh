#!/usr/bin/env bash
# Checks CHECKED and writes the report SARIF. The step fails on findings of the
# severity FAIL_ON or more, where the check could not run, and, if
# FAIL_ON_UNCHECKED is true, where something could not be checked.
set -uo pipefail

read -ra more <<<"$ARGS"
code=0
tthclint lint --format github --output "sarif=$SARIF" --fail-on "$FAIL_ON" ${more[@]+"${more[@]}"} "$CHECKED" || code=$?
{
	echo "sarif=$SARIF"
	echo "exit-code=$code"
} >>"$GITHUB_OUTPUT"

if [ "$code" -eq 3 ] && [ "$FAIL_ON_UNCHECKED" != true ]; then
	echo "::warning::tthclint: something could not be checked"
	exit 0
fi
exit "$code"
