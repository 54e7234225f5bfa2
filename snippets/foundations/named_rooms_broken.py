# /// script
# requires-python = ">=3.9"
# [tool.executed]
# returncode = 1
# ///
class Museum:
    def __init__(self, visitors: dict[str, int]) -> None:
        self.visitors = visitors

    def __getitem__(self, room: str) -> int:
        return self.visitors[room]


museum = Museum({"hall": 4, "library": 9})
print("in the hall:", museum["hall"])
print("iter() says:", type(iter(museum)).__name__)
print(list(museum))
