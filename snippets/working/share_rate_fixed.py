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


# --8<-- [start:rate]
class Rate:
    def __init__(self, seconds: float) -> None:
        self.seconds, self.free_at = seconds, 0.0

    async def wait(self) -> None:
        now = asyncio.get_running_loop().time()
        moment = max(now, self.free_at)
        self.free_at = moment + self.seconds
        await asyncio.sleep(moment - now)


async def ask(glaze: int, rate: Rate) -> str:
    await rate.wait()
    return await supplier(glaze)


# --8<-- [end:rate]
async def main() -> None:
    rate = Rate(0.1)
    answers = await asyncio.gather(*(ask(one, rate) for one in range(12)))
    for answer in sorted(set(answers)):
        print(answers.count(answer), "times", answer)


asyncio.run(main())
