#!/usr/bin/env bash
# The main job from end to end: pack, build the sample with the package, let dotnet format rewrite it, build it again.
#
#   bash eng/demo.sh            shows warnings, rewrite and diff
#   KEEP=1 bash eng/demo.sh     leaves the rewritten copy of the sample behind
#
# Ends with an error if the first build has no BX1001, or the last one still has one that a fix was offered for.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/bitrix24-demo.XXXXXX")
[[ ${KEEP:-} ]] && echo "The copy is in $work" || trap 'rm -rf "$work"' EXIT

version=0.1.0-demo
sample=$work/Acme.Crm.Sync
export NUGET_PACKAGES=$work/packages DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

step() { printf '\n== %s\n\n' "$*"; }

# The warnings of a build, with paths as they are in the sample. A log file has each once; the console repeats them.
warnings() {
    dotnet build "$sample" --no-incremental -flp:"LogFile=$work/build.log;NoSummary;Verbosity=quiet" > "$work/console.log" || { cat "$work/console.log" >&2; return 1; }
    sed -n -e "s|^ *$sample/||" -e 's/ \[[^]]*\]$//' -e 's/ (https:[^ ]*)$//' -e '/: warning BX/p' "$work/build.log" | sort -t'(' -k1,1 -k2,2n
}

step "Pack"
NUGET_PACKAGES= dotnet pack "$root/src/Bitrix24.Analyzers.Package" -c Release -p:Version=$version -p:PackageOutputPath="$work/feed" > "$work/console.log" || { cat "$work/console.log"; exit 1; }
ls "$work/feed"

step "Add the package to a copy of the sample"
mkdir "$sample"
(cd "$root/samples/Acme.Crm.Sync" && tar --exclude=bin --exclude=obj -cf - .) | tar -xf - -C "$sample"
cat > "$work/nuget.config" <<CONFIG
<configuration>
  <packageSources>
    <clear />
    <add key="demo" value="$work/feed" />
  </packageSources>
</configuration>
CONFIG
dotnet add "$sample/Acme.Crm.Sync.csproj" package Bitrix24.Analyzers --version $version > "$work/add.log" || { cat "$work/add.log"; exit 1; }
grep PackageReference "$sample/Acme.Crm.Sync.csproj"
cp -r "$sample" "$work/before"

step "dotnet build"
before=$(warnings)
echo "$before"
grep -q BX1001 <<< "$before" || { echo "The build has no warning BX1001."; exit 1; }

step "dotnet format analyzers --diagnostics BX1001 --severity warn"
dotnet format analyzers "$sample/Acme.Crm.Sync.csproj" --diagnostics BX1001 --severity warn --no-restore -v quiet

step "dotnet build"
after=$(warnings)
echo "${after:-no warning of Bitrix24.Analyzers}"

step "What changed"
diff -ru -x bin -x obj "$work/before" "$sample" | sed -e "s|$work/before/|a/|" -e "s|$sample/|b/|" -e '/^diff -ru/d' -e 's/^\(\(---\|+++\) [^\t]*\)\t.*/\1/' || true

# The README shows this output; it must be the real one.
while IFS= read -r warning; do
    grep -qxF -- "$warning" "$root/README.md" || { echo "README.md does not have: $warning"; exit 1; }
done <<< "$before"

count() { grep -c BX1001 <<< "$1" || true; }
printf '\n%s warnings before, %s after.\n' "$(count "$before")" "$(count "$after")"
[[ $(count "$after") == 0 ]] || exit 1
