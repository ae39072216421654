"""Measures two Jupyter kernels with one client, in turn, and prints the medians as JSON."""
import json
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

ROUNDS, CELLS = 5, 100
WRITES = {"python3": "for i in range(20_000): print(i)"}
OUR_WRITES = "for (var i = 0; i < 20_000; i++) Console.WriteLine(i);"


def resident(process):
    with open(f"/proc/{process}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS:"))


def milliseconds(client, code):
    start = time.perf_counter()
    reply = client.execute_interactive(code, timeout=120, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply["content"]
    return (time.perf_counter() - start) * 1000


def measure(name, pause):
    manager = KernelManager(kernel_name=name)
    start = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=120)
    found = {"ready after start (ms)": (time.perf_counter() - start) * 1000, "memory, resident when ready (MB)": resident(manager.provisioner.process.pid)}
    if pause:
        time.sleep(pause)
        found["first cell, a pause after ready (ms)"] = milliseconds(client, "1 + 1")
        found["median round trip of a trivial cell (ms)"] = statistics.median(milliseconds(client, "1 + 1") for _ in range(CELLS))
        found["write 20,000 lines (ms)"] = milliseconds(client, WRITES.get(name, OUR_WRITES))
        found["memory, resident after that (MB)"] = resident(manager.provisioner.process.pid)
    else:
        milliseconds(client, "1 + 1")
        found["start to a result, without a pause (ms)"] = (time.perf_counter() - start) * 1000
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return found


rounds = {name: [] for name in sys.argv[1:]}
for _ in range(ROUNDS):
    for pause in (3, 0):
        for name in rounds:
            rounds[name].append(measure(name, pause))
ours, peer = rounds.values()
keys = dict.fromkeys(key for found in ours for key in found)
rows = []
for key in keys:
    mine, theirs = (statistics.median(found[key] for found in side if key in found) for side in (ours, peer))
    rows.append({"name": key, "ours": mine, "peer": theirs, "ratio": mine / theirs})
print(json.dumps(rows))
