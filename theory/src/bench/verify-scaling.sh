#!/bin/sh
# Exact verification, refutation and checking over widths 64 to 2048 (four dense layers, dihedral group of order 8).
# Run from the repository's root after: mvn -q -DskipTests package
set -eu
exec java -Xmx8g -cp "numeric/target/intertwine/lib/*" theory/src/bench/java/VerifyScaling.java
