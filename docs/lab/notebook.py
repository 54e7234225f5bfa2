# %% [markdown]
# # Why does asyncio.run fail in a notebook?
#
# A program that works as a file fails in Jupyter, in IPython, in Colab and
# in every other notebook, and the error names `asyncio.run`. This page is
# a notebook itself: the build ran its cells from top to bottom, and each
# output is what the cell printed in that run.
#
# Here is the program, without its last line:

# %%
import asyncio
import time


async def download(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)  # stands for a server that takes its time
    return f"{name} is here"


async def main() -> list[str]:
    return await asyncio.gather(
        download("the map", 0.3),
        download("the weather", 0.1),
    )


# %% [markdown]
# In a file the last line is `asyncio.run(main())`. In a cell it raises an
# error. We catch it here, so that the page can go on:

# %%
coroutine = main()
try:
    asyncio.run(coroutine)
except RuntimeError as problem:
    print("RuntimeError:", problem)
finally:
    coroutine.close()  # it never started, and now it never will

# %% [markdown]
# Without the `close`, Python adds a second complaint, `RuntimeWarning:
# coroutine 'main' was never awaited`. It is a consequence of the first,
# and not another mistake of yours.
#
# ## A loop is already running
#
# `asyncio.run` starts a new event loop, runs one coroutine in it to the
# end, and closes the loop. A thread can run only one loop at a time. In a
# file there is none when you call `asyncio.run`. Here there is one, and
# your cell is running inside it:

# %%
loop = asyncio.get_running_loop()
print("running:", loop.is_running())
print("task of this cell:", asyncio.current_task() is not None)

# %% [markdown]
# The reason is the way a notebook works. The *kernel*, the process that
# runs your cells, spends its life waiting for the next one. It waits with
# asyncio.
#
# ## Use await at the top level
#
# So there is nothing to start. Await the coroutine in the cell:

# %%
started = time.perf_counter()
print(await main())  # noqa: F704
print(f"took {time.perf_counter() - started:.2f} s")

# %% [markdown]
# Both downloads were waited for together: the time is that of the longer
# one, not of both added. In a file, the same line is a `SyntaxError`,
# because there `await` may stand only inside `async def`. When you move
# code from a notebook to a file, put it into `async def main()` and end
# with `asyncio.run(main())`.
#
# ## Tasks go on after their cell
#
# `asyncio.run` cancels what is left over when its coroutine ends. The
# kernel's loop does not end with your cell, so a task that you create in
# one cell is still there in the next:

# %%
ticks = []


async def tick() -> None:
    while True:
        ticks.append(time.perf_counter())
        await asyncio.sleep(0.02)


ticking = asyncio.create_task(tick())
print("ticks:", len(ticks))

# %% [markdown]
# None yet: a new task starts when the running code first waits. Now this
# cell waits for a moment and then for nothing, but it computes:

# %%
before = len(ticks)
await asyncio.sleep(0.4)  # noqa: F704
print("ticks while the cell awaited:", len(ticks) - before)

before = len(ticks)
time.sleep(0.4)  # blocks the thread, as a long computation does
print("ticks while the cell blocked:", len(ticks) - before)

# %% [markdown]
# A cell that blocks stops every task of the notebook until it is done.
# The next cell looks at the list, without waiting for anything. If there
# are ticks from the time between the cells, the kernel's loop ran them
# then. At the end it does what you should do with each task that you no
# longer need: cancel it, and wait until it has gone.

# %%
print("ticks between the cells:", len(ticks) - before)
ticking.cancel()
await asyncio.wait([ticking])  # noqa: F704
print("cancelled:", ticking.cancelled())

# %% [markdown]
# ## When a library calls asyncio.run itself
#
# Sometimes the call is not yours: a function looks ordinary and has
# `asyncio.run` inside. You cannot await it, and you cannot change it. Give
# it a thread in which no loop is running:


# %%
def report() -> str:  # a library, not yours to change
    return "; ".join(asyncio.run(main()))


try:
    report()
except RuntimeError as problem:
    print("called in the cell:", problem)
print("called in a thread:", await asyncio.to_thread(report))  # noqa: F704
