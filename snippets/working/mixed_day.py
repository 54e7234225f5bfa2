# /// script
# requires-python = ">=3.9"
# [tool.executed]
# browser = "needs processes"
# ///
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import permutations


# --8<-- [start:jobs]
def plan(van: int) -> str:  # computes in Python: a process
    stops = [complex(van * n % 5, n) for n in range(1, 9)]
    tours = ((0, *order) for order in permutations(stops))
    best = min(sum(abs(t[n] - t[n - 1]) for n in range(9)) for t in tours)
    return f"van {van} drives {best:.1f} km"


def weigh(parcel: str) -> str:  # blocks its thread: a thread of its own
    time.sleep(0.3)
    return f"{parcel} weighs 2 kg"


async def track(parcel: str) -> str:  # can be awaited: a task is enough
    await asyncio.sleep(0.4)
    return f"{parcel} is on its way"


async def main() -> None:
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as pool:
        answers = await asyncio.gather(
            loop.run_in_executor(pool, plan, 1),
            asyncio.to_thread(weigh, "tent"),
            track("lamp"),
            track("vase"),
        )
    print(*answers, sep="\n")


# --8<-- [end:jobs]
if __name__ == "__main__":
    asyncio.run(main())
