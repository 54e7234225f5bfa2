# /// script
# requires-python = ">=3.8"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# ///
import asyncio


@asyncio.coroutine
def backup(database, seconds):
    yield from asyncio.sleep(seconds)
    return database + " is saved"


@asyncio.coroutine
def main():
    jobs = [backup("orders", 0.3), backup("users", 0.1)]
    done, pending = yield from asyncio.wait(jobs)
    for line in sorted(job.result() for job in done):
        print(line)


loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
