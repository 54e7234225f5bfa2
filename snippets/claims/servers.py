# /// script
# requires-python = ">=3.8"
# ///
import asyncio
from asyncio import StreamReader, StreamWriter


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


async def answer(reader: StreamReader, writer: StreamWriter) -> None:
    arrived.append(await reader.readuntil(b"\r\n\r\n"))
    await asyncio.sleep(0.1)
    writer.write(b"HTTP/1.0 200 OK\r\n\r\n%d" % len(arrived))
    writer.close()


async def browse(port: int) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.0\r\n\r\n")
    page = await reader.read()
    writer.close()
    return int(page.split()[-1])


async def main() -> None:
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    pages = await asyncio.gather(*[browse(port) for _ in range(9)])
    verdict("C080", a_loop_can_be_one=all(pages), for_many=max(pages) > 1)
    server.close()
    [page] = await asyncio.gather(browse(port), return_exceptions=True)
    verdict("C081", a_loop_without_one_answers=isinstance(page, int))


arrived = []
asyncio.run(main())
