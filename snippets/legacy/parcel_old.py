# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "L13: a future shared by two tasks, and `await t2, t1`"
# declares = ["task-destroyed"]
# [[tool.executed.on]]
# python = ">=3.14"
# returncode = 1
# declares = []
# ///
import asyncio


async def courier(parcel):
    await asyncio.sleep(0.1)
    parcel.set_result("two books")
    await asyncio.sleep(0.1)
    print("courier: the van is back")


async def reader(parcel):
    print("reader has", await parcel)


async def main():
    parcel = loop.create_future()
    t1 = loop.create_task(courier(parcel))
    t2 = loop.create_task(reader(parcel))
    await t2, t1
    print("main ends, and the courier is done:", t1.done())


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
loop.close()
