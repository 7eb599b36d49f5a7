#!/usr/bin/env bash
# What analysis costs. Arguments go to BenchmarkDotNet: bash eng/bench.sh --job short --filter '*Edit*'
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[[ " $* " == *" --filter "* ]] || set -- "$@" --filter '*'
cd "$root"
dotnet run -c Release --project benchmarks/Bitrix24.Analyzers.Benchmarks -- --artifacts artifacts/benchmarks "$@"
