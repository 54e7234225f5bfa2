import asyncio


async def serve(customer: str) -> asyncio.AbstractEventLoop:
    await asyncio.sleep(0.1)
    print("served", customer)
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first = runner.run(serve("Ada"))
    second = runner.run(serve("Grace"))
print("one loop for both:", first is second)
print("closed at the end:", first.is_closed())
