#!/bin/sh
# Assignments: ours beside SciPy's linear_sum_assignment, on the same matrices in one run. Expects Debian's python3-scipy.
# Run from the repository's root after: mvn -q -DskipTests package
# usage: assignment.sh [SIZE ...]
set -eu
[ $# -gt 0 ] || set -- 1024 4096
CLASSES=${CLASSES:-numeric/target/intertwine/lib/*}
source=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "| costs | n | SciPy, s | ours, s | ours above its own lower bound |"
echo "|---|---|---|---|---|"
for size in "$@"; do
    for kind in planted correlation gram product uniform integers; do
        python3 "$source/python/assignment.py" "$work" $kind "$size"
        java -Xmx4g -cp "$CLASSES" "$source/java/AssignmentTimes.java" "$work/costs" $kind "$size"
    done
done | awk '
    $1 == "scipy" { theirs = $4; cost = $5; next }
    { difference = $5 - cost; if (difference < 0) difference = -difference
      if (difference > 1e-6 * (1 + (cost < 0 ? -cost : cost))) { print "the costs differ: " cost " and " $5; exit 1 }
      printf "| %s | %d | %.2f | %.2f | %s |\n", $2, $3, theirs, $4, $6 }'
cat /proc/loadavg
