# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`generator.gi_state`"
# [[tool.executed.on]]
# python = "<3.15"
# returncode = 1
# ///
def tour():
    yield "hall"


print(tour().gi_state)
