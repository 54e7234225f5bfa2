# /// script
# requires-python = ">=3.9"
# ///
import asyncio
from contextvars import ContextVar, copy_context

order = ContextVar("order", default="none")


async def in_coroutine() -> str:
    return order.get()


async def main() -> None:
    order.set("order 7")
    loop = asyncio.get_running_loop()
    called = loop.create_future()
    loop.call_soon(lambda: called.set_result(order.get()))
    print("await           ", await in_coroutine())
    print("create_task     ", await asyncio.create_task(in_coroutine()))
    print("call_soon       ", await called)
    print("to_thread       ", await asyncio.to_thread(order.get))
    print("run_in_executor ", await loop.run_in_executor(None, order.get))
    job = copy_context().run, order.get
    print("with context.run", await loop.run_in_executor(None, *job))


asyncio.run(main())
