#!/usr/bin/env bash
# Old and new release side by side on one database: builds the release before from its sources in this repository, starts three nodes
# of it, and renews them one after the other with today's while sixteen people work. See docs/adr/0058-lifted-to-newer-versions.md.
#
#   ./mvnw -DskipTests package
#   src/upgrade/side-by-side.sh 0.1.0         # tag or commit of the release before; needs its history (no shallow clone)
#
# The jar of the release before lies in target/previous and is built once. BUILD_OPTIONS are put behind ./mvnw, for both releases
# (-o without a network). What was found: target/faults/side-by-side.json; every request and its answer: target/faults/side-by-side.jsonl.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
fail() { echo "side-by-side.sh: $*" >&2; exit 1; }

[ $# = 1 ] || fail "which release? $0 <tag or commit>"
cd "$root"
commit=$(git rev-parse --verify --quiet "$1^{commit}") || fail "$1 is neither a tag nor a commit of this repository"
ls target/kreislaufstadt-*.jar >/dev/null 2>&1 || fail "today's jar is missing: ./mvnw -DskipTests package"

previous=$root/target/previous/$commit
jar=$previous.jar
if [ ! -f "$jar" ]; then
    rm -rf "$previous"
    mkdir -p "$previous"
    git archive "$commit" | tar -x -C "$previous"
    # shellcheck disable=SC2086 # several options
    (cd "$previous" && ./mvnw -B -q ${BUILD_OPTIONS:-} -DskipTests package) || fail "$1 cannot be built"
    built=$(find "$previous/target" -maxdepth 1 -name "kreislaufstadt-*.jar")
    [ -f "$built" ] || fail "$1 has not one jar but: $built"
    mv "$built" "$jar"
    rm -rf "$previous"
fi

# shellcheck disable=SC2086 # several options
./mvnw -B ${BUILD_OPTIONS:-} "-Dkreislaufstadt.previous=$jar" -Dit.test=SideBySideSuite \
    failsafe:integration-test@default failsafe:verify@default
