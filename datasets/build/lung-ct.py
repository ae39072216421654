"""Axial slices of a lung in two CT scans of one person, with masks."""
from packing import Writer
from volumes import FIXED, labels, meta_image, raw, slices

AXES, SPACING, TARGET = ["slice", "row", "column"], [2.5, 3.6, 3.6], 3.6
AIR = -1000
out = Writer()
for scan, centre in [("baseline", (78.5, 57.5)), ("followup", (83, 57.5))]:
    grid = dict(spacing=(1.366, 1.366), centre=centre, target=TARGET)
    # Stored (slice from below, row from the front, column from the person's right) already.
    scanned, mask = (meta_image(raw(f"lung-ct-{scan}{kind}.mha"))[14:126] for kind in ("", "_mask"))
    # What lies outside of the scan is air.
    hounsfield = (slices(scanned.astype("i8") - AIR, **grid) + FIXED ** 2 // 2) // FIXED ** 2 + AIR
    out.raw(f"{scan}.gz", hounsfield.astype("i2"), AXES, SPACING, "Hounsfield units")
    out.raw(f"{scan}-mask.gz", labels(mask, **grid), AXES, SPACING, "1 in the lung")
out.manifest(
    title="Lung CT: two scans of one person's right lung with masks, 112 axial slices each, 64x64",
    licence="Apache-2.0",
    attribution="lung CT from the elastix test data, University Medical Center Utrecht and contributors",
    source="Debian's source of elastix 5.2.0: Testing/Data",
    made="the mean over pixels of 3.6 mm in a window of 230 mm, levels of the lung only; masks by the larger area")
