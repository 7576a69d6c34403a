#!/usr/bin/env python3
"""Files of known findings that are wrong: the run stops before it reports, and says where and why. known_test.py PROGRAM"""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import main, run  # noqa: E402

ENTRY = ('  - fingerprint: "00000000000000aa"\n    rule: organisation.employees\n    subject: Microsoft\n'
         '    attribute: employees\n    values: ["750", "770"]\n')
BASELINE = 'version: 1\nfindings:\n' + ENTRY
DECISIONS = 'version: 1\ndecisions:\n' + ENTRY + '    decision: not_same\n    by: Claire Martin\n    at: 2026-11-26\n'


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.write('a.txt', 'Microsoft compte 750 salariés dans les bureaux de Paris, selon la direction.\n'.encode())

    def write(self, name, data):
        with open(os.path.join(self.folder, name), 'wb') as file:
            file.write(data)

    def call(self, *words):
        return run(*words, cwd=self.folder)


class Known(Folder):
    def stopped(self, text, message, flag='--baseline'):
        data = text if isinstance(text, bytes) else text.encode()
        self.write('known.yml', data)
        self.assertEqual(self.call('check', 'a.txt', flag, 'known.yml'), (2, '', message))

    def test_good_files(self):
        self.write('b.yml', BASELINE.encode())
        self.write('d.yml', DECISIONS.encode())
        status, _, err = self.call('check', 'a.txt', '--baseline', 'b.yml', '--decisions', 'd.yml', '--fail-on', 'note')
        self.assertEqual((status, err), (0, 'b.yml: note: 1 entry is about nothing that these articles tell\n'
                                            "  take it out with 'crosscheck baseline prune'\n"))

    def test_no_such_baseline(self):
        self.assertEqual(self.call('check', 'a.txt', '--baseline', 'none.yml'),
                         (2, '', 'none.yml: error: there is no such baseline\n'
                                 "  write it with 'crosscheck baseline create PATH... --baseline none.yml'\n"))

    def test_no_decisions_yet(self):
        status, _, err = self.call('check', 'a.txt', '--decisions', 'none.yml')
        self.assertEqual((status, err), (0, ''))

    def test_no_yaml(self):
        self.stopped('version: 1\nfindings: [\n', 'known.yml:3:1: error: this is not valid YAML: end of sequence flow not found\n'
                                                  '  mend the YAML at this place\n')

    def test_nothing_in_it(self):
        self.stopped('', "known.yml: error: this file holds nothing\n  write 'version: 1' and 'findings: []', or take the file away\n")
        self.stopped('', "known.yml: error: this file holds nothing\n  write 'version: 1' and 'decisions: []', or take the file away\n",
                     '--decisions')

    def test_a_list(self):
        self.stopped('- version\n', "known.yml:1:1: error: this is no map\n    - version\n    ^\n"
                                    "  write 'version: 1' and 'findings: …'\n")

    def test_unknown_key(self):
        self.stopped(BASELINE + '    expiry: 2026-12-31\n',
                     "known.yml:8:5: error: the key 'expiry' is not known here\n        expiry: 2026-12-31\n        ^\n"
                     "  write 'expires', or take the line out\n")

    def test_doubled_fingerprint(self):
        self.stopped(BASELINE + ENTRY,
                     'known.yml:8:18: error: the fingerprint 00000000000000aa stands twice, first in the entry of line 3\n'
                     '      - fingerprint: "00000000000000aa"\n                     ^\n  keep one of the two entries\n')

    def test_no_values(self):
        without = ENTRY.replace('    values: ["750", "770"]\n', '')
        for text, flag in (('version: 1\nfindings:\n' + without, '--baseline'), (DECISIONS.replace(ENTRY, without), '--decisions')):
            self.stopped(text, "known.yml:3:5: error: the key 'values' is missing\n      - fingerprint: \"00000000000000aa\"\n        ^\n"
                               "  add 'values: …'\n", flag)

    def test_wrong_date(self):
        self.stopped(BASELINE + '    expires: 31/12/2026\n',
                     "known.yml:8:14: error: '31/12/2026' is no date\n        expires: 31/12/2026\n                 ^\n"
                     '  write the year, month and day: 2026-11-26\n')
        self.stopped(DECISIONS + '    until: 2026-02-29\n',
                     "known.yml:11:12: error: '2026-02-29' is no date\n        until: 2026-02-29\n               ^\n"
                     '  write the year, month and day: 2026-11-26\n', '--decisions')

    def test_wrong_fingerprint(self):
        self.stopped(BASELINE.replace('00aa', '00aa\\u001b[31m'),
                     "known.yml:3:18: error: '00000000000000aa␛[31m' is no fingerprint\n"
                     '      - fingerprint: "00000000000000aa\\u001b[31m"\n                     ^\n'
                     '  copy the 16 digits that the JSON report tells\n')

    def test_newer_version(self):
        self.stopped(BASELINE.replace('version: 1', 'version: 2'),
                     'known.yml:1:10: error: version 2 of this file is not known\n    version: 2\n             ^\n'
                     "  write 'version: 1', or use a newer crosscheck\n")

    def test_a_folder(self):
        os.mkdir(os.path.join(self.folder, 'known.yml'))
        self.assertEqual(self.call('check', 'a.txt', '--baseline', 'known.yml'),
                         (2, '', 'known.yml: error: this is a folder, not a file\n'
                                 '  name the files in it, or the folder where folders are read\n'))

    def test_unreadable(self):
        if os.geteuid() == 0:
            self.skipTest('root reads everything')
        self.write('known.yml', BASELINE.encode())
        os.chmod(os.path.join(self.folder, 'known.yml'), 0)
        self.assertEqual(self.call('check', 'a.txt', '--baseline', 'known.yml'),
                         (2, '', 'known.yml: error: cannot open this file: Permission denied\n  check its name and permissions\n'))

    def test_who_waits_must_say_until_when(self):
        self.stopped(DECISIONS.replace('not_same', 'wait'),
                     'known.yml:3:5: error: who waits must say until when\n      - fingerprint: "00000000000000aa"\n        ^\n'
                     "  add 'until: …' with a date\n", '--decisions')

    def test_wrong_today(self):
        self.assertEqual(self.call('check', 'a.txt', '--today', 'tomorrow'),
                         (2, '', "error: 'tomorrow' is no date\n  write --today with year, month and day: 2026-11-26\n"))


class Calls(Folder):
    """Calls of `baseline` that cannot be answered change nothing."""

    def refused(self, words, message, status=2):
        before = self.contents()
        got = self.call('baseline', *words)
        self.assertEqual((got[0], got[2]), (status, message))
        self.assertEqual(self.contents(), before)

    def contents(self):
        return {name: os.path.getmtime(os.path.join(self.folder, name)) for name in os.listdir(self.folder)}

    def test_calls(self):
        self.refused(['make', 'a.txt'], "crosscheck baseline: 'make' is not known\n  write create, accept, prune or diff\n")
        self.refused(['create', 'a.txt'],
                     "crosscheck baseline: no baseline is named\n  add --baseline FILE, or 'baseline: FILE' to crosscheck.yml\n")
        self.refused(['create', '--baseline', 'b.yml'],
                     'crosscheck baseline: no articles are named\n  write crosscheck baseline create PATH...\n')
        self.refused(['create', 'a.txt', '--baseline', 'b.yml', '--expires', 'soon'],
                     "crosscheck baseline: 'soon' is no date\n  write --expires with year, month and day: 2026-11-26\n")
        self.write('b.yml', BASELINE.encode())
        self.refused(['create', 'a.txt', '--baseline', 'b.yml'],
                     "crosscheck baseline: there is b.yml already\n  add to it with 'baseline accept', or take the file away\n")
        self.refused(['accept', 'a.txt', 'f-9999', '--baseline', 'b.yml'],
                     "crosscheck baseline: 'f-9999' is no contradiction of these articles\n"
                     "  see 'crosscheck baseline diff'; nothing was changed\n")
        self.write('bad.txt', b'')
        self.refused(['prune', 'a.txt', 'bad.txt', '--baseline', 'b.yml'],
                     'bad.txt: error: this file is empty\n  save the article again, or take the file out\n'
                     'crosscheck baseline: some articles could not be read, so that it is not known what is gone\n'
                     '  mend them first; nothing was changed\n', 3)


class Wishes(Folder):
    """Wishes of articles and of crosscheck.yml that say too little or nothing."""

    def test_an_ignore_without_a_reason(self):
        self.write('b.md', '---\ntitle: T\nignore:\n  - {rule: organisation.employees}\n---\n\nMicrosoft compte 770 salariés dans les bureaux de Paris, selon la direction.\n'.encode())
        status, _, err = self.call('check', '.', '--format', 'json')
        self.assertEqual((status, err), (3, "./b.md:4:5: error: the key 'reason' is missing\n"
                                            '      - {rule: organisation.employees}\n        ^\n'
                                            "  add 'reason: …'\n"))

    def test_an_ignore_that_is_a_word(self):
        self.write('documents.yml', b'- {path: a.txt, ignore: organisation.employees}\n')
        status, _, err = self.call('check', '.', '--format', 'json')
        self.assertEqual((status, err), (3, './documents.yml:1:25: error: to ignore a rule takes its id and a reason\n'
                                            '    - {path: a.txt, ignore: organisation.employees}\n'
                                            '                            ^\n'
                                            "  write '{rule: ID, reason: \"…\"}'\n"))

    def test_policy(self):
        def refused(text, message):
            self.write('crosscheck.yml', text.encode())
            status, out, err = self.call('check', 'a.txt', '--config', 'crosscheck.yml')
            self.assertEqual((status, out, err), (2, '', message))
        refused('per-rule:\n  organisation.employes: {off: true}\n',
                "crosscheck.yml:2:3: error: there is no rule 'organisation.employes'\n      organisation.employes: {off: true}\n      ^\n"
                "  write 'organisation.employees'\n")
        refused('per-rule:\n  organisation.employees: {severity: grave}\n',
                "crosscheck.yml:2:38: error: 'grave' is no severity\n      organisation.employees: {severity: grave}\n"
                '                                         ^\n  write note, warning or error\n')
        refused('per-reason:\n  updates: error\n',
                "crosscheck.yml:2:3: error: 'updates' is no reason of a contradiction\n      updates: error\n      ^\n"
                '  write value, bound, date, state, polarity, derived, attributed, update or self\n')
        refused('per-source:\n  Le Blog: ignore\n',
                'crosscheck.yml:2:12: error: this says nothing that is known here\n      Le Blog: ignore\n               ^\n'
                "  write '{severity: note}' or '{ignore: true}'\n")


if __name__ == '__main__':
    main()
