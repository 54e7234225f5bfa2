# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs processes"
# ///
import multiprocessing


def plan(van: int) -> None:
    print(f"van {van} has its tour")


if __name__ == "__main__":
    fresh = multiprocessing.get_context("spawn")
    van = fresh.Process(target=plan, args=(1,))
    van.start()
    van.join()
    print("exit code:", van.exitcode)
    print("the way here:", multiprocessing.get_start_method())
