#!/bin/sh
# Equality and identifiability over sizes. Run from the repository's root after: mvn -q -DskipTests package
set -eu
exec java -Xmx8g -cp "numeric/target/intertwine/lib/*" theory/src/bench/java/EqualityScaling.java
