// What the programs beside this file share: the clock, and a random matrix whose rows repeat after the first `rank` ones.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

static double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static std::vector<int64_t> matrix(int64_t prime, long size, long rank) {
    std::mt19937_64 random(1);
    std::vector<int64_t> entries(size * size);
    for (long i = 0; i < size * size; i++) {
        entries[i] = i < rank * size ? (int64_t) (random() % prime) : entries[i - rank * size];
    }
    return entries;
}
