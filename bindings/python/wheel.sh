#!/bin/sh
# usage: wheel.sh BUILD_DIR
# Build a wheel offline against a built tree, install it into a fresh environment, and use it there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here" "$work/source"
export SCHAKEL_INCLUDE_DIR="$here/../../include" SCHAKEL_LIBRARY_DIR="$build"
(cd "$work/source" && /usr/bin/python3 -m build --no-isolation --wheel --outdir "$work" >"$work/log" 2>&1) || {
    cat "$work/log"
    exit 1
}
/usr/bin/python3 -m venv --system-site-packages "$work/venv"
"$work/venv/bin/pip" install -q --no-index --no-deps "$work"/*.whl
cd "$work"
"$work/venv/bin/python" -c "
import schakel
report = schakel.check('Hallo ouders. Morgen is er een feest.')
print('wheel:', '$(basename "$work"/*.whl)', 'says', report.level)
assert report.meets_target"
