# /// script
# [tool.executed]
# browser = "counts the names in asyncio, and a browser has fewer"
# ///
import asyncio

FIRST_DAY = "run sleep create_task TaskGroup gather to_thread"
TENTH_DAY = """timeout wait_for shield wait as_completed Runner Queue
    Lock Event Semaphore Condition Barrier CancelledError Task Future
    get_running_loop current_task all_tasks run_coroutine_threadsafe
    open_connection start_server StreamReader StreamWriter
    create_subprocess_exec create_subprocess_shell"""

offered = {name for name in asyncio.__all__ if not name.startswith("_")}
first, tenth = set(FIRST_DAY.split()), set(TENTH_DAY.split())
print("all of them exist:", first | tenth <= offered)
print("the first day needs:", len(first), "names")
print("the tenth day adds: ", len(tenth), "names")
rest = offered - first - tenth
print("for libraries, errors and old code:", len(rest), "names")
print("such as:", ", ".join(sorted(rest, key=str.lower)[:6]))
