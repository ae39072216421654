"""Axial slices of a brain with a tumour, before and during surgery, on the same pixels as the brains."""
from packing import Writer
from volumes import grey, labels, nifti, raw

AXES, SPACING = ["slice", "row", "column"], [2, 3.5, 3.5]
GRID = dict(spacing=(2, 2), centre=(64.5, 58))
out = Writer()
for name, file, about in [
    ("before", "tumour-PBNRRMovingImage.nii.gz", "T1 before surgery, the skull taken off"),
    ("during", "tumour-PBNRRFixedImage.nii.gz", "T1 during surgery: the brain has shifted"),
    ("mask", "tumour-PBNRRMaskImage.nii.gz", "1 in the brain before surgery, tumour included"),
]:
    # (x to the left, y to the back, z up)
    volume = nifti(raw(file)).transpose(2, 1, 0)[14:74]
    out.raw(f"{name}.gz", labels(volume, **GRID) if name == "mask" else grey(volume, white=232, **GRID), AXES, SPACING, about)
out.manifest(
    title="Brain tumour: 60 axial slices of one person before and during surgery with a brain mask, 64x64",
    licence="Apache-2.0",
    attribution="physics-based non-rigid registration data (Liu et al., 2014) from ITK's test data, Insight Software Consortium",
    source="Debian's source of insighttoolkit4 4.13.3: .ExternalData",
    made="turned to the axes of brains, the mean over pixels of 3.5 mm in a window of 224 mm; brightness set so that white matter is at 0.65")
