BEGIN = """
def water():
    for bed in beds:
        try:
            run(bed)
"""

for clauses in (
    "except* OSError: pass\n        except ValueError: pass",
    "except* OSError: return",
    "except*: pass",
):
    try:
        compile(BEGIN + "        " + clauses, "greenhouse.py", "exec")
    except SyntaxError as error:
        print(error.msg)

try:
    try:
        raise OSError("the tank is empty")
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
