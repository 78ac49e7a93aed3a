#!/bin/sh
# usage: check.sh LIBRARY [--update]
# Compare what the library exports with the committed baselines: symbols.txt (names) and schakel.abi (types).
# --update rewrites both; do that on purpose only, with a line under "ABI" in CHANGELOG.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$1
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
nm -D --defined-only "$library" | awk '$2 != "A" {sub(/@.*/, "", $3); print $3}' | LC_ALL=C sort >"$new/symbols.txt"
abidw --no-corpus-path --no-comp-dir-path --no-show-locs --type-id-style hash --out-file "$new/schakel.abi" "$library"
if [ "${2-}" = --update ]; then
    cp "$new/symbols.txt" "$new/schakel.abi" "$here/"
    exit 0
fi
diff -u "$here/symbols.txt" "$new/symbols.txt"
abidiff --suppressions "$here/opaque.suppr" "$here/schakel.abi" "$library"
echo "abi: $(wc -l <"$new/symbols.txt") symbols as in the baseline"
