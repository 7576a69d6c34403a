#!/usr/bin/env python3
"""The gate from a first baseline to a deleted article, on the example dossier. gate_test.py PROGRAM

Exit status, the list that the gate prints, JSON, SARIF and JUnit must tell the same at every step."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from xml.etree import ElementTree

try:
    import jsonschema
except ImportError:
    jsonschema = None

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import PROGRAM, ROOT, main, run  # noqa: E402

KEY = 'crosscheckFinding/v1'
SCHEMA = os.path.join(ROOT, 'build', 'schemas', 'sarif-2.1.0.json')
DOSSIER = os.path.join(ROOT, 'examples', 'board-crisis')


def is_sarif(log):
    """By the official schema where it was fetched. The rules, which are many and alike, are looked at elsewhere."""
    if jsonschema and os.path.exists(SCHEMA):
        with open(SCHEMA, encoding='utf-8') as file:
            validator = jsonschema.Draft7Validator(json.load(file))
        rules = log['runs'][0]['tool']['driver'].pop('rules')
        try:
            validator.validate(log)
        finally:
            log['runs'][0]['tool']['driver']['rules'] = rules


class Folder(unittest.TestCase):
    """A copy of the example dossier with a crosscheck.yml beside it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = folder.name
        shutil.copytree(DOSSIER, self.path('articles'))
        self.write('crosscheck.yml', 'fail-on: note\narticles: articles\nbaseline: baseline.yml\ndecisions: decisions.yml\n')

    def path(self, *names):
        return os.path.join(self.top, *names)

    def read(self, *names):
        with open(self.path(*names), encoding='utf-8') as file:
            return file.read()

    def write(self, name, text):
        with open(self.path(*name.split('/')), 'w', encoding='utf-8') as file:
            file.write(text)

    def change(self, name, before, after):
        text = self.read(*name.split('/'))
        self.assertIn(before, text)
        self.write(name, text.replace(before, after, 1))

    def call(self, *words):
        return run(*words, cwd=self.top)

    def baseline(self, *words):
        status, out, err = self.call('baseline', *words)
        self.assertEqual(status, 0, err)
        return out

    def check(self, *words, today='2026-12-01'):
        """-> (exit status, ids that the gate printed, report, standard error); all of them must agree."""
        status, out, err = self.call('check', '--format', 'json', '--sarif-output', 'r.sarif', '--junit-output', 'r.xml',
                                     '--today', today, *words)
        report = json.loads(out)
        printed = re.findall(r'^  (f-\d+) (?:new|reopened) ', err, re.M)
        floor = {'note': 0, 'warning': 1, 'error': 2}
        level = re.search('fail-on: (.*)', self.read('crosscheck.yml'))[1]
        told = [f['id'] for f in report['findings'] if f['verdict'] == 'contradiction' and f['new']
                and not (f['decision'] and f['decision']['decision'] != 'real_conflict') and not f['ignored']
                and floor[f['severity']] >= floor[level]]
        self.assertEqual(printed, told)
        self.assertEqual(status, 1 if printed else 0, err)
        log = json.loads(self.read('r.sarif'))
        is_sarif(log)
        results = log['runs'][0]['results']
        prints = {f['fingerprint'] for f in report['findings'] if f['id'] in printed}
        told = {r['partialFingerprints'][KEY] for r in results}
        self.assertEqual(told if level == 'note' else told & prints, prints)
        statuses = {f['fingerprint']: {'new': 'new', 'reopened': 'updated'}.get(f['status']) for f in report['findings']}
        if 'baseline: ' in self.read('crosscheck.yml'):
            self.assertEqual([r['baselineState'] for r in results], [statuses[r['partialFingerprints'][KEY]] for r in results])
        cases = ElementTree.parse(self.path('r.xml')).getroot().iter('testcase')
        kinds = [case[0].tag if len(case) else 'pass' for case in cases]
        self.assertEqual(kinds.count('failure'), len(printed))
        if level == 'note':
            self.assertEqual(kinds.count('skipped'), report['summary']['contradiction'] - len(printed))
        for word in ('new', 'known', 'reopened'):
            self.assertEqual(report['summary'][word], sum(f['verdict'] == 'contradiction' and f['status'] == word for f in report['findings']))
        return status, printed, report, err

    def passes(self, **kwargs):
        status, _, report, err = self.check(**kwargs)
        self.assertEqual(status, 0, err)
        return report

    def stops(self, **kwargs):
        """-> the one finding that stops the run."""
        status, printed, report, err = self.check(**kwargs)
        self.assertEqual((status, len(printed)), (1, 1), err)
        return next(f for f in report['findings'] if f['id'] == printed[0])

    def decide(self, finding, decision, **fields):
        fields = {'by': 'Claire Martin', 'at': '2026-11-26', **fields}
        lines = ['version: 1', 'decisions:', '  - fingerprint: "%s"' % finding['fingerprint'], '    rule: ' + finding['rule'],
                 '    subject: ' + finding['subject'], '    attribute: ' + finding['attribute'],
                 '    values: ' + json.dumps(finding['values']), '    decision: ' + decision]
        self.write('decisions.yml', '\n'.join(lines + ['    %s: "%s"' % field for field in fields.items()]) + '\n')


NEW_ARTICLE = '''OpenAI, le prix d’une crise

Microsoft a investi 13 milliards de dollars dans OpenAI, rappelle un analyste.

La semaine a été longue pour les équipes, qui espèrent retrouver le calme.
'''


class Scenario(Folder):
    def test_from_the_first_baseline_to_a_deleted_article(self):
        self.assertEqual(run('check', DOSSIER, '--fail-on', 'note')[0], 1)
        self.assertRegex(self.baseline('create', '--reason', 'known when we began'), r'^baseline.yml: \d+ accepted\n$')
        first = self.passes()
        self.assertGreaterEqual(first['summary']['known'], 2)

        self.move_paragraphs()
        self.passes()
        self.rename_files()
        self.passes()
        self.reformat()
        self.passes()
        self.add_outlet()
        report = self.passes()
        self.assertEqual({f['fingerprint'] for f in report['findings'] if f['status'] == 'known'},
                         {f['fingerprint'] for f in first['findings'] if f['status'] == 'known'})

        self.write('articles/le-prix.txt', NEW_ARTICLE)
        finding = self.stops()
        self.assertEqual((finding['attribute'], finding['status']), ('investment', 'new'))

        self.baseline('accept', finding['id'], '--reason', 'the analyst counts a later round', '--owner', 'Claire Martin')
        self.assertIn('reason: the analyst counts a later round\n', self.read('baseline.yml'))
        report = self.passes()
        self.assertEqual(report['summary']['known'], first['summary']['known'] + 1)

        self.change('articles/le-prix.txt', '13 milliards', '14 milliards')
        reopened = self.stops()
        self.assertEqual((reopened['status'], reopened['accepted']['lapsed_by']), ('reopened', 'values'))
        self.assertNotEqual(reopened['fingerprint'], finding['fingerprint'])

        self.decide(reopened, 'wait', until='2026-12-31', note='the analyst is asked')
        report = self.passes(today='2026-12-31')
        self.assertEqual(report['summary']['decided'], 1)
        self.shows_the_decision(reopened)
        expired = self.stops(today='2027-01-01')
        self.assertEqual((expired['fingerprint'], expired['status'], expired['lapsed_by']),
                         (reopened['fingerprint'], 'reopened', 'date'))

        os.remove(self.path('articles', 'le-prix.txt'))
        status, printed, report, err = self.check(today='2027-01-01')
        self.assertEqual((status, printed, report['summary']['gone']), (0, [], 1))
        self.assertIn('baseline.yml: note: 1 entry is about nothing that these articles tell\n'
                      "  take it out with 'crosscheck baseline prune'\n", err)
        self.assertRegex(self.baseline('prune'), r'^- .*\nbaseline.yml: 1 taken out\n$')
        self.assertEqual(self.passes()['summary']['gone'], 0)

    def shows_the_decision(self, finding):
        """In every format, while it holds."""
        told = 'Decided by Claire Martin on 26 November 2026: wait until 31 December 2026 (the analyst is asked)'
        names = ['terminal', 'markdown', 'html', 'csv', 'json', 'sarif', 'junit', 'github']
        flags = [word for name in names for word in ('--%s-output' % name, 'shown.' + name)]
        status, _, err = self.call('check', '--today', '2026-12-31', '--show-baselined', *flags)
        self.assertEqual(status, 0, err)
        for name in ['terminal', 'markdown', 'html', 'csv', 'junit']:
            shown = ' '.join(self.read('shown.' + name).replace('\\', '').split())
            self.assertIn(told, shown, name)
        decision, = [f['decision'] for f in json.loads(self.read('shown.json'))['findings'] if f['decision']]
        self.assertEqual((decision['decision'], decision['until']), ('wait', '2026-12-31'))
        log = json.loads(self.read('shown.sarif'))
        is_sarif(log)
        shown, = [r for r in log['runs'][0]['results'] if r['partialFingerprints'][KEY] == finding['fingerprint']]
        self.assertIn({'kind': 'external', 'status': 'underReview', 'justification': told}, shown['suppressions'])
        self.assertTrue(all('suppressions' in r for r in log['runs'][0]['results']))
        self.assertNotIn(told, self.read('shown.github'))  # an annotation asks for something to be done

    def move_paragraphs(self):
        text = self.read('articles', 'le-fil-du-soir.txt')
        title, *body = text.split('\n\n')
        body[0], body[2] = body[2], body[0]
        self.write('articles/le-fil-du-soir.txt', '\n\n'.join([title, *body]))

    def rename_files(self):
        for before, after in (('harbour-wire.txt', 'wire/2023-11-20.txt'), ('valley-ledger.md', 'a-ledger.md')):
            target = self.path('articles', *after.split('/'))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.rename(self.path('articles', before), target)
            self.change('articles/documents.yml', before, after)

    def reformat(self):
        """Other line ends, broken lines, a page instead of plain text."""
        text = self.read('articles', 'wire', '2023-11-20.txt')
        with open(self.path('articles', 'wire', '2023-11-20.txt'), 'w', encoding='utf-8', newline='\r\n') as file:
            file.write(text)
        title, *body = self.read('articles', 'le-fil-du-soir.txt').split('\n\n')
        page = '<!doctype html><html lang="fr"><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>' % (
            title, title, ''.join('\n  <p>%s</p>' % part.replace(' et ', ' <em>et</em> ') for part in body))
        os.remove(self.path('articles', 'le-fil-du-soir.txt'))
        self.write('articles/le-fil-du-soir.html', page)
        self.change('articles/documents.yml', 'le-fil-du-soir.txt', 'le-fil-du-soir.html')

    def add_outlet(self):
        self.write('articles/autre-journal.txt', 'OpenAI : la fronde continue\n\nPlus de 500 des 750 employés d’OpenAI ont signé la lettre.\n')
        self.write('articles/documents.yml', self.read('articles', 'documents.yml') +
                   '- {path: autre-journal.txt, source: Autre journal, published: 2023-11-20, language: fr}\n')


class Wishes(Folder):
    """What crosscheck.yml and the articles say about rules and sources."""

    def setUp(self):
        super().setUp()
        self.configure('')
        _, printed, report, _ = self.check()
        self.first = self.employees(report)
        self.others = len(printed) - 1

    def configure(self, text):
        self.write('crosscheck.yml', 'fail-on: error\narticles: articles\n' + text)

    def employees(self, report):
        return next(f for f in report['findings'] if f['attribute'] == 'employees' and f['verdict'] == 'contradiction')

    def test_severity_of_a_rule(self):
        self.configure('per-rule:\n  %s: {severity: warning}\n' % self.first['rule'])
        _, printed, report, _ = self.check()
        self.assertEqual(len(printed), self.others)
        self.assertEqual(self.employees(report)['severity'], 'warning')
        self.assertEqual([f['id'] for f in report['findings']], ['f-%04d' % (i + 1) for i in range(len(report['findings']))])

    def test_a_rule_that_is_off(self):
        self.configure('per-rule:\n  organisation.employees: {off: true}\n  organisation.employees-whole: {off: true}\n')
        _, printed, report, _ = self.check()
        self.assertEqual(len(printed), self.others)
        self.assertNotIn('employees', [f['attribute'] for f in report['findings'] if f['verdict'] == 'contradiction'])

    def test_severity_of_a_reason(self):
        self.configure('per-reason:\n  value: note\n')
        self.assertEqual(self.employees(self.check()[2])['severity'], 'note')

    def test_a_source_that_is_left_out(self):
        self.configure('per-source:\n  Le Fil du soir: {ignore: true}\n  The Valley Ledger: {severity: note}\n')
        _, _, report, err = self.check()
        self.assertIn("articles/le-fil-du-soir.txt: note: left out, as the configuration ignores the source 'Le Fil du soir'\n", err)
        self.assertEqual(self.employees(report)['severity'], 'note')

    def test_an_article_asks_to_ignore_a_rule(self):
        wish = 'ignore: [{rule: %s, reason: "quoted to correct it"}]' % self.first['rule']
        self.change('articles/valley-ledger.md', 'language: en\n', 'language: en\n%s\n' % wish)
        self.assertIn(self.first['id'], self.check()[1])  # another article tells the same
        self.change('articles/documents.yml', 'source: Le Fil du soir,', 'source: Le Fil du soir, %s,' % wish)
        _, printed, report, _ = self.check()
        self.assertEqual(len(printed), self.others)
        self.assertEqual(self.employees(report)['ignored']['reason'], 'quoted to correct it')
        self.assertEqual(report['summary']['ignored'], 1)

    def test_a_wish_that_ignores_nothing(self):
        self.change('articles/valley-ledger.md', 'language: en\n',
                    'language: en\nignore:\n  - rule: person.role\n    reason: none\n')
        warnings = [w for d in self.check()[2]['documents'] for w in d['warnings']]
        self.assertIn('it asks to ignore the rule person.role (articles/valley-ledger.md:6), '
                      'but no contradiction of that rule concerns it', warnings)


class Guide(unittest.TestCase):
    """Each command of docs/ci.md does what the guide says."""

    def test_commands(self):
        with open(os.path.join(ROOT, 'docs', 'ci.md'), encoding='utf-8') as file:
            blocks = re.findall(r'^```sh(?: exits (\d))?\n(.*?)^```$', file.read(), re.M | re.S)
        self.assertGreater(len(blocks), 6)
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(DOSSIER, os.path.join(folder, 'articles'))
            os.mkdir(os.path.join(folder, 'bin'))
            os.symlink(PROGRAM, os.path.join(folder, 'bin', 'crosscheck'))
            env = {**os.environ, 'PATH': os.path.join(folder, 'bin') + os.pathsep + os.environ['PATH']}
            for status, commands in blocks:
                done = subprocess.run(['bash', '-e', '-c', commands], cwd=folder, env=env, capture_output=True, timeout=120)
                self.assertEqual(done.returncode, int(status or 0), commands + done.stdout.decode() + done.stderr.decode())


if __name__ == '__main__':
    main()
