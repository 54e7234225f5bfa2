# /// script
# requires-python = ">=3.8"
# ///


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def runs(listing: str) -> bool:
    try:
        exec(listing, {})
    except (NameError, SyntaxError):
        return False
    return True


no_import = "async def tea(): ...\nasyncio.run(tea())"
verdict("E39", two_slashes_start_a_comment=runs("tea = 2  // gives two"))
verdict("E49", asyncio_needs_no_import=runs(no_import))
verdict("E73", it_may_be_indented=runs("# the exercise\n    tea = 2"))
