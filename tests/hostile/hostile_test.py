#!/usr/bin/env python3
"""Bad input: never a crash, never silence, never a lost result. hostile_test.py PROGRAM

Each case pins its message word for word and its exit status."""
import json
import os
import stat
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import FolderCase, main, run  # noqa: E402

GOOD = 'Microsoft compte 750 salariés à Paris. Le groupe a publié ses comptes dans la journée.\n'


class Articles(unittest.TestCase):
    """One bad article beside a good one: the good one is reported all the same."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write('good.txt', GOOD.encode())

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, data):
        with open(self.path(name), 'wb') as file:
            file.write(data)

    user = None  # whom the program runs as, where not as who runs the tests

    def check(self, *words):
        return run('check', *(words or ['.']), '--format', 'json', cwd=self.folder.name, user=self.user)

    def unread(self, message, *words):
        status, out, err = self.check(*words)
        self.assertEqual((status, err), (3, message))
        report = json.loads(out)
        self.assertIn('good', [d['id'] for d in report['documents']])
        self.assertTrue(report['problems'])
        self.assertTrue(any(f['attribute'] == 'employees' for f in report['findings']))

    def read(self, warning=None, name='bad'):
        status, out, err = self.check()
        self.assertEqual((status, err), (0, ''))
        document = next(d for d in json.loads(out)['documents'] if d['id'] == name)
        self.assertEqual(document['warnings'], [warning] if warning else [])
        return json.loads(out)

    def test_empty_file(self):
        self.write('bad.txt', b'')
        self.unread('./bad.txt: error: this file is empty\n  save the article again, or take the file out\n')

    def test_only_a_mark(self):
        self.write('bad.txt', b'\xef\xbb\xbf')
        self.unread('./bad.txt: error: this is no article: no words were found in it\n'
                    '  save the article again, or take the file out\n')

    def test_binary(self):
        self.write('bad.txt', b'\x7fELF\x02\x01\x01\x00' + bytes(range(32)) * 100)
        self.unread('./bad.txt: error: this is no article: it holds no text that can be read\n'
                    '  name text, Markdown, HTML or JSON Lines\n')

    def test_missing(self):
        self.unread('nothing.txt: error: there is no such file or folder\n  check its name\n', 'nothing.txt', 'good.txt')

    def test_folder_without_articles(self):
        os.mkdir(self.path('empty'))
        self.unread('empty: error: there is no article in this folder\n'
                    '  articles end in .txt, .md, .html, .htm or .jsonl\n', 'empty', 'good.txt')

    def test_huge_file(self):
        with open(self.path('bad.txt'), 'wb') as file:
            file.truncate(1 << 30)
        self.unread('./bad.txt: error: this file is larger than 64 MiB, the most that one article may have\n'
                    '  split it, or take it out\n')

    def test_folder_loop(self):
        os.symlink('.', self.path('loop'))
        self.unread('./loop: error: this folder leads back to itself\n  take the link out\n')

    def test_unreadable_file(self):
        self.write('bad.txt', GOOD.encode())
        os.chmod(self.path('bad.txt'), 0)
        if os.geteuid() == 0:  # who reads every file
            self.user = 65534
            os.chmod(self.folder.name, 0o755)
            try:
                run('--version', user=self.user)
            except PermissionError:
                self.skipTest('root reads every file, and nobody else reaches the program')
        self.unread('./bad.txt: error: cannot open this file: Permission denied\n  check its name and permissions\n')

    def test_pipe_is_no_article(self):
        os.mkfifo(self.path('bad.txt'))
        self.unread('./bad.txt: error: this is neither a file nor a folder\n  name a file or a folder\n')

    def test_link_that_leads_nowhere(self):
        os.symlink('gone.txt', self.path('bad.txt'))
        self.unread('./bad.txt: error: there is no such file or folder\n  check its name\n')

    def test_broken_json_line(self):
        self.write('lines.jsonl', b'{"id": "x", "text": "ok, said the \\u00e9diteur."}\n{"id": \n{"id": "z"}\n')
        self.unread('./lines.jsonl:2: error: this line is no JSON object\n'
                    '  write one object a line, with id and text\n'
                    './lines.jsonl:3: error: this object has no text\n  add "text": "…"\n'
                    .replace('\n./lines.jsonl:3', '\n./lines.jsonl:3'), '.', '--language', 'fr')

    def test_invalid_utf8(self):
        self.write('bad.txt', 'La société compte 12 salariés été '.encode() + b'\xff\xfe' + ' à Lyon, dit-on.\n'.encode())
        self.read('2 byte sequences are no valid UTF-8; the first stands at byte 39')

    def test_nul_bytes(self):
        self.write('bad.txt', GOOD.encode().replace(b'750', b'7\x0050'))
        self.read('1 byte sequence is no valid UTF-8; the first stands at byte 18')

    def test_utf16_without_mark(self):
        self.write('bad.txt', GOOD.replace('750', '770').encode('utf-16-le'))
        report = self.read()
        self.assertEqual(report['findings'][0]['verdict'], 'contradiction')

    def test_windows_1252(self):
        self.write('bad.txt', GOOD.replace('750', '770').encode('windows-1252'))
        report = self.read()
        claim = next(c for c in report['findings'][0]['claims'] if c['document'] == 'bad')
        self.assertEqual(claim['quote'], '770 salariés')
        self.assertEqual((claim['start'], claim['end']), (17, 29))

    def test_html_nested_without_end(self):
        page = '<html lang="fr"><body>' + '<div>' * 100000 + GOOD.replace('750', '770') + '</div>' * 100000
        self.write('bad.html', page.encode())
        self.read('its elements are nested more than 400 deep; deeper ones were taken as flat')

    def test_endless_sentence(self):
        self.write('bad.txt', ('et le ' * 200000 + 'fin 750 salariés.').encode())
        self.read()

    def test_only_digits(self):
        self.write('bad.txt', b'Le la les des. ' + b'7' * 300000 + b' ' + b'1 ' * 100000)
        self.read()

    def test_hostile_words_in_every_format(self):
        self.write('bad.txt', 'Microsoft compte 770 salariés</script><script>alert(1)</script> \x1b[31mrouge à Paris.\n'.encode())
        for name in ('html', 'markdown', 'terminal'):
            out = run('check', '.', '--format', name, cwd=self.folder.name)[1]
            self.assertNotIn('\x1b[31m', out)
            if name == 'html':
                self.assertNotIn('<script>alert', out)

    def test_wrong_metadata(self):
        self.write('documents.yml', b'- {path: good.txt, sorce: X}\n- {path: good.txt, published: yesterday}\n')
        self.unread("./documents.yml:1:20: error: the key 'sorce' is not known here\n"
                    '    - {path: good.txt, sorce: X}\n'
                    '                       ^\n'
                    "  write 'source', or take the line out\n"
                    "./documents.yml:2:31: error: 'yesterday' is no date\n"
                    '    - {path: good.txt, published: yesterday}\n'
                    '                                  ^\n'
                    '  write 2023-11-20 or 2023-11-20T09:00:00+01:00\n')


class Outputs(FolderCase):
    """Output files are replaced whole or not at all; what is no file is never replaced."""

    def setUp(self):
        super().setUp()
        self.write('good.txt', GOOD)

    def check(self, output):
        return run('check', 'good.txt', '--quiet', '--format', 'json', '--output', output, cwd=self.folder)

    def test_file_is_replaced_and_keeps_its_permissions(self):
        self.write('out.json', 'old')
        os.chmod(self.path('out.json'), 0o600)
        self.assertEqual(self.check('out.json')[0], 0)
        self.assertEqual(json.loads(self.read('out.json'))['schema_version'], '1')
        self.assertEqual(os.stat(self.path('out.json')).st_mode & 0o777, 0o600)
        self.assertEqual(sorted(os.listdir(self.folder)), ['good.txt', 'out.json'])

    def test_link_stays(self):
        self.write('kept.json', 'old')
        os.symlink('kept.json', self.path('out.json'))
        self.assertEqual(self.check('out.json')[0], 0)
        self.assertTrue(os.path.islink(self.path('out.json')))
        self.assertEqual(json.loads(self.read('kept.json'))['schema_version'], '1')

    def test_pipe_is_written_to(self):
        os.mkfifo(self.path('out.json'))
        reader = os.open(self.path('out.json'), os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        self.assertEqual(self.check('out.json')[0], 0)
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path('out.json')).st_mode))
        self.assertIn(b'"schema_version"', os.read(reader, 1 << 16))

    def test_device_stays(self):
        device = self.path('full')
        try:
            os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 7))  # as /dev/full, but none of the machine's
        except OSError:
            self.skipTest('only root makes devices')
        status, _, err = self.check('full')
        self.assertEqual((status, err), (2, 'full: error: cannot write this file: No space left on device\n'
                                            '  name a file in a folder that exists and may be written\n'))
        self.assertTrue(stat.S_ISCHR(os.stat(device).st_mode))

    def test_folder_that_is_not_there(self):
        status, _, err = self.check('none/out.json')
        self.assertEqual((status, err), (2, 'none/out.json: error: cannot write this file: No such file or directory\n'
                                            '  name a file in a folder that exists and may be written\n'))


class Rules(unittest.TestCase):
    """A wrong rule stops the run: nothing is checked with rules that have errors."""

    def check(self, text, message):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'own.yml'), 'w', encoding='utf-8') as file:
                file.write(text)
            status, out, err = run('check', 'x.txt', '--rules', 'own.yml', cwd=folder)
            self.assertEqual((status, out, err), (2, '', message))

    RULE = 'own.rule:\n  kind: count\n  attribute: own\n  subject: event\n'

    def test_unknown_key(self):
        self.check(self.RULE + '  patterns: ["{value:count}"]\n  severty: note\n',
                   "own.yml:6:3: error: the key 'severty' is not known here\n      severty: note\n      ^\n"
                   "  write 'severity', or take the line out\n")

    def test_wrong_type(self):
        self.check(self.RULE.replace('kind: count', 'kind: [count]') + '  patterns: ["{value:count}"]\n',
                   'own.yml:2:9: error: a text is wanted here, not a list\n      kind: [count]\n            ^\n  write one text\n')

    def test_two_rules_of_one_id(self):
        self.check('organisation.employees:\n  kind: count\n  attribute: own\n  subject: event\n  patterns: ["{value:count}"]\n',
                   "own.yml:1:1: error: the rule 'organisation.employees' is defined twice, "
                   'in rules/packs/organisations/headcount.yaml:2 too\n    organisation.employees:\n    ^\n  rename one of the two\n')

    def test_doubled_key(self):
        self.check(self.RULE + '  kind: money\n  patterns: ["{value:count}"]\n',
                   "own.yml:5:3: error: the key 'kind' stands twice, first in line 2\n      kind: money\n      ^\n"
                   '  keep one of the two\n')

    def test_endless_pattern(self):
        self.check(self.RULE + '  patterns: ["' + '@sign ' * 60 + '"]\n',
                   'own.yml:5:260: error: this pattern cannot be read: a pattern has 40 items at most\n'
                   '    ' + ('  patterns: ["' + '@sign ' * 60)[:300] + '\n' + ' ' * 263 + '^\n  cut it in two rules\n'
                   'own.yml:2:3: error: a rule needs patterns\n      kind: count\n      ^\n  add patterns: ["{value:count}"]\n')

    def test_alias_bomb(self):
        lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
        for before, name in zip('abcdefgh', 'bcdefghi'):
            lines.append('%s: &%s [%s]' % (name, name, ', '.join(['*' + before] * 10)))
        status, _, err = 0, '', ''
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'own.yml'), 'w', encoding='utf-8') as file:
                file.write('\n'.join(lines))
            status, _, err = run('check', 'x.txt', '--rules', 'own.yml', cwd=folder)
        self.assertEqual(status, 2)
        self.assertTrue(err.startswith('own.yml:6:4: error: its aliases unfold to more than 1,000,000 values\n'), err)

    def test_no_rules(self):
        status, _, err = run('check', 'x.txt', '--rules', '/no/rules')
        self.assertEqual((status, err), (2, '/no/rules: error: there are no rules here\n'
                                            '  name a YAML file, or a folder laid out like rules/\n'))


if __name__ == '__main__':
    main()
