"""Cost matrices of several kinds, written as raw doubles, and the time that SciPy takes for each.

usage: assignment.py DIRECTORY KIND SIZE
"""
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

directory, kind, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
random = numpy.random.default_rng(size)


def costs():
    if kind == "uniform":
        return random.random((size, size))
    if kind == "integers":
        return random.integers(0, 100, (size, size)).astype(float)
    if kind == "product":
        return numpy.outer(random.standard_normal(size), random.standard_normal(size))
    weights = random.standard_normal((size, 512))
    if kind == "gram":
        return weights @ weights.T
    if kind == "correlation":
        return -(weights @ random.standard_normal((size, 512)).T)
    noise = 0.5 * random.standard_normal((size, 512))
    return -(weights @ (weights + noise)[random.permutation(size)].T)


matrix = numpy.ascontiguousarray(costs())
matrix.tofile(f"{directory}/costs")
start = time.perf_counter()
rows, columns = linear_sum_assignment(matrix)
seconds = time.perf_counter() - start
print(f"scipy {kind} {size} {seconds:.3f} {matrix[rows, columns].sum():.9g}")
