# nbgrader's own commands accept this course's notebooks with this file beside the course's source/ and release/ folders.
# Under nbgrader hidden tests run in the same process as the answer, which can read them: `course grade` keeps them apart.
from nbgrader.preprocessors import NbGraderPreprocessor

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


class CourseCells(NbGraderPreprocessor):
    """Locks the cells that exercises need, and takes wrong answers, minutes and oral questions out of what students get."""

    def preprocess(self, nb, resources):
        needed = {need for cell in nb.cells for need in cell.metadata.get("course", {}).get("needs", [])}
        taken = {cell.metadata["nbgrader"].get("grade_id") for cell in nb.cells if "nbgrader" in cell.metadata}
        for cell in nb.cells:
            if cell.get("id") in needed and "nbgrader" not in cell.metadata:
                name = cell["id"]
                while name in taken:
                    name += "-cell"
                taken.add(name)
                cell.metadata["nbgrader"] = {"schema_version": 3, "grade": False, "solution": False, "locked": True, "task": False, "grade_id": name}
            kept = {key: value for key, value in cell.metadata.pop("course", {}).items() if key in ("needs", "partial")}
            if kept:
                cell.metadata["course"] = kept
        return nb, resources


c.GenerateAssignment.preprocessors.insert(0, CourseCells)
