#!/bin/sh
# The joint search in wide networks with a planted action.
# Run from the repository's root after: mvn -q -DskipTests package
# usage: wide-search.sh
set -eu
CLASSES=${CLASSES:-numeric/target/intertwine/lib/*}
run() { java -Xmx6g -cp "$CLASSES" "$(dirname "$0")/java/WideSearch.java" "$@"; }
echo "| group | width | dense layers | noise | s | recovered | heap at the end, MiB |"
echo "|---|---|---|---|---|---|---|"
run C2 4 0.1 64 256 1024 2048
run D4 4 0.1 64 256 1024 2048
run D4 4 0.5 256 1024
