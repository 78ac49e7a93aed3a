#!/bin/sh
# Set up what is missing (Debian 12, apt), build, and show the main job on the sample data.
set -eu
cd "$(dirname "$0")/.."
. examples/setup.sh
# shellcheck disable=SC2086
install_missing $BUILD_PACKAGES

build=build/example
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSCHAKEL_BUILD_TESTS=OFF >/dev/null
cmake --build "$build" >/dev/null
schakel="$build/examples/schakel"

# The first lines of what it says, and the last; all of it comes when you run the command yourself. An exit status
# of 1 says that something is left to do, which is what these examples show.
show() {
    printf '\n$ schakel %s\n\n' "$*"
    "$schakel" "$@" >"$output" || [ $? -eq 1 ]
    if [ "$(wc -l <"$output")" -le 40 ]; then
        cat "$output"
    else
        sed -n '1,28p' "$output"
        echo "  [...]"
        tail -n 12 "$output"
    fi
}
output=$(mktemp)
work=$(mktemp -d)
trap 'rm -rf "$output" "$work"' EXIT

# The school when the 20th who is asked has said no.
say_no() {
    for member in adult need place offer; do
        value=$(sed -n "s/^      \"$member\": \"\(.*\)\",$/\1/p" "$work/plan.json" | sed -n 20p)
        answer="${answer:-}\"$member\": \"$value\", "
    done
    sed "s/^  \"asks\": \[$/&{\"id\": \"no\", $answer\"date\": \"2026-09-01\", \"state\": \"no\"},/" school.json
}
cd examples/data && schakel="../../$schakel"
show validate school.json
show match school.json --today 2026-09-01
show match school.json --today 2026-09-01 --calendar
"$schakel" match school.json --today 2026-09-01 --format json >"$work/plan.json" || [ $? -eq 1 ]
say_no >"$work/school.json"
printf '\nSomebody says no. The plan is repaired, and hardly anybody notices:\n'
show match "$work/school.json" --today 2026-09-01 --repair "$work/plan.json"
show plan school.json --round startgesprekken --today 2026-09-01
show plan school.json --round startgesprekken --child c008 --today 2026-09-01
show cycle school.json --child c003 --today 2026-09-01
show agenda school.json --today 2026-09-01 --days 7
show view school.json --as s06 --today 2026-09-01
show invite school.json --activity vaders --text letters/vaderavond-a2.md --today 2026-09-01
show times school.json --slot 2026-10-06/08:30-09:30 --slot 2026-10-08/14:30-15:30 --slot 2026-10-13/19:30-21:00 \
    --spread all --each families --today 2026-09-01
show buddies school.json --today 2026-09-01
show reach school.json --from 2025-09-01 --today 2026-07-17
show survey school.json
show check letters/startgesprek-zoals-vaak.md
show check letters/startgesprek-a2.md
printf '\nThe program is %s; the data is in examples/data.\n' "${schakel#../../}"
