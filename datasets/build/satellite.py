"""Tiles of the Earth by day, by night and as a map of water and height, split by bands of longitude."""
import io
import numpy as np
from PIL import Image
from packing import Writer, npm

SIDE, COLUMNS, ROWS = 64, 64, 32  # tiles of the whole globe at 4096 x 2048, 5.625 degrees each
TEST = [range(18, 21), range(50, 54)]  # columns: 78.75 W to 61.875 W, and 101.25 E to 123.75 E
GAP = [17, 21, 49, 54]

package = npm("three-globe", "2.45.2", "f6deff6848980a4bda13b0993e5ebc929b27e791e063a5517c87115ff7e669cb")


def globe(name, mode):
    """The whole picture as tiles, (row, column, channel, y, x)."""
    picture = Image.open(io.BytesIO(package.read(f"example/img/{name}"))).convert(mode)
    size = (COLUMNS * SIDE, ROWS * SIDE)
    whole = np.asarray(picture if picture.size == size else picture.resize(size, Image.BICUBIC))
    return whole.reshape(ROWS, SIDE, COLUMNS, SIDE, -1).transpose(0, 2, 4, 1, 3)


day = globe("earth-blue-marble.jpg", "RGB")
night = globe("earth-night.jpg", "RGB")[:, :, :1].astype("u2") * 15 // 8  # the lights are orange, the dimmed ground is blue; 134 is the brightest
water, height = globe("earth-water.png", "L"), globe("earth-topology.png", "L")
land = (water < 128).mean((2, 3, 4))
rows, columns = np.indices((ROWS, COLUMNS))
# Land enough to draw, and not so far north or south that the projection smears it.
wanted = (land >= 0.15) & (rows >= 3) & (rows < 26) & ~np.isin(columns, GAP)
test = np.isin(columns, [column for band in TEST for column in band])
out = Writer()
for split, part in [("train", wanted & ~test), ("test", wanted & test)]:
    out.raw(f"{split}-day.gz", day[part], ["tile", "channel", "row", "column"], about="red, green, blue; cloudless, winter in the north", delta=True)
    out.raw(f"{split}-night.gz", night[part].astype("u1"), ["tile", "channel", "row", "column"], about="city lights, 0 dark; the red channel of the picture by night, brightened to the full range", delta=True)
    out.raw(f"{split}-map.gz", np.concatenate([water[part], height[part]], 1), ["tile", "channel", "row", "column"],
            about="water from 0 land to 255, and height from 0 sea level", delta=True)
    degrees = np.stack([90 - rows[part] * 180 / ROWS, columns[part] * 360 / COLUMNS - 180], 1).astype("f4")
    out.raw(f"{split}-places.gz", degrees, ["tile", "coordinate"], about="latitude and longitude of the north-west corner, degrees")
out.manifest(
    title=f"Satellite: {wanted.sum()} tiles of the Earth by day, by night and as a map, 64x64",
    licence="MIT AND LicenseRef-public-domain",
    attribution="NASA Visible Earth (Blue Marble, Black Marble), as shipped by three-globe, Copyright (c) 2019 Vasco Asturiano (MIT)",
    source="npm three-globe 2.45.2: example/img/earth-*",
    made="equirectangular pictures brought to 4096 x 2048 and cut into tiles with at least 15% of land between 73 N and 56 S; two bands of longitude are the test, a column of tiles beside each is thrown away")
