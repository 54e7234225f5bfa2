import asyncio

WISHES = ("lamp", "tent", "lamp", "tent", "tent")
stock = {"lamp": 1, "tent": 2}


async def pay() -> None:
    await asyncio.sleep(0.1)


async def sell(article: str) -> bool:
    if stock[article] == 0:
        return False
    await pay()
    stock[article] -= 1
    return True


async def main() -> None:
    sold = await asyncio.gather(*map(sell, WISHES))
    for article, was_sold in zip(WISHES, sold, strict=True):
        print(article, "sold" if was_sold else "not there")
    print("left:", stock)


if __name__ == "__main__":
    asyncio.run(main())
