#!/usr/bin/env bash
# Packs, then checks what is in the package and that projects for net472, netstandard2.0, net8.0 and net10.0 can use it.
# New console projects are rewritten with dotnet format; they must build without a warning and do the same in fewer requests.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dotnet test "$root/tests/Bitrix24.Package.Tests" -c Release "$@"
