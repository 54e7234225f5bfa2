import asyncio


async def ask(carrier: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    if carrier == "ship":
        raise ConnectionError("no answer from the ship")
    print(f"  {carrier} answers")


async def with_gather() -> None:
    await asyncio.gather(ask("ship", 0.1), ask("van", 0.3))


async def with_group() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(ask("ship", 0.1))
        group.create_task(ask("van", 0.3))


async def main() -> None:
    for both in (with_gather, with_group):
        print(f"{both.__name__}:")
        try:
            await both()
        except* ConnectionError as failures:
            print(" ", *failures.exceptions)
        await asyncio.sleep(0.3)  # does the van still answer?


asyncio.run(main())
