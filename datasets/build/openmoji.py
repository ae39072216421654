"""Pairs of an outline and its coloured drawing from OpenMoji, 64x64, no two outlines alike."""
import json, random
import numpy as np
from packing import Rasteriser, Writer, npm

SIDE, COUNT, TEST = 64, 1500, 300

package = npm("openmoji", "17.0.0", "55ee7d13485dec86e9f38c1f3a645a13382d33ff97c0cd845ee824b0aef45e68")
rasterise = Rasteriser("2.6.2")


def render(paths):
    """Drawings on white paper, (count, side, side, 3)."""
    rgba = rasterise(SIDE, paths).astype("i2")
    return (rgba[..., :3] + 255 - rgba[..., 3:]).clip(0, 255).astype("u1")  # premultiplied by alpha


def thumbnails(outlines):
    return (255 - outlines).reshape(-1, 16, 4, 16, 4).mean((2, 4), dtype="f4").reshape(len(outlines), -1)


# Flags and brands have colours that no outline tells; the default skin stands for its five tones.
rows = [row for row in json.loads(package.read("data/openmoji.json"))
        if row["group"] not in ("flags", "component") and not row["skintone"] and "flag" not in row["subgroups"] and row["subgroups"] != "brand"]
outlines = render([package.folder / f"black/svg/{row['hexcode']}.svg" for row in rows])[..., 1]
colours = render([package.folder / f"color/svg/{row['hexcode']}.svg" for row in rows])

painted = (np.abs(colours.astype("i2") - outlines[..., None]).max(-1) > 24).mean((1, 2))
small, mirrored = thumbnails(outlines), thumbnails(outlines[:, :, ::-1])
kept = []
for index in np.flatnonzero(painted > 0.04):
    # An outline that differs by less than a stroke from one already kept, or from its mirror image, is the same outline.
    if not any(((side[kept] - small[index]) ** 2).mean(1).min() < 64 for side in (small, mirrored) if kept):
        kept.append(index)
random.Random(5).shuffle(kept)

out = Writer()
for split, part in [("train", sorted(kept[TEST:COUNT])), ("test", sorted(kept[:TEST]))]:
    out.raw(f"{split}-outlines.gz", outlines[part], ["pair", "row", "column"], about="0 line to 255 paper")
    out.raw(f"{split}-colours.gz", colours[part].transpose(0, 3, 1, 2), ["pair", "channel", "row", "column"], about="red, green, blue")
    out.text(f"{split}-names.tsv", "".join(f"{rows[i]['hexcode']}\t{rows[i]['group']}\t{rows[i]['annotation']}\n" for i in part), about="code points, group and name of each pair")
out.manifest(
    title="OpenMoji: 1,500 pairs of an outline and its coloured drawing, 64x64",
    licence="CC-BY-SA-4.0",
    attribution="All emojis designed by OpenMoji, the open-source emoji and icon project (openmoji.org)",
    source="npm openmoji 17.0.0: black/svg and color/svg, drawn by npm @resvg/resvg-js 2.6.2",
    made="flags, brands, skin tones, hardly painted drawings and outlines alike but for a stroke or a mirror left out; 1,500 of the rest by a seeded shuffle, on white")
