"""Axial slices of a head CT, on the same pixels as the brains."""
from packing import Writer
from volumes import grey, nifti, raw

out = Writer()
volume = nifti(raw("headct.nii.gz"))
# (x to the right, y to the front, z up) becomes (slice from below, row from the front, column from the person's right).
volume = volume.transpose(2, 1, 0)[84:216, ::-1, ::-1]
out.raw("ct.gz", grey(volume, spacing=(1, 1), centre=(118, 103), white=255), ["slice", "row", "column"], [1, 3.5, 3.5], "scaled by its maker, not in Hounsfield units")
out.manifest(
    title="Head CT: 132 axial slices of one person, 64x64",
    licence="Apache-2.0",
    attribution="head CT from the examples of JNIfTI, Qianqian Fang",
    source="Debian jnifti-demos 0.6: examples/headct/headct.nii.gz",
    made="turned to the axes of brains, the mean over pixels of 3.5 mm in a window of 224 mm, levels of the skull only")
