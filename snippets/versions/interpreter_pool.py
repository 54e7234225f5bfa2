# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`InterpreterPoolExecutor`"
# browser = "needs interpreters"
# [[tool.executed.on]]
# python = "<3.14"
# returncode = 1
# ///
from concurrent.futures import InterpreterPoolExecutor

with InterpreterPoolExecutor(1) as pool:
    print(pool.submit(sum, [10, 5, 1]).result())
