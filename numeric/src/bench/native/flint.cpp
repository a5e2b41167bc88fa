// usage: flint PRIME SIZE RANK THREADS: prints the best time of nmod_mat_rank.
#include <flint/flint.h>
#include <flint/nmod_mat.h>
#include "matrix.h"

int main(int, char** arguments) {
    int64_t prime = atol(arguments[1]);
    long size = atol(arguments[2]), rank = atol(arguments[3]);
    flint_set_num_threads(atoi(arguments[4]));
    std::vector<int64_t> entries = matrix(prime, size, rank);
    nmod_mat_t a;
    nmod_mat_init(a, size, size, prime);
    for (long i = 0; i < size * size; i++) {
        nmod_mat_entry(a, i / size, i % size) = entries[i];
    }
    double best = 1e9;
    for (int round = 0; round < (size < 2000 ? 5 : size < 4000 ? 2 : 1); round++) {
        double start = now();
        if (nmod_mat_rank(a) != rank) {
            return 1;
        }
        best = std::min(best, now() - start);
    }
    printf("FLINT %ld %ld %ld %s %.5f\n", (long) prime, size, rank, arguments[4], best);
}
