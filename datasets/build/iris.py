"""Iris, as scikit-learn ships it."""
import numpy as np
from packing import Writer, deb

package = deb("python3-sklearn")
rows = np.loadtxt(package.read("usr/lib/python3/dist-packages/sklearn/datasets/data/iris.csv",
    "f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449").decode().splitlines()[1:], delimiter=",")
out = Writer()
out.raw("features.gz", rows[:, :4], ["flower", "feature"], about="centimetres")
out.raw("labels.gz", rows[:, 4].astype("u1"), ["flower"], about="an index into classes")
out.manifest(
    title="Iris: 150 flowers, four measurements, three species",
    licence="CC-BY-4.0",
    attribution="Iris, by R. A. Fisher (1936), collected by E. Anderson; UCI repository, as shipped by scikit-learn (BSD-3-Clause)",
    source="Debian python3-sklearn 1.2.1: sklearn/datasets/data/iris.csv",
    made="all rows, in the order of the file",
    classes=["setosa", "versicolor", "virginica"],
    columns=["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"])
