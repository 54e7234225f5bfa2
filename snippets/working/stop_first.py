import asyncio


async def mow(strips: int) -> None:
    print("blades on")
    try:
        for number in range(1, strips + 1):
            await asyncio.sleep(0.2)  # along the lawn, once
            print("strip", number, "is mown")
    finally:
        print("blades off")


async def main() -> None:
    try:
        async with asyncio.timeout(0.5):
            await mow(strips=8)
    except TimeoutError:
        print("the rain is here")


asyncio.run(main())
