"""What pyproject.toml cannot say: the compiled part, and a version that lives in the C header."""
import pathlib
import runpy

from setuptools import setup

BUILD = runpy.run_path(str(pathlib.Path(__file__).parent / "schakel" / "_build.py"))

setup(
    version=BUILD["version"],
    cffi_modules=["schakel/_build.py:ffibuilder"],
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
