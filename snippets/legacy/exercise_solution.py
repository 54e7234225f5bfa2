import asyncio


async def backup(database: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return database + " is saved"


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        jobs = [
            group.create_task(backup("orders", 0.3)),
            group.create_task(backup("users", 0.1)),
        ]
    for job in jobs:
        print(job.result())


asyncio.run(main())
