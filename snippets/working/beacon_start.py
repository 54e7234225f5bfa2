# /// script
# requires-python = ">=3.9"
# ///
import asyncio
import time


def read_fuel(boat: str) -> str:  # three drivers: not yours to change
    time.sleep(0.2)
    return f"{boat} has 40 litres"


def read_depth(boat: str) -> str:
    time.sleep(0.4)
    return f"{boat} is over 6 metres"


def read_wind(boat: str) -> str:
    time.sleep(0.3)
    return f"{boat} sails at force 5"


async def beacon(signals: list) -> None:
    while True:
        signals.append("here")
        await asyncio.sleep(0.05)


# --8<-- [start:report]
async def report(boat: str) -> list:
    return [read_fuel(boat), read_depth(boat), read_wind(boat)]


# --8<-- [end:report]
async def main() -> None:
    sending = asyncio.create_task(beacon(signals := []))
    print(*await report("Tern"), sep="\n")
    print("the beacon went on:", len(signals) > 3)
    sending.cancel()


asyncio.run(main())
