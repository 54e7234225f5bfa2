# /// script
# requires-python = ">=3.8"
# ///
import asyncio


async def cloudy(hour: int) -> bool:
    await asyncio.sleep(0.05)  # asks the camera on the roof
    return hour == 22


# --8<-- [start:night]
async def main() -> None:
    for hour in (21, 22, 23):
        if await cloudy(hour):
            print(f"{hour}:00 cloudy, the roof stays closed")
        else:
            print(f"{hour}:00 clear, the roof opens")
    # --8<-- [end:night]


asyncio.run(main())
