import asyncio


async def price_of(item: str) -> int:
    print(f"price_of({item!r}) starts")
    await asyncio.sleep(0.1)
    return 3


async def main() -> None:
    loop = asyncio.get_running_loop()
    answer = asyncio.run_coroutine_threadsafe(price_of("tea"), loop)
    try:
        print("tea costs", answer.result(timeout=0.5))
    except TimeoutError:
        print("no answer after 0.5 s")
    print("now let the loop go on")
    print("tea costs", await asyncio.wrap_future(answer))


asyncio.run(main())
