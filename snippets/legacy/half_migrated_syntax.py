# /// script
# requires-python = ">=3.8"
# ///
program = """
async def read_station(name):
    yield from asyncio.sleep(0.1)
"""
try:
    compile(program, "half_way.py", "exec")
except SyntaxError as error:
    print("SyntaxError:", error.msg)
