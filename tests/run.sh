#!/bin/sh
# Set up what is missing (Debian 12, apt), build, and run all tests: ctest, then pytest.
set -eu
cd "$(dirname "$0")/.."
. examples/setup.sh
# shellcheck disable=SC2086
install_missing $BUILD_PACKAGES libcmocka-dev python3 python3-dev python3-cffi python3-setuptools python3-pytest \
    python3-jsonschema python3-hypothesis

cmake --preset debug >/dev/null
cmake --build --preset debug
ctest --preset debug

# Python over the library just built.
python=build/python
SCHAKEL_INCLUDE_DIR="$PWD/include" SCHAKEL_LIBRARY_DIR="$PWD/build/debug" bindings/python/build.sh "$python"
SCHAKEL_PROGRAM="$PWD/build/debug/examples/schakel" PYTHONPATH="$PWD/$python" \
    /usr/bin/python3 -m pytest -q -p no:cacheprovider tests bindings/python/tests
