#!/bin/sh
# Ranks of random matrices modulo a prime: our engines beside FFLAS-FFPACK and FLINT, one program after the other in one run, and the
# speed of dgemm in the same run. Installs nothing; expects a C++ compiler and Debian's libflint-dev, fflas-ffpack, libopenblas-dev.
# Run from the repository's root after: mvn -q -DskipTests package
# With one thread the times are those of the thread, which other work on the machine disturbs less; with two, of the wall.
# usage: rank-engines.sh [SIZE ...]
set -eu
[ $# -gt 0 ] || set -- 500 1000 2000 4000
source=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
g++ -O3 -march=native -o "$work/dgemm" "$source/native/dgemm.cpp" -lopenblas
g++ -O3 -march=native -o "$work/flint" "$source/native/flint.cpp" -lflint -lgmp
g++ -O3 -march=native -fopenmp -Wno-cpp -o "$work/ffpack" "$source/native/ffpack.cpp" -lopenblas -lgivaro -lgmpxx -lgmp
javac -d "$work" -cp "numeric/target/intertwine/lib/*" "$source/java/RankEngines.java"
for threads in 1 2; do
    export OPENBLAS_NUM_THREADS=$threads OMP_NUM_THREADS=1
    for size in "$@"; do
        for deficient in 0 1; do
            rank=$((size / (1 + deficient)))
            "$work/dgemm"
            for engine in pure best; do
                for prime in 8388593 2147483629; do
                    java -Xmx6g -XX:+UseParallelGC -cp "$work:numeric/target/intertwine/lib/*" RankEngines \
                        $engine $prime "$size" "$rank" $threads
                done
            done
            "$work/ffpack" 8388593 "$size" "$rank" $threads
            "$work/flint" 2147483629 "$size" "$rank" $threads
        done
    done
done | awk '
    $1 == "dgemm" { peak = $2; next }
    { name = $1; prime = $2; n = $3; r = $4; threads = $5; seconds = $6
      if (!head++) print "| engine | prime | n | rank | threads | s | of dgemm |\n|---|---|---|---|---|---|---|"
      operations = 2 * (n * n * r - n * r * r + r * r * r / 3)
      printf "| %s | %d | %d | %d | %d | %.4f | %.0f %% |\n", name, prime, n, r, threads, seconds, operations / seconds / peak * 1e-7 }'
cat /proc/loadavg
