# /// script
# requires-python = ">=3.8"
# ///
def tour() -> str:
    print("(the guide opens the door)")
    return "the hall"


visit = tour()
print("tour() gave:", visit)
