#!/usr/bin/env bash
# All tests; ends with their totals. Arguments go to dotnet test: bash eng/test.sh --filter BX1001
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
results=$root/artifacts/test-results
rm -rf "$results"

dotnet build "$root/Bitrix24.Analyzers.sln" -c Release
status=$?

# One after the other, each with a folder of its own: result files are named by the second.
if [[ $status == 0 ]]; then
    for project in "$root"/tests/*.Tests/*.csproj; do
        dotnet test "$project" -c Release --no-build --logger trx --results-directory "$results/$(basename "$project" .csproj)" "$@" || status=1
    done
fi

# Each project leaves a file with <Counters total="…" passed="…" failed="…" error="…" timeout="…" aborted="…" …/>.
sum() {
    local total=0 value
    for value in $(grep -rhoE --include='*.trx' '<Counters [^>]*>' "$results" 2> /dev/null | grep -oE "\b($1)=\"[0-9]+\"" | grep -oE '[0-9]+'); do
        total=$((total + value))
    done
    echo "$total"
}

passed=$(sum 'passed')
failed=$(sum 'failed|error|timeout|aborted')
# A build that breaks or a host that dies leaves no file behind.
[[ $status != 0 && $failed == 0 ]] && failed=1
echo "$passed passed, $failed failed"
[[ $status == 0 && $failed == 0 && $passed != 0 ]]
