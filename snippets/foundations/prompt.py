# /// script
# requires-python = ">=3.8"
# [tool.executed]
# lane = "exclusive"
# browser = "needs processes"
# ///
import subprocess
import sys

TYPED = "import asyncio\nprint(await asyncio.sleep(0.01, 'clear sky'))\n"

for options in (["-i"], ["-m", "asyncio"]):
    done = subprocess.run(
        [sys.executable, *options],
        input=TYPED,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    print("python", *options)
    for line in done.stdout.splitlines():
        if line.endswith(("clear sky", "outside function")):
            print("   ", line.replace(">>> ", ""))
