# /// script
# requires-python = ">=3.8"
# [tool.executed]
# browser = "reads the source of the loop for Windows, which no browser has"
# ///
import asyncio
import re
import selectors
from asyncio.selector_events import BaseSelectorEventLoop
from importlib.util import find_spec


def verdict(claim: str, **parts: bool) -> None:
    held = parts.values()
    word = "true" if all(held) else "half" if any(held) else "false"
    print(f"{claim}: {word}")
    for part, holds in parts.items():
        print(f"  {part.replace('_', ' ')}: {holds}")


with open(find_spec("asyncio.windows_events").origin) as file:
    source = file.read()
default = re.search(r"DefaultEventLoopPolicy = _?Windows(\w+)Event", source)
port = "CreateIoCompletionPort(" in source.partition("class IocpProactor")[2]
here = asyncio.new_event_loop()
here.close()
poll, select = (getattr(selectors, it, None) for it in ("poll", "select"))
verdict(
    "C089",
    here=isinstance(here, BaseSelectorEventLoop),
    on_Windows_by_its_source=default[1] == "Selector",
)
verdict("C090", poll=callable(poll), select=callable(select))
verdict(
    "C091",
    it_is_not_for_this_system=not hasattr(asyncio, "ProactorEventLoop"),
    its_source_opens_a_completion_port=port,
)
