# /// script
# requires-python = ">=3.12"
# [tool.executed]
# browser = "needs sockets"
# ///
import asyncio
import selectors


def poll_loop() -> asyncio.AbstractEventLoop:
    return asyncio.SelectorEventLoop(selectors.PollSelector())


async def main() -> None:
    loop = asyncio.get_running_loop()
    print("this loop waits with", type(loop._selector).__name__)


# --8<-- [start:run]
asyncio.run(main(), loop_factory=poll_loop)
# --8<-- [end:run]
with asyncio.Runner(loop_factory=poll_loop) as runner:
    runner.run(main())
