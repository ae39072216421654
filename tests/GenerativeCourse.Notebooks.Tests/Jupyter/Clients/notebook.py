"""Runs a notebook with nbclient, and prints it with its outputs; a cell that runs too long is interrupted, and one that fails is named."""
import json
import sys

import nbclient
import nbformat

notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "course-test", "display_name": "C#", "language": "C#"}})
for source in ("var x = 20 + 1; Console.WriteLine(\"before\"); x * 2", "#!html\n<b>bold</b>", "display(x).Update(\"after\");", "throw new Exception(\"told\");", "while (true) { }", "x"):
    notebook.cells.append(nbformat.v4.new_code_cell(source))
nbclient.NotebookClient(notebook, timeout=3, interrupt_on_timeout=True, allow_errors=True).execute()
nbformat.validate(notebook)
print(json.dumps([cell.outputs for cell in notebook.cells]))

failing = nbformat.v4.new_notebook(metadata=notebook.metadata)
failing.cells = [nbformat.v4.new_code_cell("int Deep(int n) => n + Deep(n + 1);\nDeep(0)")]
# On a busy machine nbclient may find the kernel dead before it has read the reply that came first: a second time it is quicker.
for attempt in range(3):
    try:
        nbclient.NotebookClient(failing, timeout=60).execute()
        sys.exit("a cell that ends the process went unnoticed")
    except (nbclient.exceptions.CellExecutionError, nbclient.exceptions.DeadKernelError) as error:
        told = f"{type(error).__name__} " + str(error).replace("\n", " ")[:2000]
        if isinstance(error, nbclient.exceptions.CellExecutionError):
            break
print(told, file=sys.stderr)
