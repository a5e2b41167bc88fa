#!/bin/sh
# How often random networks are called better than chance.
# Run from the repository's root after: mvn -q -DskipTests package
# usage: false-alarms.sh [NETWORKS [DRAWS]]
set -eu
CLASSES=${CLASSES:-numeric/target/intertwine/lib/*}
java -Xmx2g -cp "$CLASSES" "$(dirname "$0")/java/FalseAlarms.java" "${1:-1000}" "${2:-99}"
