# /// script
# requires-python = ">=3.8"
# ///
PROGRAMS = {
    "await in a module": "await observe()",
    "await in a def": "def night():\n    await observe()",
    "await in a def in an async def": (
        "async def night():\n    def hour():\n        await observe()"
    ),
    "yield in an async def": "async def night():\n    yield 1",
    "return 2 in the same": "async def night():\n    yield 1\n    return 2",
    "yield from in an async def": "async def night():\n    yield from [1]",
}

for what, program in PROGRAMS.items():
    print(what)
    try:
        compile(program, "night.py", "exec")
    except SyntaxError as error:
        print("    SyntaxError:", error.msg)
    else:
        print("    fine")
