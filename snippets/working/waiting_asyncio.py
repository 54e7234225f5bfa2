# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import time

PARCELS = ("ink", "lamp", "tent", "vase", "skis")


# --8<-- [start:engine]
async def track(parcel: str) -> str:
    await asyncio.sleep(0.2)  # waits for the answer of the depot
    return f"{parcel} is on its way"


async def main() -> None:
    for answer in await asyncio.gather(*map(track, PARCELS)):
        print(answer)


# --8<-- [end:engine]
started = time.perf_counter()
asyncio.run(main())
print(f"took {time.perf_counter() - started:.2f} s")
