# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "prints the class of its event loop, and a browser has another"
# ///
import asyncio
import selectors


class PollPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return asyncio.SelectorEventLoop(selectors.PollSelector())


async def main() -> None:
    loop = asyncio.get_running_loop()
    print("this loop waits with", type(loop._selector).__name__)


asyncio.set_event_loop_policy(PollPolicy())
asyncio.run(main())
