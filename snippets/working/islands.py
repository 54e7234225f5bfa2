# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# browser = "needs processes"
# ///
from concurrent import futures

shelf = ["ink"]


def add(parcel: str) -> list:
    shelf.append(parcel)
    return shelf


def show(engine: str, pool_class: type) -> None:
    with pool_class(1) as pool:
        theirs = pool.submit(add, engine).result()
    print(f"{engine}: our shelf {shelf}, their shelf {theirs}")


if __name__ == "__main__":
    show("process", futures.ProcessPoolExecutor)
    if hasattr(futures, "InterpreterPoolExecutor"):
        show("interpreter", futures.InterpreterPoolExecutor)
    show("thread", futures.ThreadPoolExecutor)
