#!/usr/bin/env bash
# Builds everything and runs every test. Extra arguments go to `dotnet test`.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
eng/need-tools.sh || exit 1
eng/ask-feed.sh || exit 1
eng/need-test-tools.sh

mkdir -p artifacts/test-results
rm -f artifacts/test-results/*.trx
eng/build.sh AspireMl.sln || { echo "0 passed, 1 failed"; exit 1; }
# What the tests and their servers leave in temporary folders goes with them.
TMPDIR=$(mktemp -d) && chmod 1777 "$TMPDIR" && export TMPDIR && trap 'rm -rf "$TMPDIR"' EXIT
# Services that live for seconds gain nothing from a profile of what is hot; without it, and without code pages that are mapped twice,
# the loops take six tenths of the time.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0
dotnet test AspireMl.sln --no-build --nologo -m:2 --logger "trx" --results-directory artifacts/test-results "$@"
status=$?

count() { cat artifacts/test-results/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(count passed)
failed=$(count failed)
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
