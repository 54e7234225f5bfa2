import asyncio


async def make(pot: str) -> str:
    await asyncio.sleep(0.1)
    if "crack" in pot:
        raise ValueError(pot)
    return f"{pot}, glazed"


# --8<-- [start:pool]
async def make_all(pots: list[str], workers: int) -> list[str]:
    results = [f"{pot}, lost" for pot in pots]
    orders = iter(enumerate(pots))

    async def work() -> None:
        for place, pot in orders:
            try:
                results[place] = await make(pot)
            except ValueError:
                pass  # it stays lost; the worker takes the next

    await asyncio.gather(*(work() for _ in range(workers)))
    return results


# --8<-- [end:pool]
async def main() -> None:
    for result in await make_all(["cup", "cracked bowl", "vase", "jug"], 2):
        print(result)


asyncio.run(main())
