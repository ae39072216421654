"""Classroom 50 runs this in a checkout of a student's repository and reads result.json.

What lies beside it can be read by students, so its key holds the visible tests only: `course grade` with the whole key gives the grades.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile

here = pathlib.Path(__file__).resolve().parent
student = os.environ.get("USERNAME") or os.environ.get("OWNER") or "student"
with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    course = os.environ.get("COURSE")
    if course is None:
        subprocess.run(["git", "clone", "--depth", "1", "{{repository}}", str(work / "course")], check=True)
        course = str(work / "course" / "course")
        subprocess.run([course, "--version"], check=True, env={**os.environ, "CI": "true"})
    mine = work / "in" / student
    mine.mkdir(parents=True)
    for notebook in (here / "release").glob("*.ipynb"):
        found = sorted(file for file in pathlib.Path(".").rglob(notebook.name) if file.is_file() and not file.is_symlink())
        if found:
            shutil.copy(found[0], mine)
    # The student's own code, on a machine of its own, with nothing to find out.
    subprocess.run([course, "grade", "--release", str(here / "release"), "--key", str(here / "release.key"), "--submissions", str(work / "in"), "--out", str(work / "out"), "--jobs", "1", "--unsandboxed"], check=True)
    shutil.copy(next((work / "out" / "classroom50").glob("*.json")), "result.json")
