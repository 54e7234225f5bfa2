// Packs Python files with their bytecode, made by Pyodide itself.
//
//     node pack.mjs FOLDER_WITH_PYODIDE OUT.zip
//
// Standard input is JSON: {name in the zip: source}. The same input makes the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, out] = process.argv.slice(2);
const sources = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(new URL("pyodide.mjs", pathToFileURL(`${folder}/`)));
const python = await loadPyodide({ indexURL: `${folder}/`, env: { PYTHONHASHSEED: "0" } });
const pack = python.runPython(`
import importlib._bootstrap_external, io, zipfile

LEVEL = 9


def pack(sources):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:

        def write(name, data):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, LEVEL)

        for name, source in sorted(sources.items()):
            code = compile(source, f"/lib/executed.zip/{name}", "exec", dont_inherit=True, optimize=0)
            write(name + "c", importlib._bootstrap_external._code_to_hash_pyc(code, bytes(8), checked=False))
            write(name, source)
    return buffer.getvalue()


pack
`);
writeFileSync(out, pack(python.toPy(sources)).toJs());
process.exit(0); // Pyodide may keep Node alive
