# /// script
# requires-python = ">=3.11"
# [tool.executed]
# returncode = 1
# ///
import asyncio


async def water(bed: str, litres: str) -> None:
    try:
        await asyncio.sleep(0)
        if int(litres) > 10:
            raise OSError("the tank is empty")
        await asyncio.sleep(9)
    except Exception as error:
        error.add_note(f"while watering the {bed}")
        raise


async def main() -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(water("roses", "20"))
        tasks.create_task(water("beans", "5"))
        tasks.create_task(water("tomatoes", "ten"))


asyncio.run(main())
