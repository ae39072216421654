"""Wine, as scikit-learn ships it."""
import numpy as np
from packing import Writer, deb

package = deb("python3-sklearn")
rows = np.loadtxt(package.read("usr/lib/python3/dist-packages/sklearn/datasets/data/wine_data.csv",
    "10e8a802908b34f86e5da8ce962f3c806694bc98450a18f61851af59f324bede").decode().splitlines()[1:], delimiter=",")
out = Writer()
out.raw("features.gz", rows[:, :13], ["wine", "feature"], about="each column in its own unit")
out.raw("labels.gz", rows[:, 13].astype("u1"), ["wine"], about="an index into classes")
out.manifest(
    title="Wine: 178 wines of one region, thirteen analyses, three growers",
    licence="CC-BY-4.0",
    attribution="Wine, by S. Aeberhard and M. Forina (UCI repository, 1991), as shipped by scikit-learn (BSD-3-Clause)",
    source="Debian python3-sklearn 1.2.1: sklearn/datasets/data/wine_data.csv",
    made="all rows, in the order of the file",
    classes=["grower 1", "grower 2", "grower 3"],
    columns=["alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols", "flavanoids", "nonflavanoid phenols", "proanthocyanins",
             "colour intensity", "hue", "OD280/OD315 of diluted wines", "proline"])
