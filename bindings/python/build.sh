#!/bin/sh
# usage: build.sh FOLDER
# Build the package into FOLDER, to be put on PYTHONPATH, against the headers in SCHAKEL_INCLUDE_DIR and the
# library in SCHAKEL_LIBRARY_DIR. Nothing is left in the source tree.
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")"
# --force: setuptools does not see a change in a header.
exec /usr/bin/python3 setup.py -q build --force --build-base "$folder/build" --build-lib "$folder"
