# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`ExceptionGroup`"
# [[tool.executed.on]]
# python = "<3.11"
# returncode = 1
# ///
mishaps = [ValueError("no milk"), OSError("burnt")]
problems = ExceptionGroup("breakfast", mishaps)
print(len(problems.exceptions), problems)
