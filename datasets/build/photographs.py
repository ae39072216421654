"""Photographs in colour and crops of them, 64x64, split by photograph."""
import bz2, io, random
from pathlib import Path
import numpy as np
from PIL import Image
from packing import Writer, deb

SIDE, SHORT, TRAIN, TEST = 64, 256, 1600, 400
WALL, SKIMAGE, SKLEARN = "usr/share/backgrounds", "usr/lib/python3/dist-packages/skimage/data", "usr/lib/python3/dist-packages/sklearn/datasets/images"
# name, photographer, licence, split; by the package that holds it and the folder inside
PHOTOGRAPHS = {
    ("lomiri-wallpapers-16.04", WALL): [
        ("Bridge_by_Sander_Klootwijk.jpg", "Sander Klootwijk", "CC-BY-SA-4.0", "train"),
        ("Dragonfly_by_Bolly.jpg", "Bolly", "CC-BY-SA-4.0", "train"),
        ("Picture_0B_by_freespace.jpg", "Trevor \"Freespace\"", "CC-BY-4.0", "train"),
        ("Picture_1A_by_freespace.jpg", "Trevor \"Freespace\"", "CC-BY-4.0", "test"),
        ("Wine_by_Jakkub_Mede.jpg", "Jakub Mede", "CC-BY-4.0", "train"),
        ("aitzgorri_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", "train"),
        ("free_by_Peter_Nerlich.jpg", "Peter Nerlich", "CC-BY-SA-4.0", "train"),
        ("friends_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", "train"),
        ("greentock_by_Peter_Nerlich.jpg", "Peter Nerlich", "CC-BY-SA-4.0", "train"),
        ("life_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", "train"),
        ("picosdeeuropa_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", "test"),
        ("seeding_by_Clements_Engelhardt.jpg", "Clemens Engelhardt", "CC0-1.0", "train"),
        ("sunset_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0", "test"),
    ],
    ("lomiri-wallpapers-20.04", WALL): [("Kleiber_by_Lukas_Baubkus.jpg", "Lukas Baubkus", "CC-BY-SA-3.0", "train")],
    ("mate-backgrounds", f"{WALL}/mate/nature"): [
        ("Aqua.jpg", "Charles Barbin", "GPL-2.0-or-later", "train"),
        ("Blinds.jpg", "Lennart Poettering, Andrea Cimitan", "GPL-2.0-or-later", "train"),
        ("Dune.jpg", "Marco Cogoni, Hylke Bons", "GPL-2.0-or-later", "train"),
        ("FreshFlower.jpg", "Jens Ansorg", "GPL-2.0-or-later", "train"),
        ("Garden.jpg", "Charles Barbin", "GPL-2.0-or-later", "train"),
        ("GreenMeadow.jpg", "Timothy Schellhase, Lapo Calamandrei", "GPL-2.0-or-later", "train"),
        ("LadyBird.jpg", "Charles Barbin", "GPL-2.0-or-later", "test"),
        ("RainDrops.jpg", "blackcombwhistler07", "GPL-2.0-or-later", "test"),
        ("Storm.jpg", "Sergey Nazarov", "GPL-2.0-or-later", "train"),
        ("TwoWings.jpg", "Charles Barbin, Hylke Bons", "GPL-2.0-or-later", "train"),
        ("Wood.jpg", "Jean-François Fortin Tam", "GPL-2.0-or-later", "train"),
        ("YellowFlower.jpg", "Charles Barbin", "GPL-2.0-or-later", "train"),
    ],
    ("python3-sklearn", SKLEARN): [
        ("china.jpg", "danielbuechele (flickr)", "CC-BY-2.0", "test"),
        ("flower.jpg", "vultilion (flickr)", "CC-BY-2.0", "train"),
    ],
    ("python3-skimage", SKIMAGE): [
        ("chelsea.png", "Stefan van der Walt", "CC0-1.0", "test"),
        ("coffee.png", "Rachel Michetti", "CC0-1.0", "test"),
        ("rocket.jpg", "SpaceX", "public domain", "train"),
    ],
    ("python3-scipy", "usr/lib/python3/dist-packages/scipy/misc"): [("face.dat", "Judy Weggelaar", "public domain", "train")],
}


def photograph(package, path):
    """A photograph as large as 256 pixels on its short side, (row, column, channel)."""
    content = package.read(path)
    if path.endswith(".dat"):
        picture = Image.fromarray(np.frombuffer(bz2.decompress(content), "u1").reshape(768, 1024, 3))
    else:
        picture = Image.open(io.BytesIO(content)).convert("RGB")
    scale = SHORT / min(picture.size)
    return np.asarray(picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.BOX))


def corners(pixels, count, random):
    """The corners of random crops that show something: contrast, and edges to tell apart."""
    chosen = []
    while len(chosen) < count:
        y, x = random.randrange(pixels.shape[0] - SIDE + 1), random.randrange(pixels.shape[1] - SIDE + 1)
        grey = pixels[y:y + SIDE, x:x + SIDE].mean(2)
        edges = np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean()
        if grey.std() >= 14 and edges >= 4:
            chosen.append((y, x))
    return chosen


chosen = {"train": [], "test": []}
for (name, folder), photographs in PHOTOGRAPHS.items():
    package = deb(name)
    for file, author, licence, split in photographs:
        chosen[split].append((file, author, licence, name, photograph(package, f"{folder}/{file}")))

out, table = Writer(), []
for split, total in [("train", TRAIN), ("test", TEST)]:
    crops = []
    for index, (file, author, licence, name, pixels) in enumerate(chosen[split]):
        count = total * (index + 1) // len(chosen[split]) - total * index // len(chosen[split])
        crops += [(len(table), y, x) for y, x in corners(pixels, count, random.Random(file))]
        out.png(f"{Path(file).stem}.png", pixels, about=f"{author}, {licence}")
        table.append(f"{len(table)}\t{split}\t{file}\t{author}\t{licence}\tDebian {name}\n")
    out.raw(f"{split}-crops.gz", np.array(crops, "i2"), ["crop", "place"], about="the photograph's number in photographs.tsv, the crop's first row and column")
out.text("photographs.tsv", "".join(table), about="number, split, file, photographer, licence and package of each photograph")
out.manifest(
    title="Photographs: 32 in colour, and 2,000 crops of them, 64x64",
    licence="GPL-2.0-or-later AND CC-BY-SA-4.0 AND CC-BY-SA-3.0 AND CC-BY-4.0 AND CC-BY-2.0 AND CC0-1.0 AND LicenseRef-public-domain",
    attribution="the photographers named in photographs.tsv, each under the licence given there",
    source="Debian lomiri-wallpapers-16.04 20.04.0, lomiri-wallpapers-20.04 20.04.0, mate-backgrounds 1.26.0, python3-sklearn 1.2.1, python3-skimage 0.19.3, python3-scipy 1.10.1",
    made="each photograph brought to 256 pixels on its short side; crops at random places with a fixed seed, flat and blurred ones left out; 24 photographs train, 8 test")
