"""What runs a program in the reader's browser, on CPython's own asyncio.

The standard library only, CPython 3.11 and later. The same files run in the
browser's worker, under Node in the tests, and, for checks, in an ordinary
process of the build.
"""
