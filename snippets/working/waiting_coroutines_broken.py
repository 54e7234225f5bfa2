# /// script
# requires-python = ">=3.8"
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# declares = ["never-awaited"]
# ///
import asyncio


async def ask(leg: str) -> str:
    await asyncio.sleep(0.1)
    return f"a seat on the {leg}"


# --8<-- [start:main]
async def main() -> None:
    questions = [ask("train"), ask("bus")]
    done, pending = await asyncio.wait(questions)
    print("done:", len(done))
    print("mine is among them:", questions[0] in done)


# --8<-- [end:main]
asyncio.run(main())
