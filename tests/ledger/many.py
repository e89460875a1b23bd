"""Runs one script many times, since to start Python takes longer than to run it."""

import contextlib
import io
import json
import runpy
import sys

script, cases, answers = sys.argv[1], json.load(sys.stdin), []
for case in cases:
    words = io.StringIO()
    sys.argv = [script, *case["arguments"]]
    sys.stdin = io.TextIOWrapper(io.BytesIO(case["input"].encode()))
    try:
        with contextlib.redirect_stdout(words):
            runpy.run_path(script, run_name="__main__")
        answers.append(words.getvalue())
    except SystemExit as end:
        answers.append(words.getvalue() if end.code is None else str(end.code))
    except Exception as error:
        answers.append("failed: " + repr(error))
print(json.dumps(answers))
