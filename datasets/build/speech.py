"""One speaker's telephone prompts, mu-law at 8 kHz, with what she says."""
import gzip, io, re, wave
import numpy as np
from packing import Writer, deb

LONGEST, EACH = 5.0, 10
NO_SPEECH = re.compile(r"silence/|beep|tone|monkeys|vm-intro|confbridge-(join|leave)$")


def mu_law(samples):
    """G.711 mu-law bytes of 16-bit samples."""
    sign, level = np.where(samples < 0, 0x80, 0), np.minimum(np.abs(samples.astype("i4")), 32635) + 132
    exponent = np.floor(np.log2(level)).astype("i4") - 7
    return (~(sign | exponent << 4 | level >> exponent + 3 & 15) & 0xFF).astype("u1")


def transcripts(text):
    rows = (line.split(":", 1) for line in text.splitlines() if ":" in line and not line.startswith(";"))
    return {name.strip(): re.sub(r"\s+", " ", re.sub(r"[\[(<].*?[\])>]", "", said)).strip() for name, said in rows}


sounds, folder = deb("asterisk-core-sounds-en-wav"), "usr/share/asterisk/sounds/en_US_f_Allison"
said = transcripts(gzip.decompress(deb("asterisk-core-sounds-en").read("usr/share/doc/asterisk-core-sounds-en/core-sounds-en.txt.gz")).decode())
clips = []
for file in sorted((sounds.folder / folder).rglob("*.wav")):
    name = file.relative_to(sounds.folder / folder).with_suffix("").as_posix()
    with wave.open(io.BytesIO(file.read_bytes())) as recording:
        assert (recording.getframerate(), recording.getnchannels(), recording.getsampwidth()) == (8000, 1, 2), name
        samples = np.frombuffer(recording.readframes(recording.getnframes()), "<i2")
    if not NO_SPEECH.search(name) and said[name] and len(samples) <= LONGEST * 8000:
        clips.append((name, said[name], mu_law(samples)))

# Clips that say the same stand on the same side.
texts = sorted({re.sub(r"\W+", " ", text).strip().lower() for _, text, _ in clips})
place = {text: index for index, text in enumerate(texts)}
out = Writer()
for split in "train", "test":
    part = [clip for clip in clips if (place[re.sub(r"\W+", " ", clip[1]).strip().lower()] % EACH == EACH - 1) == (split == "test")]
    out.raw(f"{split}-samples.gz", np.concatenate([samples for _, _, samples in part]), ["sample"], about="mu-law (G.711) at 8,000 a second, clip after clip")
    out.raw(f"{split}-ends.gz", np.cumsum([len(samples) for _, _, samples in part]).astype("i4"), ["clip"], about="where each clip ends in the samples")
    out.text(f"{split}-transcripts.tsv", "".join(f"{name}\t{text}\n" for name, text, _ in part), about="name and words of each clip")
out.manifest(
    title=f"Speech: {len(clips)} prompts by one speaker with their words, {sum(len(samples) for _, _, samples in clips) / 8000 / 60:.0f} minutes at 8 kHz",
    licence="CC-BY-SA-3.0",
    attribution="Asterisk core sounds, recorded by Allison Smith (theivrvoice.com), with the support of Digium, Inc.",
    source="Debian asterisk-core-sounds-en-wav and asterisk-core-sounds-en 1.6.1: sounds/en_US_f_Allison, core-sounds-en.txt",
    made="clips of speech up to five seconds, as mu-law; the remarks in brackets left out of the words; every tenth text is for the test")
