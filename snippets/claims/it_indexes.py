# /// script
# requires-python = ">=3.8"
# ///
import io


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def refuses(thing: object) -> bool:
    try:
        thing[0]
    except TypeError:
        return True
    return False


def can_be_looped_over(thing: object) -> bool:
    return [None for _ in thing] != []


file, generator = io.StringIO("tea"), (sort for sort in ["tea"])
things = {0: "tea"}, {"tea"}, file, generator
no_index = [refuses(thing) for thing in things]
verdict(
    "C018",
    all_can_be_looped_over=all(map(can_be_looped_over, things)),
    a_dict_refuses_an_index=no_index[0],
    a_set_refuses_an_index=no_index[1],
    a_file_refuses_an_index=no_index[2],
    a_generator_refuses_an_index=no_index[3],
)
