// usage: ffpack PRIME SIZE RANK THREADS: prints the best time of FFPACK::Rank over balanced residues; the threads are those of OpenBLAS.
#include <fflas-ffpack/fflas-ffpack-config.h>
#include <givaro/modular-balanced.h>
#include <fflas-ffpack/fflas-ffpack.h>
#include "matrix.h"

int main(int, char** arguments) {
    int64_t prime = atol(arguments[1]);
    size_t size = atol(arguments[2]), rank = atol(arguments[3]);
    Givaro::ModularBalanced<double> field(prime);
    std::vector<int64_t> entries = matrix(prime, size, rank);
    double* a = FFLAS::fflas_new(field, size, size);
    double best = 1e9;
    for (size_t round = 0; round < 2 + 8000 / size; round++) {
        for (size_t i = 0; i < size * size; i++) {
            field.init(a[i], entries[i]);
        }
        double start = now();
        if (FFPACK::Rank(field, size, size, a, size) != rank) {
            return 1;
        }
        best = std::min(best, now() - start);
    }
    printf("FFLAS-FFPACK %ld %zu %zu %s %.5f\n", (long) prime, size, rank, arguments[4], best);
    FFLAS::fflas_delete(a);
}
