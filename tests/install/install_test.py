#!/usr/bin/env python3
"""What is installed works where nothing else of the project is: install_test.py PROGRAM BUILD_FOLDER CMAKE"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import ROOT, run  # noqa: E402

BUILD, CMAKE = os.path.abspath(sys.argv[2]), sys.argv[3]
DOSSIER = os.path.join(ROOT, 'examples', 'board-crisis')


def call(*words, cwd=None, env=None):
    done = subprocess.run(words, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    text = done.stdout.decode('utf-8', 'replace')
    assert done.returncode == 0, text[-4000:]
    return text


class Shells(unittest.TestCase):
    """The manual page and the completions come from the table that --help shows."""

    def flags(self, verb):
        return set(re.findall(r'--[a-z][a-z-]*', run(verb, '--help')[1]))

    def test_manual(self):
        page = run('manual')[1].replace('\\-', '-')
        for flag in self.flags('check') - {'--help'}:
            self.assertIn('\n.B ' + flag, page)
        if shutil.which('man'):
            with tempfile.NamedTemporaryFile('w', suffix='.1') as file:
                file.write(run('manual')[1])
                file.flush()
                done = subprocess.run(['man', '--warnings', '-l', file.name], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                      env={**os.environ, 'MANWIDTH': '80', 'LC_ALL': 'C.UTF-8'})
                if done.returncode == 0:
                    self.assertEqual(done.stderr, b'')
                    self.assertIn(b'EXIT STATUS', done.stdout)

    def complete(self, *words):
        """What bash offers for the last word."""
        script = run('completion', 'bash')[1] + (
            'COMP_WORDS=(%s); COMP_CWORD=%d; compopt() { :; }; _crosscheck; printf "%%s\\n" "${COMPREPLY[@]}"'
            % (' '.join("'%s'" % word for word in words), len(words) - 1))
        return call('bash', '-c', script).split()

    def test_bash(self):
        self.assertEqual(self.complete('crosscheck', 'che'), ['check'])
        self.assertEqual(self.complete('crosscheck', 'rules', 'l'), ['lint', 'list'])
        self.assertEqual(self.complete('crosscheck', 'check', '--fail-on', 'w'), ['warning'])
        self.assertEqual(self.complete('crosscheck', 'check', '--sar'), ['--sarif-output'])
        self.assertEqual(set(self.complete('crosscheck', 'check', '--')), self.flags('check'))

    def test_zsh_and_fish(self):
        for shell, flag in [('zsh', '--%s'), ('fish', '-l %s')]:
            text = run('completion', shell)[1]
            for name in self.flags('check') - {'--help'}:
                self.assertIn(flag % name[2:], text)
            if shutil.which(shell):
                with tempfile.NamedTemporaryFile('w', suffix='.' + shell) as file:
                    file.write(text)
                    file.flush()
                    call(shell, '-n', file.name)

    def test_unknown_shell(self):
        self.assertEqual(run('completion', 'csh'), (2, '', "crosscheck completion: 'csh' is not known\n  write bash, zsh or fish\n"))


class Installed(unittest.TestCase):
    def test_install_and_embed(self):
        with tempfile.TemporaryDirectory() as folder:
            prefix, build = os.path.join(folder, 'usr'), os.path.join(folder, 'build')
            call(CMAKE, '--install', BUILD, '--prefix', prefix, '--strip')
            program = os.path.join(prefix, 'bin', 'crosscheck')
            clean = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C'}
            self.assertIn('4 contradictions', call(program, 'check', DOSSIER, cwd='/', env=clean))
            for path in ('share/man/man1/crosscheck.1', 'share/bash-completion/completions/crosscheck',
                         'share/zsh/vendor-completions/_crosscheck', 'share/fish/vendor_completions.d/crosscheck.fish',
                         'share/doc/crosscheck/README.md'):
                self.assertTrue(os.path.getsize(os.path.join(prefix, path)) > 0)
            call(CMAKE, '-S', os.path.join(ROOT, 'examples', 'embed'), '-B', build, '-DCMAKE_PREFIX_PATH=' + prefix)
            call(CMAKE, '--build', build)
            self.assertIn('OpenAI, number of employees: ', call(os.path.join(build, 'embed'), DOSSIER))

    def test_debian_package(self):
        if not shutil.which('dpkg-shlibdeps'):
            self.skipTest('dpkg-dev is not installed')
        with tempfile.TemporaryDirectory() as folder:
            cpack = os.path.join(os.path.dirname(CMAKE), 'cpack')
            call(cpack, '--config', os.path.join(BUILD, 'CPackConfig.cmake'), '-G', 'DEB', '-B', folder, '-D', 'CPACK_COMPONENTS_ALL=program',
                 cwd=folder)
            package, = glob.glob(os.path.join(folder, 'crosscheck_*.deb'))
            self.assertRegex(call('dpkg-deb', '--field', package, 'Depends'), r'libicu\d+')
            call('dpkg-deb', '--extract', package, os.path.join(folder, 'root'))
            program = os.path.join(folder, 'root', 'usr', 'bin', 'crosscheck')
            clean = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C'}
            self.assertIn('4 contradictions', call(program, 'check', DOSSIER, cwd='/', env=clean))


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
