# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "needs threads"
# ///
import threading
import time

started, cpu = time.perf_counter(), time.process_time()
sleepers = [threading.Thread(target=time.sleep, args=(0.5,)) for _ in range(5)]
for sleeper in sleepers:
    sleeper.start()
threads = threading.active_count()
for sleeper in sleepers:
    sleeper.join()

took = time.perf_counter() - started
print(f"5 x time.sleep: threads {threads}, {took:.2f} s")
cpu = time.process_time() - cpu
print("processor time under 0.05 s:", cpu < 0.05)
