"""Makes the two fonts that the figures are drawn with, from Debian's fonts-noto-core and fonts-noto-extra.

    apt-get install python3-fonttools fonts-noto-core fonts-noto-extra
    python3 subset.py /usr/share/fonts/truetype/noto

Each is Noto Sans in one weight, with the signs that it lacks taken from Noto Sans Math. What the small reader in
TrueTypeFont.cs does not know is settled here: composite glyphs are taken apart, the character map is format 12,
and kerning between ASCII characters is written out as a plain table of pairs.
"""
import sys
from pathlib import Path

from fontTools import subset, ttLib
from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables import _c_m_a_p, _k_e_r_n

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—‘’“”„†‡•…‰′″€™ℓ")]
GREEK = [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA), *map(ord, "ϑϕϵϱ")]
SCRIPTS = list(map(ord, "⁰ⁱ¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥᵀᵗˣᵈᵏᵐᵇ\u0302\u0303\u0304\u0307"))
MATHS = list(map(ord, "−×÷±∑∏∫∂∇√∞≈≠≤≥≡∼∝≪≫∈∉⊂⊆∪∩∀∃∅∘⊙⊕⊗⋅∣∥‖⟨⟩→←↑↓↔⇒⇔↦ℝℕℤℒ𝔼ℙ𝒩𝓛□"))


def cut(path: Path, characters: set[int]) -> ttLib.TTFont:
    font = ttLib.TTFont(path)
    options = subset.Options(hinting=False, layout_features=["kern"], glyph_names=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    return font


def kerning(font: ttLib.TTFont) -> dict[tuple[str, str], int]:
    ascii_glyphs = {name for code, name in font.getBestCmap().items() if code < 0x7F}
    pairs: dict[tuple[str, str], int] = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if lookup.LookupType == 9 else table
            if table.LookupType != 2:
                continue
            covered = ascii_glyphs & set(table.Coverage.glyphs)
            if table.Format == 1:
                for left, found in zip(table.Coverage.glyphs, table.PairSet):
                    for record in found.PairValueRecord:
                        if left in ascii_glyphs and record.SecondGlyph in ascii_glyphs and record.Value1:
                            pairs.setdefault((left, record.SecondGlyph), record.Value1.XAdvance)
                continue
            for left in covered:
                row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                for right in ascii_glyphs:
                    value = row[table.ClassDef2.classDefs.get(right, 0)].Value1
                    if value and value.XAdvance:
                        pairs.setdefault((left, right), value.XAdvance)
    return {pair: value for pair, value in pairs.items() if abs(value) >= 8}


def make(folder: Path, weight: str) -> None:
    wanted = set(LATIN + GREEK + SCRIPTS + MATHS)
    text = cut(folder / f"NotoSans-{weight}.ttf", wanted)
    pairs = {(text.getGlyphID(a), text.getGlyphID(b)): v for (a, b), v in kerning(text).items()}
    missing = wanted - set(text.getBestCmap())
    signs = cut(folder / "NotoSansMath-Regular.ttf", missing)
    assert text["head"].unitsPerEm == signs["head"].unitsPerEm
    left_out = missing - set(signs.getBestCmap())
    print(weight, "left out:", "".join(map(chr, sorted(left_out))))
    for font, name in ((text, "text"), (signs, "signs")):
        for table in ("GPOS", "GSUB", "GDEF", "MATH", "DSIG", "STAT"):
            if table in font:
                del font[table]
        font.save(f"/tmp/{name}.ttf")
    font = Merger().merge(["/tmp/text.ttf", "/tmp/signs.ttf"])
    glyphs = font.getGlyphSet()
    for name in font.getGlyphOrder():
        if font["glyf"][name].isComposite():
            recorded, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
            glyphs[name].draw(recorded)
            recorded.replay(pen)
            font["glyf"][name] = pen.glyph()
    cmap = _c_m_a_p.CmapSubtable.newSubtable(12)
    cmap.platformID, cmap.platEncID, cmap.language, cmap.cmap = 3, 10, 0, font.getBestCmap()
    font["cmap"].tables = [cmap]
    kern = _k_e_r_n.KernTable_format_0()
    kern.version, kern.coverage, kern.tupleIndex, kern.apple = 0, 1, None, False
    order = font.getGlyphOrder()
    kern.kernTable = {(order[a], order[b]): v for (a, b), v in pairs.items()}
    font["kern"] = ttLib.newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [kern]
    out = Path(__file__).parent / f"NotoSans-{weight}-subset.ttf"
    font.save(out)
    print(out, out.stat().st_size, "bytes", len(order), "glyphs", len(pairs), "pairs")


for weight in ("Regular", "SemiBold"):
    make(Path(sys.argv[1]), weight)
