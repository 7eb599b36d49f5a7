#!/usr/bin/env bash
# The main job from end to end: pack, build the sample with the package, let dotnet format rewrite it, build it again,
# and run both on the emulator.
#
#   bash eng/demo.sh            shows warnings, rewrite, diff and what the portal counted
#   KEEP=1 bash eng/demo.sh     leaves the rewritten copy of the sample behind
#
# Ends with an error if the first build has no BX1001, or the last one still has one that a fix was offered for; if the
# portal counted something else than it should have; if the README shows another output.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/bitrix24-demo.XXXXXX")
portal=
trap finish EXIT

finish() {
    [[ -z $portal ]] || kill "$portal" || true
    [[ ${KEEP:-} ]] && echo "The copy is in $work" || rm -rf "$work"
}

version=0.1.0-demo
sample=$work/Acme.Crm.Sync
export NUGET_PACKAGES=$work/packages DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

step() { printf '\n== %s\n\n' "$*"; }

# The warnings of a build into a folder, with paths as they are in the sample. A log file has each once; the console repeats them.
warnings() {
    dotnet build "$sample" -o "$work/$1" --no-incremental -flp:"LogFile=$work/build.log;NoSummary;Verbosity=quiet" > "$work/console.log" || { cat "$work/console.log" >&2; return 1; }
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
before=$(warnings run-before)
echo "$before"
grep -q BX1001 <<< "$before" || { echo "The build has no warning BX1001."; exit 1; }

step "dotnet format analyzers --diagnostics BX1001 --severity warn"
dotnet format analyzers "$sample/Acme.Crm.Sync.csproj" --diagnostics BX1001 --severity warn --no-restore -v quiet

step "dotnet build"
after=$(warnings run-after)
echo "${after:-no warning of Bitrix24.Analyzers}"

step "What changed"
diff -ru -x bin -x obj "$work/before" "$sample" | sed -e "s|$work/before/|a/|" -e "s|$sample/|b/|" -e '/^diff -ru/d' -e 's/^\(\(---\|+++\) [^\t]*\)\t.*/\1/' || true

count() { grep -c BX1001 <<< "$1" || true; }
printf '\n%s warnings before, %s after.\n' "$(count "$before")" "$(count "$after")"
[[ $(count "$after") == 0 ]] || exit 1

step "Run both, each on a portal of its own"
NUGET_PACKAGES= dotnet build "$root/tests/Bitrix24.Emulator" -c Release > "$work/console.log" || { cat "$work/console.log"; exit 1; }

# Reads a page of the portal; HTTP/1.0 ends with the connection.
ask() {
    exec 3<> "/dev/tcp/127.0.0.1/$port"
    printf 'GET /_emulator/%s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$1" >&3
    sed '1,/^\r$/d' <&3
    exec 3>&-
}

now() { ask bucket | sed -n 's/^  "now": \([0-9]*\).*/\1/p'; }

# Runs a build in virtual time, which passes with the calls. Leaves the counters in a file and the seconds in a variable.
run() {
    dotnet "$root/tests/Bitrix24.Emulator/bin/Release/net10.0/Bitrix24.Emulator.dll" \
        --urls http://127.0.0.1:0 --clock virtual --seed crm.deal=1000,crm.contact=40 > "$work/$1.portal" &
    portal=$!
    until grep -qs '^Webhook: ' "$work/$1.portal"; do
        kill -0 "$portal" || exit 1
        sleep 0.1
    done
    port=$(sed -n 's|^Bitrix24 emulator on .*:\([0-9]*\)/$|\1|p' "$work/$1.portal")
    local start status=0
    start=$(now)
    BITRIX24_WEBHOOK=$(sed -n 's/^Webhook: //p' "$work/$1.portal") dotnet "$work/$1/Acme.Crm.Sync.dll" > "$work/$1.out" 2> "$work/$1.err" || status=$?
    seconds=$(($(now) - start))
    ask counters > "$work/$1.json"
    kill "$portal"
    wait "$portal"
    portal=
    # It says with 2 that something could not be done.
    [[ $status == "$2" ]] || { echo "The program ended with $status."; exit 1; }
}

run run-before 2
seconds_before=$seconds
run run-after 0
seconds_after=$seconds

# The counters are indented JSON: a name and a value a line, a method deeper than the portal.
table=$(awk -F '[ ":,]+' -v "seconds=$seconds_before $seconds_after" '
    function row(name) {
        printf "%-25s%8d %8d %8d   %8d %8d %8d\n", name, \
            n[1, name, "requests"], n[1, name, "refusals"], n[1, name, "commands"] - n[1, name, "errors"], \
            n[2, name, "requests"], n[2, name, "refusals"], n[2, name, "commands"] - n[2, name, "errors"]
    }
    FNR == 1 { run++ }
    /^  "/ { part = $2 }
    /^  "[a-z]*": [0-9]/ { n[run, "all", $2] = $3 }
    part == "methods" && /^    "/ { method = $2; if (run == 2) methods[++count] = method }
    part == "methods" && /^      "/ { n[run, method, $2] = $3; if ($2 == "errors") n[run, "all", $2] += $3 }
    END {
        split(seconds, s, " ")
        printf "%-25s%8s%29s\n", "", "before", "after"
        printf "%-25s%8s %8s %8s   %8s %8s %8s\n", "", "requests", "refused", "done", "requests", "refused", "done"
        for (i = 1; i <= count; i++) row(methods[i])
        row("all")
        printf "%-25s%8d%29d\n", "seconds", s[1], s[2]
    }' "$work/run-before.json" "$work/run-after.json")
echo "$table"

read -r _ requests refused _ requests_after refused_after _ < <(grep '^all ' <<< "$table")
read -r _ reads _ _ reads_after _ < <(grep '^crm\.deal\.get ' <<< "$table")
[[ $refused -gt 0 && $refused_after == 0 && $requests_after -lt $requests && $reads == 1000 && $reads_after == 20 ]] || { echo "The portal should have counted something else."; exit 1; }

# The README shows this output; it must be the real one.
while IFS= read -r line; do
    grep -qxF -- "$line" "$root/README.md" || { echo "README.md does not have: $line"; exit 1; }
done <<< "$before"$'\n'"$table"
