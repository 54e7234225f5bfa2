import asyncio


async def send_report(name: str) -> None:
    await asyncio.sleep(0.3)  # the office is slow
    print(f"report about {name} sent")


# --8<-- [start:answer]
async def answer(name: str, group: asyncio.TaskGroup) -> None:
    await asyncio.sleep(0.1)
    group.create_task(send_report(name))
    print(f"{name}: help is coming")


async def main() -> None:
    async with asyncio.TaskGroup() as reports:
        await answer("Ida", reports)
        await answer("Tom", reports)
        print("main: the telephone is quiet")
    print("main: nothing left to send")


# --8<-- [end:answer]
asyncio.run(main())
