"""Old Faithful's eruptions, as pyclustering ships them."""
import numpy as np
from packing import Writer, deb

package = deb("python3-pyclustering")
rows = np.loadtxt(package.read("usr/share/pyclustering/samples/samples/famous/OldFaithful.data",
    "24551524454394a9b0ab23a3eba44e369fdd3f9f1f54dc79d7c9b03855ecb9f3").decode().splitlines())
out = Writer()
out.raw("features.gz", rows, ["eruption", "feature"], about="minutes")
out.manifest(
    title="Old Faithful: 272 eruptions of a geyser, duration and waiting time",
    licence="GPL-3.0-or-later",
    attribution="Old Faithful geyser data, after W. Haerdle (1991) and A. Azzalini and A. W. Bowman (1990), as shipped by pyclustering (GPL-3+)",
    source="Debian python3-pyclustering 0.10.1.2: samples/famous/OldFaithful.data",
    made="all rows, in the order of the file",
    columns=["duration of the eruption (min)", "waiting time to the next (min)"])
