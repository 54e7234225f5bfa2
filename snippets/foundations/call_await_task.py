# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L09: `await`"
# ///
import asyncio


async def observe(star: str) -> str:
    print(f"    {star} begins")
    await asyncio.sleep(0.2)
    print(f"    {star} ends")
    return f"{star} is blue"


async def main() -> None:
    print("calls")
    first, second = observe("Vega"), observe("Deneb")
    print("awaits the first")
    print("has:", await first)
    print("makes a task of the second")
    task = asyncio.create_task(second)
    print("works on")
    await asyncio.sleep(0.1)
    print("has waited for something else")
    print("has:", await task)


asyncio.run(main())
