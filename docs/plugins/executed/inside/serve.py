"""A process that starts others when asked, and tells how they ended.

The standard library only, CPython 3.8 and later, Linux. It runs in two places:
`launcher.py` executes programs and servers, `sitecustomize.py` makes a warm
interpreter fork. A server has neither threads nor signal handlers: it answers
one request after another over a socket, and a program that has ended stays a
zombie, whose figures can be read, until it is asked for. When nobody holds the
other end of the socket any more, it ends, and what it started ends with it.

Requests and answers are tuples, by `marshal`, one in each message:

    ("start", …)      -> (id of the process, "") or (0, why not); descriptors travel along
    ("serve", …)      -> the same, for a process that ends by itself: another server
    ("reap", id)      -> (status, seconds of CPU time with those it waited for)
"""

from __future__ import annotations

import _socket
import marshal
import os
import struct

TYPE_CHECKING = False  # `typing` takes long to load
if TYPE_CHECKING:
    from typing import Any, Sequence

LARGEST = 1 << 17  # bytes of a message
FDS = 5  # most descriptors in a message
MARSHAL = 2  # a format that every Python reads
KILL = 9  # the module `signal` takes long to load


class Server:
    """Answers requests on the socket `fd`."""

    def __init__(self, fd: int) -> None:
        self.socket = _socket.socket(_socket.AF_UNIX, _socket.SOCK_SEQPACKET, 0, fd)
        self.living: set[int] = set()  # processes that nobody has asked for

    def serve(self) -> tuple[tuple[Any, ...], list[int]]:
        """Returns in each process that is started: the request and its descriptors."""
        while True:
            request, fds = self.receive()
            if request is None:
                self.end()
            elif request[0] == "reap":
                self.answer(self.reap(request[1]))
            else:
                try:
                    child = os.fork()
                except OSError as error:
                    self.answer((0, str(error)))
                else:
                    if not child:
                        self.socket.close()
                        return request, fds
                    if request[0] != "serve":
                        self.living.add(child)
                    self.answer((child, ""))
            for fd in fds:
                os.close(fd)

    def receive(self) -> tuple[tuple[Any, ...] | None, list[int]]:
        size = struct.calcsize("i")
        fds: list[int] = []
        try:
            data, ancillary, _, _ = self.socket.recvmsg(LARGEST, _socket.CMSG_SPACE(FDS * size))
        except OSError:  # the build ended before it had read an answer
            return None, fds
        for level, kind, payload in ancillary:
            if level == _socket.SOL_SOCKET and kind == _socket.SCM_RIGHTS:
                count = len(payload) // size
                fds += struct.unpack("%di" % count, payload[: count * size])
        return (marshal.loads(data) if data else None), fds

    def answer(self, words: tuple[Any, ...]) -> None:
        try:
            self.socket.send(marshal.dumps(words, MARSHAL), _socket.MSG_NOSIGNAL)
        except OSError:  # nobody listens any more
            self.end()

    def reap(self, child: int) -> tuple[int, float]:
        _, status, used = os.wait4(child, 0)
        self.living.discard(child)
        return status, used.ru_utime + used.ru_stime

    def end(self) -> None:
        for child in self.living:
            try:
                os.killpg(child, KILL)
            except OSError:
                pass
        os._exit(0)


def place(fds: Sequence[int]) -> None:
    """Make these the descriptors 0, 1, 2 …, and close their old numbers."""
    high = []
    for fd in fds:  # out of the way of all places
        while fd < len(fds):
            fd = os.dup(fd)
        high.append(fd)
    for number, fd in enumerate(high):
        os.dup2(fd, number)
    for fd in {*high, *fds}:
        if fd >= len(fds):
            os.close(fd)


class CommandLine:
    """What this process was started with, in its memory: to be another program's name.

    Python keeps the name of the file that it will run as a wide string; the kernel
    reads the words of the command and the environment where they were put at the start.
    A server is started with `MARK` in their place, and a process that it forks writes
    there what holds for it. Then Python itself runs the program, as `python file.py` does.
    """

    MARK = "executed-" + "x" * 391
    COOKIE = "0" * 32

    def __init__(self, folder: str) -> None:
        """`folder` is the current one: Python 3.9 and later know the name with it."""
        self.folder = folder + "/"
        self.names: list[int] = []  # addresses of the bare name
        self.paths: list[int] = []  # and of the name with its folder
        memory = os.open("/proc/self/mem", os.O_RDONLY)
        try:
            self._find(memory, _wide(self.folder))
            with open("/proc/self/stat", "rb") as file:
                # After the name in parentheses, which may hold anything.
                fields = file.read().rpartition(b")")[2].split()
            start, end, begin_env, end_env = map(int, fields[45:49])
            words = os.pread(memory, end - start, start)
            self.command = start + words.index(self.MARK.encode())
            cookie = os.pread(memory, end_env - begin_env, begin_env).index(self.COOKIE.encode())
            self.cookie = begin_env + cookie
        finally:
            os.close(memory)
        if not self.names:
            raise LookupError("the name of the program is not in the memory of this Python")

    def _find(self, memory: int, prefix: bytes) -> None:
        wanted = _wide(self.MARK)
        own = range(id(wanted), id(wanted) + len(wanted) + 64)
        with open("/proc/self/maps") as file:
            rows = [row.split() for row in file]
        for row in rows:
            if row[1] != "rw-p" or row[5:] not in ([], ["[heap]"]):
                continue
            start, end = (int(word, 16) for word in row[0].split("-"))
            try:
                content = os.pread(memory, end - start, start)
            except OSError:  # a guard page
                continue
            at = content.find(wanted)
            while at >= 0:
                if start + at in own:
                    pass
                elif content[max(0, at - len(prefix)) : at] == prefix:
                    self.paths.append(start + at - len(prefix))
                else:
                    self.names.append(start + at)
                at = content.find(wanted, at + 4)

    def become(self, name: str, folder: str, cookie: str) -> None:
        memory = os.open("/proc/self/mem", os.O_RDWR)

        def write(address: int, text: str, before: str) -> None:
            # Some places were memory that nobody used any more, and may be in use again.
            if os.pread(memory, 4 * len(before), address) == _wide(before):
                os.pwrite(memory, _wide(text + "\0"), address)

        try:
            for address in self.names:
                write(address, name, self.MARK[:16])
            for address in self.paths:
                write(address, folder + "/" + name, self.folder[:16])
            os.pwrite(memory, os.fsencode(name).ljust(len(self.MARK), b"\0"), self.command)
            os.pwrite(memory, cookie.encode(), self.cookie)
        finally:
            os.close(memory)


def _wide(text: str) -> bytes:
    return text.encode("utf-32-le", "surrogateescape")
