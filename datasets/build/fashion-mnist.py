"""Fashion-MNIST, the first 1,000 of each class to train on and the first 200 of each to test on."""
import gzip, struct
import numpy as np
from packing import Writer, deb

package = deb("dataset-fashion-mnist")
out = Writer()


def read(name, pinned):
    content = gzip.decompress(package.read(f"usr/share/datasets/fashion-mnist/{name}.gz", pinned))
    shape = struct.unpack_from(f">{content[3]}I", content, 4)
    return np.frombuffer(content, "u1", offset=4 + 4 * content[3]).reshape(shape)


for split, name, each, pinned in [
    ("train", "train", 1000, ("b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7", "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056")),
    ("test", "t10k", 200, ("cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa", "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05")),
]:
    images, labels = read(f"{name}-images-idx3-ubyte", pinned[0]), read(f"{name}-labels-idx1-ubyte", pinned[1])
    # Kept in the order of the file, so that the classes stay mixed.
    chosen = np.sort(np.concatenate([np.flatnonzero(labels == label)[:each] for label in range(10)]))
    out.raw(f"{split}-images.gz", images[chosen], ["image", "row", "column"], about="0 black to 255 white")
    out.raw(f"{split}-labels.gz", labels[chosen], ["image"], about="an index into classes")
out.manifest(
    title="Fashion-MNIST: 12,000 pictures of clothes, 28x28, grey",
    licence="MIT",
    attribution="Fashion-MNIST, by Han Xiao, Kashif Rasul and Roland Vollgraf, Zalando SE (2017)",
    source="Debian dataset-fashion-mnist 0.0~git20200523: usr/share/datasets/fashion-mnist/*.gz",
    made="the first 1,000 training and 200 test pictures of each class, in the order of the file",
    classes=["T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"])
