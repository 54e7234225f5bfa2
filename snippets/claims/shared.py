# /// script
# requires-python = ">=3.8"
# ///
import asyncio


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def guest(dish: asyncio.Future) -> None:
    log.append("guest waits")
    await dish
    log.append("guest eats")


async def cook(dish: asyncio.Future) -> None:
    log.append("cook starts")
    await asyncio.sleep(0.05)
    dish.set_result("soup")
    log.append("cook goes on")


async def main() -> None:
    dish = asyncio.get_running_loop().create_future()
    await asyncio.gather(guest(dish), cook(dish))


log = []
asyncio.run(main())
start = log[:2] == ["guest waits", "cook starts"]
end = log[2:] == ["cook goes on", "guest eats"]
verdict("C098", they_start_in_order=start, the_cook_is_not_cut_short=end)
