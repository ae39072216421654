"""Remakes the fixtures of the parity tests with the PyTorch of this machine (Debian's python3-torch made the committed ones):
    /usr/bin/python3 tests/TorchSharp.System.Tests/Parity/make.py [FOLDER]
Without a folder they are written beside this file. Each cases_NAME.py fills one Fixture called `fixture`, which becomes NAME.jsonl."""
import importlib
import pathlib
import sys
import warnings

sys.dont_write_bytecode = True

import torch

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here))
torch.set_num_threads(1)
warnings.simplefilter("ignore")
print(torch.__version__)
for path in sorted(here.glob("cases_*.py")):
    torch.manual_seed(0)
    fixture = importlib.import_module(path.stem).fixture
    fixture.write(sys.argv[1] if len(sys.argv) > 1 else here)
    print(f"{fixture.name}.jsonl: {len(fixture.cases)} cases")
