#!/usr/bin/env bash
# Changes the engine's code in many small ways and says which changes no test notices. Needs the tests to pass, and time.
#   bash tests/mutation/run.sh                  the whole engine, and writes RESULTS.md
#   bash tests/mutation/run.sh Fraction         only files whose path contains the word
#   bash tests/mutation/run.sh survivors        only what survived earlier runs, after tests were added
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0

dotnet build "$root/tests/CompetitionHub.Core.Tests" -c Release -v quiet
dotnet build "$root/tests/mutation" -c Release -v quiet
dotnet exec "$root/tests/mutation/bin/Release/net10.0/Mutation.dll" "$root" "$@"
