"""Talks to the kernel through jupyter_client, over libzmq: the messages of a session, and the kernel's death and restart."""
import signal
import sys
import time

from jupyter_client.manager import KernelManager

manager = KernelManager(kernel_name="course-test", transport=sys.argv[1])
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)


def run(code, **options):
    published = []
    reply = client.execute_interactive(code, timeout=60, output_hook=published.append, **options)["content"]
    return reply, [message for message in published if message["msg_type"] not in ("status", "execute_input")]


def check(actual, expected):
    assert actual == expected, f"{actual!r}, not {expected!r}"


reply, published = run('Console.Write("hé😀"); 41 + 1')
check(reply["status"], "ok")
check([message["msg_type"] for message in published], ["stream", "execute_result"])
check(published[0]["content"]["text"], "hé😀")
check(published[1]["content"]["data"]["text/plain"], "42")

reply, published = run('throw new InvalidOperationException("wrong");')
check((reply["status"], reply["ename"], reply["evalue"]), ("error", "InvalidOperationException", "wrong"))

reply, published = run('input("name? ") + GetPasswordAsync("word? ").Result.GetClearTextPassword()', allow_stdin=True, stdin_hook=lambda message: client.input(message["content"]["prompt"][:1]))
check(published[-1]["content"]["data"]["text/plain"], "nw")

for interrupt in (manager.interrupt_kernel, lambda: manager.signal_kernel(signal.SIGINT)):
    client.execute('Console.WriteLine("begun"); while (true) { }')
    while client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
        pass
    assert client.hb_channel.is_beating()
    interrupt()
    check(client.get_shell_msg(timeout=30)["content"]["ename"], "Interrupted")

# 20 MB, of which not a line is lost.
reply, published = run('for (var i = 0; i < 200_000; i++) Console.WriteLine($"{i,99}");')
text = "".join(message["content"]["text"] for message in published)
check(len(text), 20_000_000)
assert text.endswith("199999\n")

for ending in ("Environment.Exit(3);", "int Deep(int n) => n + Deep(n + 1); Deep(0)"):
    client.execute(ending)
    end = time.time() + 30
    while manager.is_alive() and time.time() < end:
        time.sleep(0.05)
    assert not manager.is_alive(), "the kernel survived " + ending
    manager.restart_kernel(now=True)
    client.wait_for_ready(timeout=60)
    check(run("1")[0]["status"], "ok")

client.stop_channels()
manager.shutdown_kernel()
assert not manager.is_alive()
print("done")
