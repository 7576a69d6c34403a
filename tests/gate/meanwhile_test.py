#!/usr/bin/env python3
"""Files that somebody writes to while a run reads them, and runs that are written part by part. meanwhile_test.py PROGRAM

A run that reads its article from a pipe has read everything else once it takes more than a pipe holds."""
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import FolderCase, PROGRAM, ROOT, main, run  # noqa: E402

DOSSIER = os.path.join(ROOT, 'examples', 'board-crisis')
ARTICLES = ''.join(json.dumps({'id': str(staff), 'text': f'Microsoft compte {staff} salariés.', 'language': 'fr'}) + '\n' for staff in (750, 770))
ENTRY = ('  - fingerprint: "%016x"\n    rule: organisation.employees\n    subject: Microsoft\n    attribute: employees\n'
         '    values: ["%d", "770"]\n')
HEAD = '# Written by crosscheck; comments are not kept.\nversion: 1\nfindings:\n'
CHANGED = ('b.yml: error: this file was changed while the articles were read; what is known and what is new may be wrong here\n'
           '  run again\n')


class Meanwhile(FolderCase):
    def setUp(self):
        super().setUp()
        self.write('b.yml', HEAD + ''.join(ENTRY % (n, n) for n in range(3000)))

    def call(self, *words, meanwhile):
        """-> (exit status, standard output, standard error) of a call during which `meanwhile` was done."""
        process = subprocess.Popen([PROGRAM, *words], cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdin.write((ARTICLES + '\n' * (1 << 20)).encode())
        process.stdin.flush()
        meanwhile()
        out, err = process.communicate(timeout=120)
        return process.returncode, out.decode(), err.decode()

    def check(self, meanwhile, *words):
        return self.call('check', '--input', 'jsonl', '-', '--baseline', 'b.yml', *(words or ['--format', 'json']), meanwhile=meanwhile)

    def test_a_baseline_made_shorter(self):
        for words in ([], ['--format', 'csv']):
            self.setUp()
            status, out, err = self.check(lambda: self.write('b.yml', ''), *words)
            self.assertEqual((status, err[:len(CHANGED)]), (3, CHANGED))
            self.assertIn('770', out)

    def test_a_baseline_written_over(self):
        status, out, err = self.check(lambda: self.write('b.yml', HEAD + ENTRY % (5, 5)))
        self.assertEqual((status, err[:len(CHANGED)]), (3, CHANGED))
        self.assertEqual(json.loads(out)['summary']['documents'], 2)

    def test_a_baseline_replaced_whole(self):
        """As git and the program itself do: what was read counts."""
        def replace():
            self.write('new.yml', HEAD + ENTRY % (5, 5))
            os.replace(self.path('new.yml'), self.path('b.yml'))
        status, out, err = self.check(replace)
        self.assertEqual(status, 0, err)
        summary = json.loads(out)['summary']
        self.assertEqual((summary['reopened'], summary['gone']), (1, 2999))

    def test_accepting_into_a_baseline_that_was_changed_changes_nothing(self):
        def replace():
            self.write('new.yml', HEAD + ENTRY % (5, 5))
            os.replace(self.path('new.yml'), self.path('b.yml'))
        for change in (lambda: self.write('b.yml', HEAD + ENTRY % (5, 5)), replace):
            self.setUp()
            status, _, err = self.call('baseline', 'accept', '--input', 'jsonl', '-', '--baseline', 'b.yml', meanwhile=change)
            self.assertEqual((status, err.splitlines()[-2:]),
                             (2, ['crosscheck baseline: b.yml was changed while the articles were read', '  run again; nothing was changed']))
            self.assertEqual(self.read('b.yml'), HEAD + ENTRY % (5, 5))


    def test_no_room_on_the_disk_or_an_end_in_the_middle(self):
        """The file is as it was, to the last byte; where the program could, it has also tidied up."""
        def accept(killed):
            with open(self.path('articles.jsonl'), 'w', encoding='utf-8') as file:
                file.write(ARTICLES)
            done = subprocess.run([PROGRAM, 'baseline', 'accept', '--input', 'jsonl', 'articles.jsonl', '--baseline', 'b.yml'], cwd=self.folder,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, restore_signals=killed,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000)))
            return done.returncode, done.stderr.decode()
        before = self.read('b.yml')
        self.assertGreater(len(before), 100000)
        self.assertEqual(accept(killed=False), (2, 'b.yml: error: cannot write this file: File too large\n'
                                                   '  name a file in a folder that exists and may be written\n'))
        self.assertEqual(self.read('b.yml'), before)
        self.assertEqual(sorted(os.listdir(self.folder)), ['articles.jsonl', 'b.yml'])
        self.assertEqual(accept(killed=True)[0], -signal.SIGXFSZ)
        self.assertEqual(self.read('b.yml'), before)


class Parts(unittest.TestCase):
    """JSON alone is written dossier by dossier, beside another format as a whole: the same bytes, gate and all."""

    def test_a_gate_over_two_dossiers(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ('one', 'two'):
                shutil.copytree(DOSSIER, os.path.join(folder, 'articles', name))
            def call(*words):
                return run(*words, cwd=folder)
            self.assertEqual(call('baseline', 'create', 'articles/one', '--baseline', 'old.yml')[0], 0)
            self.assertEqual(call('baseline', 'create', 'articles', '--dossiers', '--baseline', 'b.yml')[0], 0)
            with open(os.path.join(folder, 'b.yml'), encoding='utf-8') as file:
                entries = file.read().split('  - ')
            known = len(entries) - 1
            with open(os.path.join(folder, 'b.yml'), 'w', encoding='utf-8') as file:
                file.write('  - '.join(entries[:-2]) + ENTRY % (5, 5))
            words = ['check', 'articles', '--dossiers', '--baseline', 'b.yml', '--fail-on', 'note', '--today', '2026-12-01']
            parts = call(*words, '--format', 'json')
            whole = call(*words, '--format', 'csv', '--json-output', 'whole.json')
            self.assertEqual((parts[0], parts[2]), (1, whole[2]))
            with open(os.path.join(folder, 'whole.json'), encoding='utf-8') as file:
                self.assertEqual(parts[1], file.read())
            summary = json.loads(parts[1])['summary']
            self.assertEqual((summary['known'], summary['new'], summary['gone']), (known - 2, 2, 1))


if __name__ == '__main__':
    main()
