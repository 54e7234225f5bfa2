# /// script
# requires-python = ">=3.8"
# [tool.executed]
# title = "event loop policies"
# ///
import asyncio

print(asyncio.get_event_loop_policy() is not None)
