#!/bin/sh
# Every public header compiles alone, in C and in C++, and shows no type of ICU or cJSON.
set -eu
cd "$(dirname "$0")/../.."
for header in include/schakel/*.h; do
    for standard in c99 c11; do
        gcc -std=$standard -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c "$header"
    done
    g++ -std=c++98 -Wall -Wextra -pedantic-errors -Werror -fsyntax-only -x c++ "$header"
done
! grep -nE 'unicode/|cJSON[^_.]|UChar|\bU[A-Z][a-z]+\b|FILE' include/schakel/*.h | grep -vE '^[^:]*:[0-9]+: *(\*|/\*)'
echo "headers: $(ls include/schakel/*.h | wc -l) compile alone as C99, C11 and C++98"
