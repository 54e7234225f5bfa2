# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import time
from threading import Thread


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


def rest() -> None:
    before = time.thread_time()
    time.sleep(0.2)
    used.append(time.thread_time() - before)


used, started = [], time.perf_counter()
sleepers = [Thread(target=rest) for _ in range(5)]
for sleeper in sleepers:
    sleeper.start()
goes_on = all(sleeper.is_alive() for sleeper in sleepers)
for sleeper in sleepers:
    sleeper.join()
took = time.perf_counter() - started
verdict("C125", five_last_as_long_as_one=0.19 < took < 0.8)
verdict("C127", it_computes_nothing=max(used) < 0.05, others_go_on=goes_on)
