# /// script
# requires-python = ">=3.9"
# ///
import asyncio
import time

RADIO = {"Aurora": "fog", "Boreas": "gale", "Ceto": "calm", "Doris": "rain"}


async def lamp(flashes: list) -> None:
    while True:
        flashes.append("flash")
        await asyncio.sleep(0.1)


async def receive(ship: str) -> str:
    return RADIO[ship]  # has come in already


def decipher(message: str) -> str:  # a library, not yours to change
    time.sleep(0.12)
    return message.upper()


# --8<-- [start:read]
async def read_messages() -> None:
    for ship in RADIO:
        message = await receive(ship)
        print(ship, await asyncio.to_thread(decipher, message))


# --8<-- [end:read]
async def main() -> None:
    flashes: list = []
    lighting = asyncio.create_task(lamp(flashes))
    await asyncio.sleep(0.05)
    flashes.clear()
    await read_messages()
    print("the lamp went on flashing:", len(flashes) > 1)
    lighting.cancel()


asyncio.run(main())
