#!/bin/sh
# Spaces of equivariant maps, each in a Java process of its own with a stated heap, and a plain null-space computation beside them.
# Run from the repository's root after: mvn -q -DskipTests package
set -eu
CLASSES=${CLASSES:-numeric/target/intertwine/lib/*}
run() {
    java "-Xmx$3" -XX:+UseSerialGC -cp "$CLASSES" theory/src/bench/java/EquivariantMapsScaling.java "$1" "$2"
}
for case in S5-2-3 cube-3-5 SO3-3-4 SO3-0-8 SL2-0-10; do
    run $case plain 4g
    run $case dimension 4g
done
run S5-6-6 dimension 192m
run S5-6-6 basis 512m
run cube-6-6 dimension 192m
run cube-6-6 basis 192m
run images-32-blocks dimension 192m
run images-32-blocks basis 192m
run images-32-flat dimension 192m
run images-32-flat basis 192m
run SO3-0-6 basis 192m
run SO3-0-7 basis 192m
run SO3-0-8 basis 512m
run SO4-0-6 basis 192m
run Lorentz-0-6 basis 192m
run O3-4-4 basis 512m
run SL2-0-10 basis 192m
