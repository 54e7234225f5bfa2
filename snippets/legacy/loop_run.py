# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def greet() -> None:
    await asyncio.sleep(0.1)
    print("good morning")
    running = asyncio.get_running_loop()
    print("the same loop:", asyncio.get_event_loop() is running)


asyncio.run(greet())
