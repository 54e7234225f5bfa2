# /// script
# requires-python = ">=3.9"
# ///
class Bells:
    """Only half of the iterator protocol."""

    def __init__(self) -> None:
        self.left = 2

    def __next__(self) -> str:
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return "ding"


class Tower:
    def __iter__(self) -> Bells:
        return Bells()


print("for over the tower:", [bell.upper() for bell in Tower()])
try:
    print([bell.upper() for bell in iter(Tower())])
except TypeError as error:
    print("for over its iterator: TypeError:", error)
