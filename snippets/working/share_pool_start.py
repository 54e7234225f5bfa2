import asyncio


async def make(pot: str) -> str:
    await asyncio.sleep(0.1)
    if "crack" in pot:
        raise ValueError(pot)
    return f"{pot}, glazed"


async def make_all(pots: list[str], workers: int) -> list[str]:
    results = []

    async def work() -> None:
        for pot in pots:
            results.append(await make(pot))

    await asyncio.gather(*(work() for _ in range(workers)))
    return results


async def main() -> None:
    for result in await make_all(["cup", "bowl", "vase", "jug"], 2):
        print(result)


asyncio.run(main())
