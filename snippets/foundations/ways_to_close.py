# /// script
# requires-python = ">=3.9"
# ///
import inspect
from collections.abc import Callable, Generator


def tour() -> Generator[str, None, None]:
    print("    (lights on)")
    yield "hall"
    print("    (lights off)")


def lost() -> Generator[str, None, None]:
    yield "hall"
    raise LookupError("no such room")


def run_to_end(visit: Generator) -> None:
    for _ in visit:
        pass


def close_early(visit: Generator) -> None:
    visit.close()


def show(title: str, visit: Generator, act: Callable) -> None:
    print(title)
    try:
        act(visit)
    except LookupError as error:
        print("    LookupError:", error)
    print("   ", inspect.getgeneratorstate(visit))


show("it returned", tour(), run_to_end)
show("it raised an exception", lost(), run_to_end)
show("it was closed before it began", tour(), close_early)
