# /// script
# requires-python = ">=3.8"
# ///
try:
    compile("task = asyncio.async(job())", "from_2015.py", "exec")
except SyntaxError as error:
    print("SyntaxError:", error.msg)
