import asyncio


async def courier(parcel: asyncio.Future) -> None:
    await asyncio.sleep(0.1)
    parcel.set_result("two books")
    await asyncio.sleep(0.1)
    print("courier: the van is back")


async def reader(parcel: asyncio.Future) -> None:
    print("reader has", await parcel)


async def main() -> None:
    parcel = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        driving = group.create_task(courier(parcel))
        group.create_task(reader(parcel))
    print("main ends, and the courier is done:", driving.done())


asyncio.run(main())
