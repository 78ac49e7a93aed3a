#!/bin/sh
# usage: check.sh BUILD_DIR
# Install a build under a fresh prefix, move that prefix, and build a program against it: with CMake and with
# pkg-config, shared and static.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$1" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/moved"
prefix=$work/moved
library_dir=$(dirname "$(find "$prefix" -name libschakel.so)")

cmake -S "$here" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work/build" >/dev/null
"$work/build/consumer_shared"
"$work/build/consumer_static"

export PKG_CONFIG_PATH="$library_dir/pkgconfig"
# shellcheck disable=SC2046  # flags are words
cc "$here/consumer.c" $(pkg-config --cflags --libs schakel) -o "$work/shared"
LD_LIBRARY_PATH="$library_dir" "$work/shared"
# shellcheck disable=SC2046
cc "$here/consumer.c" $(pkg-config --cflags schakel) "$library_dir/libschakel.a" \
    $(pkg-config --static --libs schakel | sed 's/-lschakel//') -o "$work/static"
"$work/static"
test -f "$prefix/share/schakel/school.schema.json"
echo "consumer: built and run four ways against the installed library"
