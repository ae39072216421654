"""Axial slices of three people's heads in T1, and of one of them with tissue labels and a simulated twin in T1, T2 and PD."""
from packing import Writer
from volumes import dicom, grey, jnifti, labels, meta_image, nifti, raw

# All volumes are turned to (slice from below, row from the front, column from the person's right). White leaves white matter at 0.65.
AXES, STEP = ["slice", "row", "column"], 3.5
out = Writer()

# Colin27's three sources lie on one grid of 1 mm; its rows and columns run from back and left.
KEPT, GRID = slice(20, 160), dict(spacing=(1, 1), centre=(105, 90))
turned = lambda volume: volume[KEPT, ::-1, ::-1]
colin = nifti(raw("colin27-t1.nii.gz"))
tissues = jnifti(raw("colin27-tissues.jnii"))
out.raw("colin27-t1.gz", grey(turned(colin.transpose(2, 1, 0)), white=170, **GRID), AXES, [1, STEP, STEP], "a real T1 head, the mean of 27 scans")
out.raw("colin27-tissues.gz", labels(turned(tissues.transpose(2, 1, 0)), **GRID), AXES, [1, STEP, STEP], "labels of the same slices, an index into classes")
for contrast, white in [("t1", 212), ("t2", 255), ("pd", 255)]:
    volume = turned(meta_image(raw(f"brainweb-{contrast}.mha")))
    out.raw(f"brainweb-{contrast}.gz", grey(volume, white=white, **GRID), AXES, [1, STEP, STEP], f"the same slices, simulated in {contrast.upper()} from the same anatomy")

# Two sagittal scans: (frame from the right, row from above, column from the front).
for name, file, kept, thick, grid, black, white, about in [
    ("nac-t1", "t1-nac-atlas.dcm", slice(92, 260), 0.75,
     dict(spacing=(0.75, 0.75), centre=(145, 103)), 4100, 27780, "a second person (NAC brain atlas 2013)"),
    ("mprage-t1", "t1-siemens-mprage.dcm", slice(74, 192), 1,
     dict(spacing=(1, 1.33), centre=(128, 64)), 8, 577, "a third person (3 T MPRAGE, anonymised)"),
]:
    volume = dicom(raw(file)).transpose(1, 2, 0)[::-1][kept]
    out.raw(f"{name}.gz", grey(volume, white=white, black=black, **grid), AXES, [thick, STEP, STEP], about)

out.manifest(
    title="Brains: axial slices of three people in T1, with tissues and simulated T2 and PD of one, 64x64",
    licence="BSD-3-Clause AND Apache-2.0",
    attribution="Colin27 (Holmes et al., 1998), McConnell Brain Imaging Centre, as shipped by MRIcron; tissue labels by Qianqian Fang (JNIfTI); "
                "BrainWeb (Cocosco et al., 1997); NAC brain atlas (Halle et al., 2013); the last two and the MPRAGE head as shipped by ITK",
    source="Debian mricron-data 1.2.20211006: templates/ch2.nii.gz; Debian jnifti-demos 0.6: examples/colin27; Debian's source of insighttoolkit4 4.13.3: .ExternalData",
    made="turned to one order of axes (from below, from the front, from the person's right), the mean over pixels of 3.5 mm in a window of 224 mm, "
         "levels of the brain only; tissues by the largest area; brightness set so that white matter is at 0.65",
    classes=["outside", "white matter", "grey matter", "fluid", "bone", "scalp", "air"])
