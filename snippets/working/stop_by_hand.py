# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# measures = true
# trace = ["garden", "lawn", "strip"]
# ///
import asyncio
import time
import types


@types.coroutine
def pause():
    yield  # up to whoever drives the coroutine


async def strip() -> None:
    try:
        await pause()
    finally:
        time.sleep(0.05)  # so that you can see it


async def lawn() -> None:
    try:
        await strip()
    finally:
        time.sleep(0.05)


async def garden() -> None:
    try:
        await lawn()
    finally:
        time.sleep(0.05)


mowing = garden()
mowing.send(None)  # run it up to its pause
time.sleep(0.05)
try:
    mowing.throw(asyncio.CancelledError())
except asyncio.CancelledError:
    print("and out at the top")
