# /// script
# requires-python = ">=3.8"
# [[tool.executed.on]]
# python = "<3.12"
# declares = ["never-awaited"]
# ///
import asyncio


def read_future(loop):
    answer = loop.create_future()
    loop.call_later(0.1, answer.set_result, "4 degrees")
    return (yield from answer)


def read_coroutine(loop):
    yield from asyncio.sleep(0.1)
    return "4 degrees"


loop = asyncio.new_event_loop()
for reader in (read_future, read_coroutine):
    try:
        print(reader.__name__, "->", loop.run_until_complete(reader(loop)))
    except TypeError as error:
        print(reader.__name__, "-> TypeError:", error)
loop.close()
