// Prints the speed of dgemm in GFLOP/s: the best of a few products of matrices of order 2000.
#include <cblas.h>
#include "matrix.h"

int main() {
    int n = 2000;
    std::vector<double> a(n * n, 1.5), b(n * n, 2.5), c(n * n);
    double best = 0;
    for (int round = 0; round < 5; round++) {
        double start = now();
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a.data(), n, b.data(), n, 0, c.data(), n);
        best = std::max(best, 2e-9 * n * n * n / (now() - start));
    }
    printf("dgemm %.2f\n", best);
}
