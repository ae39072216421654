"""scikit-learn's side of the comparison: reads the arrays that the C# side wrote, then a task a line, and answers with wall seconds, processor seconds and a number."""
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.cluster import KMeans
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import KernelDensity

warnings.filterwarnings("ignore")  # that it did not converge: the iterations are fixed
folder = sys.argv[1]


def load(name, *shape, kind=numpy.float32):
    return numpy.fromfile(f"{folder}/{name}", numpy.float32).reshape(shape).astype(kind)


def kmeans(k):
    pixels, start = load("pixels", -1, 784), load("pixels", -1, 784)[:k]
    model = lambda: KMeans(k, init=start, n_init=1, max_iter=20, tol=0)
    return lambda: model().fit(pixels).inertia_


def mixture(kind):
    rows, means = load("rows", -1, 50, kind=kind), load("means", -1, 50, kind=kind)
    precisions = numpy.stack([numpy.eye(50, dtype=kind)] * len(means))
    model = lambda: GaussianMixture(len(means), max_iter=20, tol=0, means_init=means, weights_init=numpy.full(len(means), 1 / len(means), kind), precisions_init=precisions)
    return lambda: model().fit(rows).lower_bound_


def density(columns):
    fitted, asked = load(f"fitted{columns}", -1, columns, kind=float), load(f"asked{columns}", -1, columns, kind=float)
    return lambda: KernelDensity(bandwidth=0.3).fit(fitted).score_samples(asked).mean()


tasks = {
    "kmeans 10": kmeans(10), "kmeans 100": kmeans(100), "mixture float64": mixture(numpy.float64), "mixture float32": mixture(numpy.float32),
    "density 2": density(2), "density 8": density(8),
}
print(f"scikit-learn {sklearn.__version__}, numpy {numpy.__version__}", flush=True)
for line in sys.stdin:
    task = tasks[line.strip()]
    begin, used = time.perf_counter(), time.process_time()
    result = task()
    print(time.perf_counter() - begin, time.process_time() - used, result, flush=True)
