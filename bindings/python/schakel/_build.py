"""Builds schakel._schakel, the compiled half of the package, with cffi.

What Python knows of the library is read from its public headers by the C preprocessor, and the C compiler
checks it against those same headers: nothing is written down twice.

The library is found by pkg-config, or, for one that is not installed, by two environment variables:
SCHAKEL_INCLUDE_DIR (the folder that has schakel/schakel.h) and SCHAKEL_LIBRARY_DIR (the folder that has
libschakel.so; the package then looks for it there when it runs, too). CC is the C compiler.
"""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile

import cffi

HEADER = "schakel/schakel.h"


def pkg_config(*options):
    command = ["pkg-config", *options, "schakel"]
    try:
        found = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, text=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        reason = getattr(problem, "stderr", None) or problem
        raise SystemExit(
            f"libschakel was not found: {reason}\nInstall it, set PKG_CONFIG_PATH, "
            "or set SCHAKEL_INCLUDE_DIR and SCHAKEL_LIBRARY_DIR."
        ) from problem
    return shlex.split(found.stdout)


def without_flag(words, flag):
    return [word[len(flag) :] for word in words if word.startswith(flag)]


def include_folders():
    folder = os.environ.get("SCHAKEL_INCLUDE_DIR")
    if folder:
        return [os.path.abspath(folder)]
    # pkg-config leaves out the folders in which the compiler looks anyway; our preprocessing needs them.
    words = pkg_config("--cflags-only-I", "--keep-system-cflags")
    return without_flag(words, "-I")


def link_options():
    folder = os.environ.get("SCHAKEL_LIBRARY_DIR")
    if folder:
        folder = os.path.abspath(folder)
        return {"libraries": ["schakel"], "library_dirs": [folder], "runtime_library_dirs": [folder]}
    words = pkg_config("--libs")
    return {"libraries": without_flag(words, "-l"), "library_dirs": without_flag(words, "-L")}


def preprocess(folders, *options):
    """The public headers as the preprocessor sees them, without a word from the system's own headers."""
    with tempfile.TemporaryDirectory() as empty:
        for name in ("stddef.h", "stdint.h"):
            pathlib.Path(empty, name).touch()
        command = shlex.split(os.environ.get("CC", "cc"))
        # A compiler that does not say it is GNU C gets an empty SCHAKEL_API.
        command += ["-E", "-P", "-nostdinc", "-U__GNUC__", "-I", empty, *options]
        for folder in folders:
            command += ["-I", folder]
        source = f"#include <{HEADER}>\n"
        done = subprocess.run([*command, "-x", "c", "-"], input=source, stdout=subprocess.PIPE, check=True, text=True)
        return done.stdout


def macros(folders):
    """The library's own macros that have a value: name to value."""
    found = re.findall(r"^#define (SCHAKEL_\w+) +(\S.*)$", preprocess(folders, "-dM"), re.MULTILINE)
    return dict(sorted(found))


def definitions(folders):
    """The cdef, and the C source that goes with it."""
    cdef = [preprocess(folders)]
    source = [f"#include <{HEADER}>"]
    for name, value in macros(folders).items():
        if not value.startswith("{"):
            cdef.append(f"#define {name} ...")
        elif name.endswith("_INIT"):
            # A record that starts as its _INIT macro says: start_schakel_finding(schakel_finding *).
            record = name[: -len("_INIT")].lower()
            cdef.append(f"void start_{record}({record} *record);")
            source.append(
                f"static void start_{record}({record} *record)\n"
                f"{{\n    static const {record} first = {name};\n    *record = first;\n}}"
            )
    cdef.append('extern "Python" int schakel_python_read(void *context, char *buffer, size_t size, size_t *read);')
    return "\n".join(cdef), "\n".join(source)


def make():
    folders = include_folders()
    cdef, source = definitions(folders)
    builder = cffi.FFI()
    builder.cdef(cdef)
    builder.set_source("schakel._schakel", source, include_dirs=folders, **link_options())
    values = macros(folders)
    numbers = [values[f"SCHAKEL_VERSION_{part}"] for part in ("MAJOR", "MINOR", "PATCH")]
    return builder, ".".join(numbers)


ffibuilder, version = make()
