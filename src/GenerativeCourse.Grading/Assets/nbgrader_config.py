# nbgrader's own commands accept this course's notebooks with this file beside the course's source/ and release/ folders.
# Under nbgrader hidden tests run in the same process as the answer, which can read them: `course grade` keeps them apart.
c = get_config()  # noqa: F821

# nbgrader has no stub for C#, and refuses a language without one.
c.ClearSolutions.code_stub = {
    "C#": "// YOUR CODE HERE\nthrow new NotImplementedException();",
    "csharp": "// YOUR CODE HERE\nthrow new NotImplementedException();",
    "python": "# YOUR CODE HERE\nraise NotImplementedError()",
}

# The first cell starts the compiler and loads libtorch.
c.Execute.startup_timeout = 120
c.Execute.timeout = 120

# A test cell that was deleted earns nothing only where it is put back first.
c.OverwriteCells.add_missing_cells = True
