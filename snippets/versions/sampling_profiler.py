# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`profiling.sampling`"
# [[tool.executed.on]]
# python = "<3.15"
# returncode = 1
# ///
import profiling.sampling

print(profiling.sampling.__name__)
