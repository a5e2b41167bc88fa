#!/bin/sh
# Planted latent actions under noise: what is found again by the joint search, by assignments and greedily.
# Run from the repository's root after: mvn -q -DskipTests package
# usage: recovery.sh [NETWORKS [WIDTH [HIDDEN LAYERS]]]
set -eu
CLASSES=${CLASSES:-numeric/target/intertwine/lib/*}
java -Xmx2g -cp "$CLASSES" "$(dirname "$0")/java/RecoveryCurve.java" "${1:-20}" "${2:-24}" "${3:-3}"
