// What the programs beside this file share: the clock (of the thread for one thread, else of the wall), and a random matrix whose rows repeat after the first `rank` ones.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <vector>

static double now() {
    const char* threads = getenv("OPENBLAS_NUM_THREADS");
    timespec time;
    clock_gettime(threads && atoi(threads) == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return time.tv_sec + 1e-9 * time.tv_nsec;
}

static std::vector<int64_t> matrix(int64_t prime, long size, long rank) {
    std::mt19937_64 random(1);
    std::vector<int64_t> entries(size * size);
    for (long i = 0; i < size * size; i++) {
        entries[i] = i < rank * size ? (int64_t) (random() % prime) : entries[i - rank * size];
    }
    return entries;
}
