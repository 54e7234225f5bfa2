# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs processes"
# ///
import multiprocessing


def plan(van: int) -> None:
    print(f"van {van} has its tour")


# As on Windows and macOS, whatever this system and version prefer.
fresh = multiprocessing.get_context("spawn")
van = fresh.Process(target=plan, args=(1,))
van.start()
van.join()
print("exit code:", van.exitcode)
