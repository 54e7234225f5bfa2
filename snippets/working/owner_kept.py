# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import gc


async def wait_for_answer() -> None:
    await asyncio.get_running_loop().create_future()


# --8<-- [start:cures]
class Office:
    def __init__(self) -> None:
        self.background: set[asyncio.Task] = set()

    def post(self) -> None:
        task = asyncio.create_task(wait_for_answer(), name="in a set")
        self.background.add(task)
        task.add_done_callback(self.background.discard)

    def open(self) -> None:
        self.mail = asyncio.create_task(wait_for_answer(), name="attribute")


async def main() -> None:
    office = Office()
    office.post()
    office.open()
    async with asyncio.TaskGroup() as group:
        group.create_task(wait_for_answer(), name="group")
        await asyncio.sleep(0)
        gc.collect()
        mine = asyncio.all_tasks() - {asyncio.current_task()}
        print(sorted(task.get_name() for task in mine))
        for task in mine:
            task.cancel()
    print("still in the set:", len(office.background))


# --8<-- [end:cures]
asyncio.run(main())
