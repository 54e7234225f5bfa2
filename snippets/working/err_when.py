# /// script
# requires-python = ">=3.8"
# ///
import asyncio
import gc


async def pump(bed: str) -> None:
    raise OSError(f"no water for the {bed}")


class Roses:
    async def water(self) -> None:
        self.task = asyncio.current_task()
        await pump("roses")


def log(loop: asyncio.AbstractEventLoop, context: dict) -> None:
    print("   LOG:", context["message"], "-", context["exception"])


async def variable() -> None:
    watering = asyncio.create_task(pump("beans"))
    await asyncio.sleep(0.1)
    print("2. the function still has its variable:", watering.done())


async def main() -> None:
    asyncio.get_running_loop().set_exception_handler(log)
    gc.disable()  # Python would collect by itself, now and then
    asyncio.create_task(pump("tomatoes"))
    await asyncio.sleep(0.1)
    print("1. the task was kept nowhere")
    await variable()
    print("   now the function is over")
    asyncio.create_task(Roses().water())
    await asyncio.sleep(0.1)
    print("3. the garbage collector is called")
    gc.collect()


asyncio.run(main())
