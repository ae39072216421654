"""Types into jupyter console as a person does."""
import os
import time

import pexpect

console = pexpect.spawn("jupyter-console", ["--kernel", "course-test", "--simple-prompt"], encoding="utf-8", timeout=60, env={**os.environ, "TERM": "dumb"}, codec_errors="replace")
console.expect(r"In \[1\]:")
console.sendline("var x = 20 + 1;")
console.expect(r"In \[2\]:")
console.sendline("x * 2")
console.expect(r"Out\[2\]: ?42")
console.expect(r"In \[3\]:")
console.sendline("input(\"name? \") + \"!\"")
console.expect(r"name\? ")
console.sendline("Ada")
console.expect(r"Out\[3\]: ?Ada!")
console.expect(r"In \[4\]:")
console.sendline("while (true) { }")
console.expect("while")
time.sleep(2)
console.sendintr()
console.expect("The cell was stopped")
console.expect(r"In \[5\]:")
console.sendline("x")
console.expect(r"Out\[5\]: ?21")
console.expect(r"In \[6\]:")
console.sendeof()
console.expect("exit")
console.sendline("y")
console.expect(pexpect.EOF)
print("done")
