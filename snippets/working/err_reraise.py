def water() -> None:
    raise ExceptionGroup("greenhouse", [OSError("tank"), ValueError("bed")])


# --8<-- [start:four]
def take_one() -> None:
    try:
        water()
    except* OSError:
        pass


def again() -> None:
    try:
        water()
    except* OSError:
        raise


def translate_one() -> None:
    try:
        water()
    except* OSError as group:
        raise RuntimeError("no water") from group


def translate_all() -> None:
    try:
        water()
    except ExceptionGroup as group:
        raise RuntimeError("no water") from group


# --8<-- [end:four]
for attempt in take_one, again, translate_one, translate_all:
    try:
        attempt()
    except Exception as error:
        print(f"{attempt.__name__}: {error!r}")
