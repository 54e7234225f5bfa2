# /// script
# requires-python = ">=3.8"
# ///
import multiprocessing


def plan(van: int) -> None:
    print(f"van {van} has its tour")


van = multiprocessing.Process(target=plan, args=(1,))
van.start()
van.join()
print("exit code:", van.exitcode)
