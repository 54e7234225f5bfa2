# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "the loop runs a plain generator"
# [[tool.executed.on]]
# python = ">=3.12"
# returncode = 1
# ///
import asyncio


def wait_for(letter):
    return (yield from letter)


loop = asyncio.new_event_loop()
letter = loop.create_future()
loop.call_later(0.01, letter.set_result, "hello")
try:
    print(loop.run_until_complete(wait_for(letter)))
finally:
    loop.close()
