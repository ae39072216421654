"""The 8x8 digits that scikit-learn ships, in their order; the last fifth is the test set."""
import gzip
import numpy as np
from packing import Writer, deb

package = deb("python3-sklearn")
rows = np.loadtxt(gzip.decompress(package.read("usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz",
    "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a")).decode().splitlines(), delimiter=",").astype("u1")
out = Writer()
for split, part in [("train", rows[:1437]), ("test", rows[1437:])]:
    out.raw(f"{split}-images.gz", part[:, :64].reshape(-1, 8, 8), ["image", "row", "column"], about="0 black to 16 white")
    out.raw(f"{split}-labels.gz", part[:, 64], ["image"], about="0 to 9")
out.manifest(
    title="8x8 digits: 1,797 handwritten digits, 17 grey levels",
    licence="CC-BY-4.0",
    attribution="Optical Recognition of Handwritten Digits, by E. Alpaydin and C. Kaynak (UCI repository, 1998), as shipped by scikit-learn (BSD-3-Clause)",
    source="Debian python3-sklearn 1.2.1: sklearn/datasets/data/digits.csv.gz",
    made="rows in the order of the file, which goes through the writers; the first 1,437 train, the last 360 test",
    classes=[str(digit) for digit in range(10)])
