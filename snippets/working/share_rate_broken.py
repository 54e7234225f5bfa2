# /// script
# requires-python = ">=3.8"
# ///
import asyncio

asked = []  # when


async def supplier(glaze: int) -> str:
    now = asyncio.get_running_loop().time()
    asked.append(now)
    lately = sum(now - moment < 0.5 for moment in asked)
    await asyncio.sleep(0.02)
    return "200 OK" if lately <= 8 else "429 Too Many Requests"


# --8<-- [start:ask]
async def ask(glaze: int, places: asyncio.Semaphore) -> str:
    async with places:
        return await supplier(glaze)


async def main() -> None:
    places = asyncio.Semaphore(4)
    answers = await asyncio.gather(*(ask(one, places) for one in range(12)))
    for answer in sorted(set(answers)):
        print(answers.count(answer), "times", answer)


# --8<-- [end:ask]
asyncio.run(main())
