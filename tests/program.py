"""Runs the program for tests that look at it from outside."""
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else 'crosscheck'
ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), '..'))


def run(*words, cwd=None, stdin=None, env=None, user=None):
    """-> (exit status, standard output, standard error) of one call."""
    done = subprocess.run([PROGRAM, *words], cwd=cwd, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, 'COLUMNS': '80', **(env or {})}, timeout=120, user=user)
    return done.returncode, done.stdout.decode('utf-8', 'replace'), done.stderr.decode('utf-8', 'replace')


class FolderCase(unittest.TestCase):
    """A test that has a folder of its own, gone when it ends."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding='utf-8') as file:
            return file.read()


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
