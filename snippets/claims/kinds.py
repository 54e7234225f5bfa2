# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "prints the class of its event loop, and a browser has another"
# ///
import asyncio
from asyncio.base_events import BaseEventLoop
from asyncio.proactor_events import BaseProactorEventLoop as Proactor
from asyncio.selector_events import BaseSelectorEventLoop as Selector


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


class Skipping(BaseEventLoop):  # its clock jumps instead of waiting
    now, _process_events = 0.0, len

    def time(self) -> float:
        return self.now

    def select(self, timeout: float) -> list:
        self.now += timeout
        return []


third = Skipping()
third._selector = third
slept = third.run_until_complete(asyncio.sleep(3600, True))
third.close()
selector = issubclass(asyncio.SelectorEventLoop, Selector)
verdict(
    "C088",
    a_selector_loop=selector,
    a_proactor_loop=issubclass(Proactor, BaseEventLoop),
    no_other_works=not slept,
)
