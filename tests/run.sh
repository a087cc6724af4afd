#!/usr/bin/env bash
# Installs what the tests need (as root, on Debian), starts PostgreSQL on loopback, builds once, runs every test project.
# Ends with one line "N passed, N failed, N skipped" and a non-zero exit code when anything failed. Settings: tests/README.md.
set -uo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root" || exit 1
configuration="${CONFIGURATION:-Release}"
projects=(CompetitionHub.Core.Tests CompetitionHub.Web.Tests CompetitionHub.BrowserTests)
scratch="$(mktemp -d "${TMPDIR:-/tmp}/hub-run-XXXXXX")"
chmod 755 "$scratch"
postgres_bin="" postgres_data=""

export CI="${CI:-false}"
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Compiler and build servers would outlive this script.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export COMPETITIONHUB_DATASETS="${COMPETITIONHUB_DATASETS:-$root/../shared/datasets}"

say() { printf '== %s\n' "$*"; }

as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

clean_up() {
  if [ -n "$postgres_data" ]; then
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -m immediate stop >/dev/null 2>&1
  fi
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

find_postgres() {
  local candidate
  for candidate in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(dirname "$(command -v initdb || echo /none)")"; do
    if [ -x "$candidate/initdb" ]; then postgres_bin="$candidate"; return 0; fi
  done
  return 1
}

has_cjk_font() { ls /usr/share/fonts/*/noto/NotoSansCJK* >/dev/null 2>&1 || { command -v fc-list >/dev/null && fc-list :lang=zh | grep -q .; }; }

install_missing() {
  local wanted=()
  [ -n "${COMPETITIONHUB_TEST_POSTGRES:-}" ] || find_postgres || wanted+=(postgresql)
  [ -x "${COMPETITIONHUB_CHROMIUM:-/usr/bin/chromium}" ] || wanted+=(chromium)
  has_cjk_font || wanted+=(fonts-noto-cjk)
  [ ${#wanted[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "Missing: ${wanted[*]}. Not root on Debian, so the tests that need them are skipped; install them to run all."
    return 0
  fi
  say "Installing ${wanted[*]}"
  # The package would start a server of its own on the usual port.
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  fi
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${wanted[@]}"; } >"$scratch/apt.log" 2>&1 \
    || { tail -n 5 "$scratch/apt.log"; say "Installing failed; what is missing is skipped."; }
}

start_postgres() {
  if [ -n "${COMPETITIONHUB_TEST_POSTGRES:-}" ]; then say "PostgreSQL: the server given"; return; fi
  if ! find_postgres; then say "No PostgreSQL: its tests are skipped."; return; fi
  local place="$scratch/postgres" attempt port
  mkdir "$place"
  [ "$(id -u)" != 0 ] || chown postgres "$place"
  as_postgres "$postgres_bin/initdb" -E UTF8 --locale=C.UTF-8 -A trust -U postgres -D "$place/data" >"$scratch/initdb.log" 2>&1 \
    || { cat "$scratch/initdb.log"; say "initdb failed: the tests on PostgreSQL are skipped."; return; }
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    # Nothing here survives the run, so nothing needs to reach the disk.
    if as_postgres "$postgres_bin/pg_ctl" -D "$place/data" -w -l "$place/log" start -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$place -c max_connections=200 -c fsync=off -c full_page_writes=off" \
      >/dev/null 2>&1 </dev/null; then
      postgres_data="$place/data"
      export COMPETITIONHUB_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      export PATH="$PATH:$postgres_bin"
      say "PostgreSQL on 127.0.0.1:$port"
      return
    fi
  done
  cat "$place/log"
  say "PostgreSQL did not start: its tests are skipped."
}

passed=0 failed=0 skipped=0

count() { # the last number printed for a word such as "failed:"
  sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$2" | tail -n 1
}

run_project() {
  local project="$1" log="$scratch/$1.log" code total
  say "$project"
  timeout -k 15 "${TEST_TIMEOUT:-1200}" dotnet test --project "tests/$project" -c "$configuration" --no-build --no-progress >"$log" 2>&1 </dev/null
  code=$?
  total="$(count total "$log")"
  if [ -z "$total" ]; then
    cat "$log"
    say "$project gave no result (exit code $code)."
    failed=$((failed + 1))
    return
  fi
  # Everything but the list of passed tests: failures with their reasons, and what was skipped and why.
  sed -E '/^  Standard output:/,/^$/d; /^(passed|Ok, passed) /d' "$log"
  passed=$((passed + $(count succeeded "$log")))
  skipped=$((skipped + $(count skipped "$log")))
  local here
  here="$(count failed "$log")"
  # A crash after the last test, or no test at all, is a failure too.
  if [ "$code" != 0 ] && [ "$here" = 0 ]; then here=1; say "$project ended with exit code $code."; fi
  failed=$((failed + here))
}

install_missing
start_postgres
say "Build ($configuration)"
if dotnet restore CompetitionHub.sln --locked-mode >"$scratch/build.log" 2>&1 &&
  dotnet build CompetitionHub.sln -c "$configuration" --no-restore >>"$scratch/build.log" 2>&1; then
  for project in "${projects[@]}"; do run_project "$project"; done
else
  grep -E 'error|warning' "$scratch/build.log" | sort -u | head -n 40
  say "The solution does not build."
  failed=1
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
