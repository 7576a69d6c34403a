#!/usr/bin/env python3
"""Every command of the guides, run as it stands in a copy of what is installed: guides_test.py PROGRAM"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import PROGRAM, ROOT, main  # noqa: E402

GUIDES = ['docs/editors.md', 'docs/fact-checkers.md']


def commands(guide):
    with open(os.path.join(ROOT, guide), encoding='utf-8') as file:
        for block in re.findall(r'^```\n(.*?)^```', file.read(), re.S | re.M):
            for line in block.replace('\\\n', ' ').split('\n'):
                if line.strip():
                    yield line


class Guides(unittest.TestCase):
    def test_each_command(self):
        for guide in GUIDES:
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(os.path.join(ROOT, 'examples'), os.path.join(folder, 'examples'))
                os.mkdir(os.path.join(folder, 'bin'))
                os.symlink(PROGRAM, os.path.join(folder, 'bin', 'crosscheck'))
                env = {**os.environ, 'PATH': os.path.join(folder, 'bin') + ':' + os.environ['PATH']}
                lines = list(commands(guide))
                self.assertGreater(len(lines), 3)
                for line in lines:
                    done = subprocess.run(['bash', '-ec', line], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                    self.assertEqual((done.returncode, done.stderr), (0, b''), line)
                    for name in re.findall(r'-output (\S+)', line):
                        self.assertGreater(os.path.getsize(os.path.join(folder, name)), 500, line)


if __name__ == '__main__':
    main()
