"""Twemoji's icons, 64x64 with transparency, likenesses on one side of the split."""
import io, json
import numpy as np
from PIL import Image
from packing import Writer, npm

SIDE, EACH = 64, 5

package = npm("emoji-datasource-twitter", "16.0.0",
              "f64a530c63bca463bd8317fdc4615ce63a53a0c65018e4ce2d848aaba7a28877")
rows = sorted((row for row in json.loads(package.read("emoji.json")) if row["has_img_twitter"] and row["category"] != "Component"), key=lambda row: row["sort_order"])
classes = sorted({row["category"] for row in rows})
icons = np.stack([np.asarray(Image.open(io.BytesIO(package.read(f"img/twitter/64/{row['image']}"))).convert("RGBA")) for row in rows])
icons = icons * (icons[..., 3:] > 0)  # what lies under full transparency is noise
labels = np.array([classes.index(row["category"]) for row in rows], "u1")


def families(icons):
    """Numbers icons so that those that look alike, or like each other's mirror image, share a number."""
    paper = 255 - icons[..., 3:].astype("f4") * (255 - icons[..., :3]) / 255
    small = paper.reshape(-1, 16, 4, 16, 4, 3).mean((2, 4))
    mirrored = small[:, :, ::-1].reshape(len(small), -1)
    small = small.reshape(len(small), -1)
    family = np.arange(len(small))
    for index in range(1, len(small)):
        for side in (small, mirrored):
            for like in np.flatnonzero(((side[:index] - small[index]) ** 2).mean(1) < 20 ** 2):
                family[family == family[index]] = family[like]
    return family


family = families(icons)
# Every fifth family of a class is for the test: all of it or nothing of it.
order = {number: place for place, number in enumerate(sorted(set(family), key=lambda number: (labels[number], number)))}
test = np.array([order[number] % EACH == EACH - 1 for number in family])
out = Writer()
for split, part in [("train", np.flatnonzero(~test)), ("test", np.flatnonzero(test))]:
    out.raw(f"{split}-images.gz", icons[part].transpose(0, 3, 1, 2), ["image", "channel", "row", "column"], about="red, green, blue and opacity, 0 clear to 255")
    out.raw(f"{split}-labels.gz", labels[part], ["image"], about="an index into classes")
    out.text(f"{split}-names.tsv", "".join(f"{rows[i]['unified']}\t{rows[i]['name'] or rows[i]['short_name']}\n" for i in part), about="code points and name of each icon")
out.manifest(
    title=f"Twemoji: {len(icons):,} icons in colour, 64x64, with transparency",
    licence="CC-BY-4.0",
    attribution="Twemoji, Copyright Twitter, Inc. and other contributors (github.com/jdecked/twemoji), graphics under CC BY 4.0",
    source="npm emoji-datasource-twitter 16.0.0: img/twitter/64",
    made="one icon a name, skin tones left out; icons that look alike are a family, and every fifth family is for the test",
    classes=classes)
