"""Generators, coroutines and calls of a program that has no event loop."""

from __future__ import annotations

import gc
import sys
import threading
from _weakref import ref
from opcode import opname
from types import AsyncGeneratorType, CoroutineType, GeneratorType

from .naming import calling_line, error_text, is_program, label_of, show
from .recorder import REC, current, failed, here, monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Iterable

    State = tuple[str, int]  # and the line where it stands

MAX_STATES = 2_000
_NO_CALL = 0x2A0  # flags of the code of generators and coroutines


class Paused:
    """A generator or coroutine that is followed."""

    __slots__ = ("lane", "ref", "state")

    def __init__(self, paused: Any, lane: int, state: State) -> None:
        self.ref, self.lane, self.state = ref(paused), lane, state


class Calls:
    """Follows named functions of the program: each call gets a lane.

    A generator is found as soon as it exists, among the youngest objects;
    its state is read after each line that the program runs.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = set(names)
        self.paused: dict[int, Paused] = {}  # by the id of its frame
        self.known: dict[FrameType, str] = {}  # calls that go on, the last error in each
        self.states = 0

    def install(self) -> None:
        gc.callbacks.append(self.collects)
        sys.settrace(self.trace)
        threading.settrace(self.trace)

    def trace(self, frame: FrameType, event: str, arg: Any) -> Any:
        try:
            code = frame.f_code
            if not REC.on or not is_program(code.co_filename):
                return None
            caller = frame.f_back if event == "call" else frame
            self.look(caller.f_lineno if caller else 0)
            if event == "call" and id(frame) in self.paused:
                here().enter(self.paused[id(frame)].lane, monotonic())
            elif event == "call" and code.co_name in self.names and not code.co_flags & _NO_CALL:
                self.called(frame)
            return self.local
        except Exception:
            failed()
            return None

    def local(self, frame: FrameType, event: str, arg: Any) -> Any:
        try:
            if REC.on:
                self.look(frame.f_lineno)
                if event == "exception" and frame in self.known:
                    self.known[frame] = error_text(arg[1])
                elif event == "return" and frame in self.known:
                    self.ended(frame, arg)
                elif event == "return" and id(frame) in self.paused:
                    place = here()
                    if place.stack[-1:] == [self.paused[id(frame)].lane]:
                        place.leave()
        except Exception:
            failed()
        return self.local

    def collects(self, phase: str, info: dict[str, int]) -> None:
        """A collection is about to make the youngest objects old ones."""
        try:
            if REC.on and phase == "start":
                self.look(calling_line())
        except Exception:
            failed()

    def called(self, frame: FrameType) -> None:
        place, code = here(), frame.f_code
        label = label_of(code, code.co_name, dict(frame.f_locals))
        line = frame.f_back.f_lineno if frame.f_back else 0
        by = place.stack[-1] if place.stack else place.lane
        place.enter(REC.lane(monotonic(), "call", label, by, line), monotonic())
        self.known[frame] = ""

    def ended(self, frame: FrameType, value: Any) -> None:
        error, lane, now = self.known.pop(frame), here().leave(), monotonic()
        # An exception that leaves a function looks as if it returned None.
        instruction = opname[frame.f_code.co_code[frame.f_lasti]]
        if value is None and "RETURN" not in instruction:
            REC.add(["end", now, lane, "raised", error])
        else:
            REC.add(["end", now, lane, "returned", show(value)])

    def look(self, line: int) -> None:
        """Note the states that have changed, and find new generators."""
        collects = gc.isenabled()
        gc.disable()  # or `collects` would look in the midst of it
        try:
            self.look_around(line, monotonic())
        finally:
            if collects:
                gc.enable()

    def look_around(self, line: int, now: float) -> None:
        # First those that are gone: the frame of a new one may have their id.
        for key, paused in list(self.paused.items()):
            state = state_of(paused.ref())
            if state != paused.state:
                paused.state = state
                self.changed(now, paused)
                if state[0] == "closed":
                    self.paused.pop(key, None)
        for found in gc.get_objects(generation=0):
            if type(found) in (GeneratorType, CoroutineType, AsyncGeneratorType):
                self.found(found, now, line)

    def changed(self, now: float, paused: Paused) -> None:
        self.states += 1
        if self.states < MAX_STATES:
            REC.add(["state", now, paused.lane, *paused.state])
        else:
            REC.leave_out("state")

    def found(self, paused: Any, now: float, line: int) -> None:
        frame_of = paused_frame(paused)
        if frame_of is None or id(frame_of) in self.paused:
            return
        code = frame_of.f_code
        if code.co_name not in self.names or not is_program(code.co_filename):
            return
        state = state_of(paused)
        if state[1] > code.co_firstlineno:
            return  # no new one: it is being closed, and its locals are gone
        kind = "generator" if type(paused) is GeneratorType else "coroutine"
        # Before it has begun, its arguments can be read without a trace.
        values = dict(frame_of.f_locals) if state[0] == "created" else {}
        label = label_of(code, paused.__qualname__, values)
        lane = REC.lane(now, kind, label, current(), line)
        self.paused[id(frame_of)] = Paused(paused, lane, state)
        REC.add(["state", now, lane, *state])


def paused_frame(paused: Any) -> FrameType | None:
    for name in ("gi_frame", "cr_frame", "ag_frame"):
        if hasattr(paused, name):
            frame: FrameType | None = getattr(paused, name)
            return frame
    return None


def state_of(paused: Any) -> State:
    """State and line of a generator or coroutine; gone means closed."""
    frame = paused_frame(paused)
    if frame is None:
        return "closed", 0
    for name in ("gi_running", "cr_running", "ag_running"):
        if getattr(paused, name, False):
            return "running", frame.f_lineno
    for name in ("gi_suspended", "cr_suspended", "ag_suspended"):
        if hasattr(paused, name):
            state = "suspended" if getattr(paused, name) else "created"
            return state, frame.f_lineno
    return ("created" if frame.f_lasti == -1 else "suspended"), frame.f_lineno
