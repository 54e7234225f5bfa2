# /// script
# requires-python = ">=3.8"
# [tool.executed]
# declares = ["never-awaited"]
# ///
async def observe(star: str) -> str:
    print("the telescope turns to", star)
    return f"{star} is blue"


sight = observe("Vega")
print("observe is a", type(observe).__name__)
print("sight is a", type(sight).__name__)
