// Makes the zip of Python's standard library that the browser loads.
//
//     node stdlib.mjs OUT MODULE…
//
// The zip of Pyodide holds sources only, and most of a start is compiling them. Here each module that is loaded once
// MODULE… are imported has its bytecode too, made by Pyodide itself. Sources stay: tracebacks quote them. The same
// input makes the same bytes.

import { writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [out, ...modules] = process.argv.slice(2);
const python = await loadPyodide({
  env: { PYTHONHASHSEED: "0" }, // decides the order of sets in bytecode
});
const make = python.runPython(`
import contextlib, importlib, importlib._bootstrap_external, io, sys

ZIP = next(path for path in sys.path if path.endswith(".zip"))
NEVER = (  # they cannot work in a browser; Pyodide leaves out most of them itself
    "__phello__/", "ctypes/macholib/", "ensurepip/", "idlelib/", "test/", "tkinter/", "turtledemo/", "venv/",
)
LEVEL = 9


def loaded(modules):
    """Files in the zip of all modules that are loaded after these imports."""
    for name in modules:
        with contextlib.suppress(ImportError):  # what the system lacks is of no use at the start
            importlib.import_module(name)
    files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    return {file.removeprefix(ZIP + "/") for file in files if file.startswith(ZIP + "/")}


def make(modules):
    wanted = loaded(modules)
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(ZIP) as before, zipfile.ZipFile(buffer, "w") as after:

        def write(name, data):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            after.writestr(entry, data, zipfile.ZIP_DEFLATED, LEVEL)

        for name in sorted(before.namelist()):
            if name.endswith("/") or name.startswith(NEVER):
                continue
            source = before.read(name)
            if name in wanted:
                code = compile(source, f"{ZIP}/{name}", "exec", dont_inherit=True, optimize=0)
                data = importlib._bootstrap_external._code_to_hash_pyc(code, bytes(8), checked=False)
                write(name + "c", data)
            write(name, source)
    return buffer.getvalue()


make
`);
writeFileSync(out, make(modules).toJs());
process.exit(0); // Pyodide may keep Node alive
