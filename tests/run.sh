#!/usr/bin/env bash
# Everything a change must pass, from a fresh clone. --long adds the long suites and the mutants.
# Ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# A step that fails before any test ran counts as one failure.
step() { echo "== $*"; "$@" || { echo "failed: $*"; echo "0 passed, 1 failed"; exit 1; }; }

# tests PROJECT RUN [NAME=VALUE ...]: a failure is counted and the other projects still run. What takes long and asks
# for neither zone nor language is run under one of each only.
tests() {
  local project=$1 run=$2 wanted=$filter; shift 2
  [ "$run" = utc ] || wanted="$filter&Category!=Once"
  echo "== $project ($run)"
  env "$@" dotnet test "tests/$project" -c Release --no-build --filter "$wanted" \
    --logger "trx;LogFileName=$project-$run.trx" --results-directory "$results" || failed=1
}

# sum ATTRIBUTE: over the counters of every result file.
sum() { sed -n "s/.*<Counters .*[^a-zA-Z]$1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx 2>/dev/null | awk '{ n += $1 } END { print n + 0 }'; }

# Only where nobody has to be asked; the tests say themselves what is missing.
packages() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || { echo "missing: apt-get install $*"; return; }
  echo "== apt-get install $*"
  { apt-get update -qq && apt-get install -qq -y --no-install-recommends "$@"; } >/dev/null || true
}

command -v dotnet >/dev/null || { echo "dotnet is missing: install the .NET SDK that global.json names."; exit 1; }
command -v npm >/dev/null || { echo "npm is missing: install Node.js 20 or newer, it runs Azurite."; exit 1; }
missing=()
# A browser without windows for its tests (the whole one takes three times as long), and the library that sets the clock
# of one process.
for program in chromium-headless-shell faketime; do command -v $program >/dev/null || missing+=($program); done
[ ${#missing[@]} -eq 0 ] || packages "${missing[@]}"
step npm ci --prefix tests --no-audit --no-fund
[ ! -f .config/dotnet-tools.json ] || step dotnet tool restore
step dotnet restore
# What is delivered, which also works through the exhaustive suites in half the time.
step dotnet build --no-restore -c Release -warnaserror

failed=0
# The build has refused whatever an analyzer reports; what it does not see is white space and the order of usings.
formatted() { echo "== dotnet format $*"; dotnet format "$@" --no-restore --verify-no-changes || failed=1; }
formatted whitespace
formatted style --diagnostics IDE0005

filter='Category!=Long'
[ "${1:-}" != "--long" ] || filter='Category!=None'
for project in Training.Tests Coaching.Tests; do
  tests $project utc TZ=UTC LC_ALL=C.UTF-8
  # Nothing may depend on the machine: the first zone to see each day, and the language with two letters i.
  tests $project apia TZ=Pacific/Apia LC_ALL=tr_TR.UTF-8
done
tests Browser.Tests utc TZ=UTC LC_ALL=C.UTF-8

# Breaks the planner on purpose, one mutant at a time: hours. The report lists what no unit test of it notices.
mutants() { echo "== mutants"; (cd tests/Training.Tests && dotnet stryker) || failed=1; }
[ "${1:-}" != "--long" ] || mutants

passed=$(sum passed)
failures=$(sum failed)
# A test process that died, a wrong format or no test at all is a failure too.
[ "$failures" -gt 0 ] || { [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; } || failures=1
echo "$passed passed, $failures failed"
[ "$failures" -eq 0 ]
