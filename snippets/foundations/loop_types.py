# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "prints the class of its event loop, and a browser has another"
# ///
import asyncio
import select
import selectors

loop = asyncio.new_event_loop()
names = [parent.__name__ for parent in type(loop).__mro__[:-1]]
print("new_event_loop() makes:", " < ".join(names))
print("it waits with:", type(loop._selector).__name__)
loop.close()

alias = getattr(asyncio, "EventLoop", None)
print("asyncio.EventLoop exists:", alias is not None)
print("ProactorEventLoop here:", hasattr(asyncio, "ProactorEventLoop"))
for module in (select, selectors):
    found = [
        name
        for name in ("select", "poll", "SelectSelector", "PollSelector")
        if callable(vars(module).get(name))
    ]
    print(module.__name__, "has", found)
