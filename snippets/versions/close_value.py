# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "`close()` returns a value"
# [[tool.executed.on]]
# python = "<3.13"
# returncode = 1
# ///
def tour():
    try:
        yield "hall"
    except GeneratorExit:
        return "tidied"


visit = tour()
next(visit)
assert visit.close() == "tidied", "the value is lost"
print("tidied")
