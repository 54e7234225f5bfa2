# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def strip() -> None:
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.1)
        print("strip: blades off")


async def lawn() -> None:
    try:
        await asyncio.create_task(strip())
    finally:
        await asyncio.sleep(0.1)
        print("lawn: gate closed")


async def garden() -> None:
    try:
        await asyncio.create_task(lawn())
    finally:
        await asyncio.sleep(0.1)
        print("garden: light off")


async def main() -> None:
    mowing = asyncio.create_task(garden())
    await asyncio.sleep(0.2)
    mowing.cancel()
    await asyncio.wait([mowing])


asyncio.run(main())
