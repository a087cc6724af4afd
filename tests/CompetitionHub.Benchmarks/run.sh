#!/usr/bin/env bash
# Measures the published application against what the machine can do. Needs a quiet machine and some minutes.
#   bash tests/CompetitionHub.Benchmarks/run.sh            every part, and writes RESULTS.md
#   bash tests/CompetitionHub.Benchmarks/run.sh marks      some parts only (board viewers marks latency standings engine), nothing written
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
scratch="$(mktemp -d "${TMPDIR:-/tmp}/hub-benchmarks-XXXXXX")"
trap 'rm -rf "$scratch"' EXIT
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export TMPDIR="$scratch"

missing=()
[ -x /usr/sbin/nginx ] || missing+=(nginx)
command -v wrk >/dev/null || missing+=(wrk)
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$scratch/apt.log" 2>&1 \
    || { tail -n 5 "$scratch/apt.log"; echo "Install ${missing[*]} first: without them there is no limit to compare with."; exit 1; }
fi

# 5,000 viewers are 5,000 sockets in the server and 5,000 here.
ulimit -n "$(ulimit -Hn)"
if [ "$(ulimit -n)" != unlimited ] && [ "$(ulimit -n)" -lt 6000 ]; then
  echo "Only $(ulimit -n) open files are allowed (ulimit -n); 6,000 are needed."
  exit 1
fi

dotnet publish "$root/src/CompetitionHub.Web" -c Release -o "$scratch/app" -v quiet
dotnet build "$here" -c Release -v quiet
export COMPETITIONHUB_APP="$scratch/app"
if [ $# -eq 0 ]; then export COMPETITIONHUB_RESULTS="$here/RESULTS.md"; fi
"$here/bin/Release/net10.0/CompetitionHub.Benchmarks" "$@"
