"""Reads medical volumes, brings them to one order of axes and to 64x64 slices. Integers only, so that every machine gets the same bytes."""
import base64, gzip, io, json, sys, zlib
from pathlib import Path
import numpy as np
from packing import SOURCES, deb, sha256

SIDE = 64
FIXED = 1 << 12  # weights are whole numbers of this part


# Where each raw volume lies; --sources may also hold it under its name here.
ITK, ELASTIX, JNIFTI = ("insighttoolkit4", "bookworm", True), ("elastix", "trixie", True), ("jnifti-demos", "trixie", False)
RAW = {
    "colin27-t1.nii.gz": (("mricron-data", "bookworm", False), "usr/share/mricron/templates/ch2.nii.gz", "a009051127f64dc3dd554d5f5b589870ea72106d9642c21b4e7093e478cfc309"),
    "colin27-tissues.jnii": (JNIFTI, "usr/share/doc/jnifti-demos/examples/colin27/colin27_zlib.jnii", "157b47af3c8722de2664773f82403b6d48c7d383fab2740e421fb5cc634176b7"),
    "headct.nii.gz": (JNIFTI, "usr/share/doc/jnifti-demos/examples/headct/headct.nii.gz", "99bcbf0c0d091aeb94bfdaed1e3fc0217a96b36b24820ef7d9310ff86ba16f80"),
    "brainweb-t1.mha": (ITK, ".ExternalData/MD5/aa0a1e072e0c39fb8b26a769b5a54b68", "00d59971aa6770b12ecddaa80f30d8cc2dff9261dad4689dec9aa0b29e06832f"),
    "brainweb-t2.mha": (ITK, ".ExternalData/MD5/d045320797977db7787a76eaa30cd95c", "11fec54a04313728b206d31db4b4e771a0e488b2b4ca0b2ade95a37f9b01582c"),
    "brainweb-pd.mha": (ITK, ".ExternalData/MD5/0b2135e2035e5bd84d82f4929e68fbdc", "a7562864cb75f609a6d7b5038dd931e8533b82405dfdaf03d1ef64ab76dae3e4"),
    "t1-nac-atlas.dcm": (ITK, ".ExternalData/MD5/4b2bce1d5f3a6285d551b3fdb97ce35a", "dd210616769d1fd19109022b4d3a5689327192cbb3eeb0b32c5bb2b83f1149e3"),
    "t1-siemens-mprage.dcm": (ITK, ".ExternalData/MD5/12bfc6e2177c40062ad9a7aa404b2444", "9e0a019102c675e626edbb9451beef841ec0c985d9778eabecdabf4f3de29638"),
    "tumour-PBNRRMovingImage.nii.gz": (ITK, ".ExternalData/MD5/3ee5330ee8a923b86a523b1f250dcb7e", "7dd6f29f20d818427b7ebb87c106ff7eedc9ac99d44091d4ec1c8295867d0606"),
    "tumour-PBNRRFixedImage.nii.gz": (ITK, ".ExternalData/MD5/0e9f722be691e729af4f8fdaf8bb322d", "fd2b7ea1b1904b6e33ed611cd7abe83463caade0f34de3738d8f2dc53b0a00af"),
    "tumour-PBNRRMaskImage.nii.gz": (ITK, ".ExternalData/MD5/158329621386d8c84050341221c85ecf", "d059f3ddd2080e83b29a36dba0f0946abe9946acaa62bc483918af67dd590081"),
    "lung-ct-baseline.mha": (ELASTIX, "Testing/Data/3DCT_lung_baseline.mha", "aa9e1d56d676967713dc6fb43b227e079e6e52ed66b94ebd6adc1c97241fbfe7"),
    "lung-ct-baseline_mask.mha": (ELASTIX, "Testing/Data/3DCT_lung_baseline_mask.mha", "2ab6b21dbf45904933e26c5f19af73f4e97af2df40fb09497a52f9b9659d692d"),
    "lung-ct-followup.mha": (ELASTIX, "Testing/Data/3DCT_lung_followup.mha", "0f00443a965aeae998285296bf11af3ef5d524d9208eab622778f651757deb1e"),
    "lung-ct-followup_mask.mha": (ELASTIX, "Testing/Data/3DCT_lung_followup_mask.mha", "3fd8dd56427add13f603dfa510df0fd00774636449e2967ccc805afcf8f6ba3c"),
}


def raw(name):
    """The bytes of a raw volume, pinned by sha256."""
    package, path, pinned = RAW[name]
    for at_hand in (Path(SOURCES) / name, Path(SOURCES) / f"{name}.gz") if SOURCES else ():
        if at_hand.exists():
            data = at_hand.read_bytes() if at_hand.name == name else gzip.decompress(at_hand.read_bytes())
            return data if sha256(data) == pinned else sys.exit(f"{at_hand} is {sha256(data)}, not the pinned {pinned}.")
    return deb(*package).read(path, pinned)


def meta_image(data):
    """MetaImage with its data inside: (z, y, x)."""
    header, at = {}, 0
    while "ElementDataFile" not in header:
        end = data.index(b"\n", at)
        key, value = data[at:end].decode().split("=", 1)
        header[key.strip()], at = value.strip(), end + 1
    content = zlib.decompress(data[at:]) if header.get("CompressedData") == "True" else data[at:]
    kind = {"MET_UCHAR": "u1", "MET_SHORT": "<i2"}[header["ElementType"]]
    return np.frombuffer(content, kind).reshape([int(side) for side in header["DimSize"].split()][::-1])


def nifti(data):
    """NIfTI-1, gzipped: (x, y, z) as stored, unscaled."""
    content = gzip.decompress(data)
    sides, kind = np.frombuffer(content, "<i2", 4, 40)[1:], int(np.frombuffer(content, "<i2", 1, 70)[0])
    start = int(np.frombuffer(content, "<f4", 1, 108)[0])
    return np.frombuffer(content, {2: "u1", 8: "<i4"}[kind], int(np.prod(sides, dtype="i8")), start).reshape(sides, order="F")


def jnifti(data):
    """JNIfTI in text with zlib: (x, y, z), row-major as JData has it."""
    array = json.loads(data.decode(), strict=False)["NIFTIData"]
    return np.frombuffer(zlib.decompress(base64.b64decode(array["_ArrayZipData_"])), array["_ArrayType_"]).reshape(array["_ArraySize_"])


def dicom(data):
    """Enhanced DICOM of one volume: (frame, row, column)."""
    import pydicom
    return pydicom.dcmread(io.BytesIO(data)).pixel_array


def weights(count, spacing, target, centre):
    """How much of each of count cells lies in each of SIDE cells of the target spacing around the centre (in cells), in FIXED parts."""
    low = centre * spacing - SIDE * target / 2
    edges = low + target * np.arange(SIDE + 1)
    left, right = np.arange(count) * spacing, (np.arange(count) + 1) * spacing
    overlap = np.minimum(right, edges[1:, None]) - np.maximum(left, edges[:-1, None])
    return np.rint(overlap.clip(0) / target * FIXED).astype("i8")


def slices(volume, spacing, centre, target=3.5):
    """Axial slices at 64x64 by the mean over each pixel's area, times FIXED squared; spacing and centre are of (row, column)."""
    rows = weights(volume.shape[1], spacing[0], target, centre[0])
    columns = weights(volume.shape[2], spacing[1], target, centre[1])
    return np.stack([rows @ (plane.astype("i8") @ columns.T) for plane in volume])


def grey(volume, spacing, centre, white, black=0, target=3.5):
    """Slices as bytes: black and darker at 0, white and brighter at 255."""
    total = slices(np.maximum(volume.astype("i8") - black, 0), spacing, centre, target)
    scale = (white - black) * FIXED ** 2
    return ((total * 255 + scale // 2) // scale).clip(0, 255).astype("u1")


def labels(volume, spacing, centre, target=3.5):
    """Slices of a label map: in each pixel the label with the largest area."""
    area = np.stack([slices(volume == label, spacing, centre, target) for label in range(volume.max() + 1)])
    area[0] += FIXED ** 2 - area.sum(0)  # outside of the volume is background
    return area.argmax(0).astype("u1")
