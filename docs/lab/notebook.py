# ---
# jupyter:
#   ruff: noqa:F704,E402
# ---

# %% [markdown]
# # Why does asyncio.run fail in a notebook?
#
# A program that works as a file fails in a Jupyter notebook, and the error
# names `asyncio.run`. This page is a notebook itself: the build ran its
# cells from top to bottom, and each output is what the cell printed in
# that run.
#
# Here is the program, without its last line:

# %%
import asyncio
import time


async def download(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)  # stands for a server's answer
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
print(await main())
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
await asyncio.sleep(0.4)
print("ticks while the cell awaited:", len(ticks) - before)

before = len(ticks)
time.sleep(0.4)  # blocks the thread, as a long computation does
print("ticks while the cell blocked:", len(ticks) - before)

# %% [markdown]
# A cell that blocks stops every task of the notebook until it is done.
# The next cell looks at the list before it waits for anything. What it
# finds there was added after the last cell had ended. Then it does what
# you should do with each task that you no longer need: cancel it, and wait
# until it has gone.

# %%
print("ticks between the cells:", len(ticks) - before)
ticking.cancel()
await asyncio.wait([ticking])
print("cancelled:", ticking.cancelled())

# %% [markdown]
# ## When a library calls asyncio.run itself
#
# Sometimes the call is not yours: a function looks ordinary and has
# `asyncio.run` inside. You cannot await it, and you cannot change it. Call
# it in a thread. No loop is running there yet, so `asyncio.run` may start
# one of its own:


# %%
def report() -> str:  # a library, not yours to change
    return "; ".join(asyncio.run(main()))


print(await asyncio.to_thread(report))

# %% [markdown]
# The two loops know nothing of each other. A lock, a queue or a connection
# that belongs to one of them must not be used in the other.
#
# Many answers on the web recommend the package `nest_asyncio` instead. It
# replaces parts of asyncio so that a loop can run inside itself, and then
# any ordinary function call in your process may let other tasks run in
# the middle of your code, which asyncio and its libraries rely on not to
# happen; its repository is archived.
#
# ## How much waiting fits into a tenth of a second?
#
# A notebook is a good place to measure something and to draw it. Each nap
# below returns how long it really lasted. The sum of all of them is what
# you would wait if they came one after another.


# %%
async def nap() -> float:
    started = time.perf_counter()
    await asyncio.sleep(0.1)
    return time.perf_counter() - started


async def measure(count: int) -> tuple[float, float]:
    started = time.perf_counter()
    naps = await asyncio.gather(*(nap() for _ in range(count)))
    return time.perf_counter() - started, sum(naps)


counts = [1, 10, 100, 1000]
durations = [await measure(count) for count in counts]
together, added_up = zip(*durations, strict=True)
assert together[-1] < added_up[-1] / 10

print("naps   together   added up")
for count, (at_once, in_turn) in zip(counts, durations, strict=True):
    print(f"{count:4} {at_once:8.2f} s {in_turn:8.2f} s")

# %% [markdown]
# The same numbers as a picture. Both axes are logarithmic: each step is
# ten times the one before.

# %%
import io

from IPython.display import HTML
from matplotlib import rc_context
from matplotlib.figure import Figure

TEXT = "#123456"  # replaced by the text colour of the page
with rc_context({"svg.fonttype": "none", "font.size": 12}):
    figure = Figure(figsize=(5.2, 3.4), layout="constrained")
    axes = figure.add_subplot(xscale="log", yscale="log")
    axes.plot(counts, added_up, "s--", c="#d55e00", label="added up")
    axes.plot(counts, together, "o-", c="#0f80c4", label="together")
    axes.xaxis.set_major_formatter("{x:g}")
    axes.yaxis.set_major_formatter("{x:g}")
    axes.set_xlabel("naps at the same time", color=TEXT)
    axes.set_ylabel("duration (seconds)", color=TEXT)
    axes.tick_params(which="both", color=TEXT, labelcolor=TEXT)
    axes.spines[:].set_color(TEXT)
    axes.legend(frameon=False, labelcolor=TEXT)
    drawing = io.StringIO()
    figure.savefig(drawing, format="svg", transparent=True)

svg = drawing.getvalue().replace(TEXT, "currentColor")
attributes = """
    role="img" style="max-width: 100%; height: auto"
    aria-label="Line chart: naps and seconds, described below"
"""
HTML("<svg" + attributes + svg.split("<svg", 1)[1])

# %% [markdown]
# The dashed line with squares is the sum of all naps: it grows with their
# number, from left to right, as a straight line. The solid line with
# circles is what the loop took for all of them together. It stays nearly
# flat. At its right end you may see it rise a little: waiting can be
# shared, but starting and waking each task is work, and one thread does
# all of it.
#
# ## Your turn
#
# What do you expect of 10,000 naps: about the same time as for 1,000, twice
# as much, or ten times as much? Guess, then open the answer. To try your
# own numbers, [download this page](notebook.py): with the package
# `jupytext` installed, Jupyter opens it as a notebook.

# %%
at_once, in_turn = await measure(10_000)
HTML(
    "<details><summary>What this run measured</summary>"
    f"<p>10,000 naps together: {at_once:.2f} s. "
    f"Added up: {in_turn:.2f} s. "
    f"Without the nap itself, {at_once - 0.1:.2f} s is left. "
    "That is work: starting and waking one task after another."
    "</p></details>"
)

# %% [markdown]
# ## In short
#
# | You have | In a file | In a notebook |
# |---|---|---|
# | a coroutine function `main` | `asyncio.run(main())` | `await main()` |
# | a task to leave running | end it with `main` | cancel it in a later cell |
# | `report`, which calls `asyncio.run` | `report()` | in a thread, as above |
#
# **Next:** [The waiter](../../start/waiter/), if you want to know what
# `await` is good for ·
# **Reference:**
# [Runners](https://docs.python.org/3/library/asyncio-runner.html)
