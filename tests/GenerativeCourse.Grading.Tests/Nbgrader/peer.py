"""nbgrader's own code, run from a checkout of jupyter/nbgrader on Debian's Python packages, for NbgraderTests.

peer.py CHECKOUT release CONFIG IN... OUT    what nbgrader's generate_assignment makes of notebooks; none where it refuses
peer.py CHECKOUT grades GRADEBOOK            a gradebook as nbgrader's API reads it, as JSON
peer.py CHECKOUT run ARGUMENT...             nbgrader's command line
"""
import json
import os
import sys

sys.path.insert(0, sys.argv[1])
os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])  # for alembic, which nbgrader starts


def release(config, *paths):
    import nbformat
    from nbgrader import preprocessors
    from nbgrader.nbgraderformat import read, write
    from traitlets.config import PyFileConfigLoader

    settings = PyFileConfigLoader(config).load_config()
    order = ["LockCells", "ClearSolutions", "ClearOutput", "CheckCellMetadata", "ComputeChecksums", "ClearHiddenTests", "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata"]
    for path in paths[:-1]:
        target = os.path.join(paths[-1], os.path.basename(path))
        try:
            with open(path, encoding="utf-8") as file:
                notebook = read(file, as_version=nbformat.NO_CONVERT)
            for name in order:
                notebook, _ = getattr(preprocessors, name)(config=settings).preprocess(notebook, {})
            with open(target, "w", encoding="utf-8") as file:
                write(notebook, file)
        except Exception as refused:
            if os.path.exists(target):
                os.remove(target)
            print(f"{os.path.basename(path)}: {type(refused).__name__}: {refused}".splitlines()[0])


def grades(gradebook):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{gradebook}") as book:
        rows = [
            {
                "assignment": submission.assignment.name,
                "student": submission.student.id,
                "score": submission.score,
                "max_score": submission.max_score,
                "needs_manual_grade": submission.needs_manual_grade,
                "cells": {f"{notebook.name}/{grade.name}": [grade.auto_score, grade.manual_score, grade.score, grade.max_score] for notebook in submission.notebooks for grade in notebook.grades},
                "comments": {f"{notebook.name}/{comment.name}": comment.comment for notebook in submission.notebooks for comment in notebook.comments},
            }
            for assignment in book.assignments
            for submission in book.assignment_submissions(assignment.name)
        ]
    print(json.dumps(rows))


def run(*arguments):
    from nbgrader.apps import NbGraderApp

    sys.argv = ["nbgrader", *arguments]
    NbGraderApp.launch_instance()


{"release": release, "grades": grades, "run": run}[sys.argv[2]](*sys.argv[3:])
