# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L01: a function that returns a string"
# ///
def tour() -> str:
    print("(the guide opens the door)")
    return "the hall"


visit = tour()
print("tour() gave:", visit)
