#!/usr/bin/env python3
"""The command line as its users see it: cli_test.py PROGRAM"""
import csv
import io
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import ROOT, main, run  # noqa: E402

DOSSIER = os.path.join(ROOT, 'examples', 'board-crisis')


class WrongCalls(unittest.TestCase):
    """Each is told in two lines, what is wrong and what to do, and exits with 2."""

    def check(self, words, message):
        status, out, err = run(*words)
        self.assertEqual((status, out, err), (2, '', message))

    def test_unknown_flag(self):
        self.check(['check', '--fial-on', 'error', 'x'], "crosscheck check: '--fial-on' is not known\n  write --fail-on\n")

    def test_unknown_verb(self):
        self.check(['chekc', 'x'], "crosscheck: 'chekc' is no verb\n  write check\n")

    def test_no_verb(self):
        self.check([], "crosscheck: no verb is given\n  see 'crosscheck --help'\n")

    def test_nothing_named(self):
        self.check(['check'], 'crosscheck check: nothing is named\n  write crosscheck check PATH...\n')

    def test_unknown_format(self):
        self.check(['check', '--format', 'pdf', 'x'],
                   "crosscheck check: --format: pdf not in {terminal,json,html,markdown,csv,sarif,junit,github,checklist,checklist-csv}\n  see 'crosscheck check --help'\n")

    def test_unknown_rules_verb(self):
        self.check(['rules', 'tset'], "crosscheck rules: 'tset' is not known\n  write test, lint, list or show ID\n")

    def test_unknown_rule(self):
        self.check(['rules', 'show', 'no.rule'], "crosscheck rules show: there is no rule 'no.rule'\n  see 'crosscheck rules list'\n")

    def test_no_place(self):
        self.check(['explain', 'article.txt'], "crosscheck explain: 'article.txt' is no place in an article\n"
                                               '  write FILE:LINE or FILE:LINE:COLUMN, once or twice\n')


class Check(unittest.TestCase):
    def test_the_example_dossier(self):
        status, out, err = run('check', DOSSIER, '--format', 'json')
        self.assertEqual((status, err), (0, ''))
        report = json.loads(out)
        conflicts = {f['attribute']: f for f in report['findings'] if f['verdict'] == 'contradiction'}
        self.assertEqual(sorted(conflicts), ['employees', 'return', 'signatories'])
        employees = sorted(c['value']['low'] for c in conflicts['employees']['claims'])
        self.assertEqual(sorted(set(employees)), [750, 770])
        self.assertEqual(conflicts['return']['reason'], 'update')
        agreed = {(f['subject'], f['attribute']) for f in report['findings'] if f['verdict'] == 'agreement'}
        for pair in [('Microsoft', 'investment'), ('Sam Altman', 'dismissal-date'), ('Emmett Shear', 'appointment-date'),
                     ('Mira Murati', 'technology-chief'), ('Satya Nadella', 'chief-executive')]:
            self.assertIn(pair, agreed)
        warnings = [w for d in report['documents'] for w in d['warnings']]
        self.assertIn("'OpenAl' is written with look-alike letters and taken for 'OpenAI'", warnings)

    def test_every_claim_points_at_its_words(self):
        report = json.loads(run('check', DOSSIER, '--format', 'json')[1])
        path = {d['id']: d['path'] for d in report['documents']}
        claims = [c for f in report['findings'] for c in f['claims']] + report['not_compared']
        self.assertGreater(len(claims), 50)
        for claim in claims:
            with open(path[claim['document']], 'rb') as file:
                data = file.read()
            self.assertLess(claim['start'], claim['end'])
            if path[claim['document']].endswith('.txt'):
                self.assertEqual(data[claim['start']:claim['end']].decode('utf-8'), claim['quote'])
                line = data[:claim['start']].count(b'\n') + 1
                self.assertEqual(line, claim['line'])

    def test_the_gate(self):
        self.assertEqual(run('check', DOSSIER)[0], 0)
        status, _, err = run('check', DOSSIER, '--fail-on', 'error')
        self.assertEqual(status, 1)
        self.assertRegex(err, r'^stopped by 2 contradictions \(--fail-on error\)\n  f-0001 new error: OpenAI, number of employees: 770 / 750\n')
        self.assertEqual(run('check', os.path.join(DOSSIER, 'harbour-wire.txt'), '--fail-on', 'note')[0], 0)

    def test_several_outputs_from_one_run(self):
        with tempfile.TemporaryDirectory() as folder:
            page, data = os.path.join(folder, 'r.html'), os.path.join(folder, 'r.json')
            status, out, _ = run('check', DOSSIER, '--html-output', page, '--json-output', data)
            self.assertEqual(status, 0)
            self.assertIn('number of employees', out)
            with open(page, encoding='utf-8') as file:
                self.assertIn('</html>', file.read())
            with open(data, encoding='utf-8') as file:
                self.assertEqual(json.load(file)['schema_version'], '1')
            self.assertEqual(sorted(os.listdir(folder)), ['r.html', 'r.json'])

    def test_output_that_cannot_be_written(self):
        status, _, err = run('check', DOSSIER, '--json-output', '/no/such/folder/r.json')
        self.assertEqual(status, 2)
        self.assertEqual(err, '/no/such/folder/r.json: error: cannot write this file: No such file or directory\n'
                              '  name a file in a folder that exists and may be written\n')

    def test_french_report(self):
        out = run('check', DOSSIER, '--lang', 'fr')[1]
        self.assertIn('nombre de salariés', out)

    def test_words_of_one_outlet_are_counted_not_listed(self):
        for kind in ('terminal', 'markdown'):
            status, out, _ = run('check', DOSSIER, '--format', kind)
            self.assertEqual(status, 0)
            self.assertRegex(out, r'and \d+ in words alone, which the HTML and JSON\s+reports list')
            self.assertNotIn('statement:', out)

    def test_standard_input(self):
        status, out, _ = run('check', '-', '--format', 'json', '--language', 'fr', stdin='Microsoft compte 750 salariés.\n'.encode())
        self.assertEqual(status, 0)
        self.assertEqual(json.loads(out)['findings'][0]['attribute'], 'employees')

    def test_json_lines(self):
        lines = [{'id': 'x', 'text': 'Microsoft compte 750 salariés.', 'language': 'fr', 'source': 'A'},
                 {'id': 'y', 'text': 'Microsoft has 770 employees.', 'language': 'en', 'source': 'B'}]
        stdin = '\n'.join(json.dumps(line) for line in lines).encode()
        report = json.loads(run('check', '--input', 'jsonl', '-', '--format', 'json', stdin=stdin)[1])
        self.assertEqual([d['id'] for d in report['documents']], ['x', 'y'])
        self.assertEqual(report['findings'][0]['verdict'], 'contradiction')
        self.assertEqual(report['findings'][0]['explanation'], '750 (x) and 770 (y) differ by 2.7%; the rule allows 0%')


    def test_a_rule_brings_its_own_sentence(self):
        rule = ('own.floors:\n  kind: count\n  attribute: floors\n  subject: event\n  severity: warning\n'
                '  message: {en: "the tower has {sides}"}\n  patterns: {en: ["{value:count} floors"]}\n')
        lines = [{'id': x, 'text': 'The tower has %d floors in all.' % n, 'language': 'en'} for x, n in (('x', 40), ('y', 42))]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'own.yml')
            with open(path, 'w', encoding='utf-8') as file:
                file.write(rule)
            stdin = '\n'.join(json.dumps(line) for line in lines).encode()
            out = run('check', '--input', 'jsonl', '-', '--format', 'json', '--rules', path, stdin=stdin)[1]
        finding = json.loads(out)['findings'][0]
        self.assertEqual((finding['rule'], finding['severity']), ('own.floors', 'warning'))
        self.assertEqual(finding['explanation'], 'the tower has 40 (x) and 42 (y)')


class SameBytes(unittest.TestCase):
    """The same articles give the same report, whatever the threads, the order, the locale and the time zone."""

    def test_it(self):
        articles = sorted(os.path.join(DOSSIER, name) for name in os.listdir(DOSSIER) if name != 'documents.yml')
        want = run('check', *articles, '--format', 'json', '--jobs', '1')[1]
        self.assertEqual(run('check', *articles, '--format', 'json', '--jobs', '2')[1], want)
        self.assertEqual(run('check', *reversed(articles), '--format', 'json', '--jobs', '4')[1], want)
        self.assertEqual(run('check', *articles, '--format', 'json', env={'LC_ALL': 'C', 'TZ': 'Pacific/Auckland'})[1], want)


class Archive(unittest.TestCase):
    """Dossiers are read, compared and written one after the other."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, 'archive.jsonl')
        self.articles = [
            {'id': '%03d%s' % (number, paper), 'dossier': 'd%02d' % (number % 40), 'language': 'fr', 'source': paper,
             'title': 'Orvalis supprime des postes',
             'text': 'Le groupe Orvalis va supprimer %d postes à Tréville, a annoncé lundi sa direction.\n' % (count + number)}
            for number in range(40) for paper, count in (('Le Cap', 750), ('La Digue', 770))]
        self.write(self.articles)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, articles):
        with open(self.path, 'w', encoding='utf-8') as file:
            file.write('\n'.join(json.dumps(article, ensure_ascii=False) for article in articles))

    def test_each_dossier_is_judged_as_if_it_were_alone(self):
        def findings():
            report = json.loads(run('check', self.path, '--format', 'json')[1])
            return report, [(f['verdict'], f['fingerprint'], f['explanation']) for f in report['findings'] if f['dossier'] == 'd07']
        report, among_others = findings()
        self.assertEqual([f['id'] for f in report['findings']], ['f-%04d' % (n + 1) for n in range(len(report['findings']))])
        self.assertEqual([d['dossier'] for d in report['documents']], sorted(['d%02d' % n for n in range(40)] * 2))
        self.assertEqual(report['summary']['documents'], 80)
        self.assertIn('contradiction', [verdict for verdict, _, _ in among_others])
        self.write([article for article in self.articles if article['dossier'] == 'd07'])
        self.assertEqual(findings()[1], among_others)

    def test_written_in_parts_or_at_once_it_is_the_same_report(self):
        whole = os.path.join(self.folder.name, 'whole.json')
        in_parts = run('check', self.path, '--format', 'json', '--jobs', '2')[1]
        run('check', self.path, '--quiet', '--json-output', whole)
        with open(whole, encoding='utf-8') as file:
            self.assertEqual(file.read(), in_parts)

    def test_a_line_may_be_longer_than_what_is_read_at_a_time(self):
        self.articles[1]['note'] = 'x' * 3_000_000
        self.write(self.articles)
        report = json.loads(run('check', self.path, '--format', 'json')[1])
        self.assertEqual((report['summary']['documents'], report['problems']), (80, []))
        lines = [json.loads(line) for line in run('mentions', '--input', 'jsonl', self.path)[1].splitlines()]
        self.assertEqual([line['id'] for line in lines], [article['id'] for article in self.articles])
        self.assertTrue(all(line['mentions'] for line in lines))


class Inspection(unittest.TestCase):
    def test_mentions(self):
        stdin = json.dumps({'id': 'x', 'text': "Plus de 70 % des employés d'Acme", 'language': 'fr', 'published': '2023-11-20'}).encode()
        status, out, _ = run('mentions', '--input', 'jsonl', stdin=stdin)
        self.assertEqual(status, 0)
        mention = json.loads(out)['mentions'][0]
        self.assertEqual((mention['kind'], mention['start'], mention['end'], mention['quote']), ('percent', 0, 12, 'Plus de 70 %'))
        self.assertEqual((mention['value']['low'], mention['value']['high'], mention['value']['form']), (70, None, 'more_than'))

    def test_claims(self):
        lines = run('claims', DOSSIER)[1].splitlines()
        self.assertEqual([json.loads(line)['id'] for line in lines],
                         ['carnet-techno', 'harbour-wire', 'la-depeche-numerique', 'le-fil-du-soir', 'valley-ledger'])

    def test_explain_a_claim(self):
        out = run('explain', os.path.join(DOSSIER, 'le-fil-du-soir.txt') + ':3')[1]
        self.assertIn('read by organisation.employees-whole as employees of OpenAI\n', out)
        self.assertIn('rule letter.signatories, pattern', out)
        self.assertIn("'Plus de 500' → more_than", out)

    def test_a_checklist(self):
        draft = ('Satya Nadela est le PDG de Microsoft. Mira Murati est la directrice technique d’OpenAI.\n\n'
                 'Premier, ils partent. Le premier départ a eu lieu vendredi.\n').encode()
        report = json.loads(run('check', '--draft', '-', DOSSIER, '--language', 'fr', '--format', 'json', stdin=draft)[1])
        items = {item['quote']: item for item in report['checklist']}
        self.assertEqual(items['Satya Nadela']['state'], 'contradicted')
        # Who holds a title is part of it.
        self.assertEqual((items['Satya Nadela est le PDG']['state'], items['Satya Nadela est le PDG']['nearest']), ('contradicted', 'Satya Nadella'))
        self.assertEqual(items['Mira Murati']['state'], 'confirmed')
        # A word that only orders what is told is no figure.
        self.assertNotIn('Premier', items)

    def test_the_first_of_its_kind_is_no_figure(self):
        for language, text in (('fr', 'Un incendie, le premier du genre, a blessé dix personnes. Une affaire unique, la première en son genre.'),
                               ('en', 'The fire, the first of its kind, injured ten people.')):
            report = json.loads(run('check', '--draft', '-', DOSSIER, '--language', language, '--format', 'json', stdin=text.encode())[1])
            self.assertEqual([item['quote'] for item in report['checklist'] if item['kind'] == 'figure'], ['dix' if language == 'fr' else 'ten'])

    def test_a_draft_is_no_origin_of_itself(self):
        draft = os.path.join(ROOT, 'examples', 'draft', 'draft.md')
        out = run('check', '--draft', draft, DOSSIER, '--lang', 'fr')[1]
        self.assertIn('brouillon', out)
        # French has a space before a colon and a semicolon.
        self.assertIn('- OpenAI — siège : San Francisco\n  2 titres, 1 origine ; repose', out)
        self.assertNotIn('origine : draft', out)

    def test_an_explanation_names_few_of_many_articles(self):
        lines = ''.join(json.dumps({'id': f'a{n:02}', 'language': 'fr', 'text': f"L'incendie a fait {14 if n < 9 else 19} morts."}) + '\n'
                        for n in range(1, 17))
        report = json.loads(run('check', '--input', 'jsonl', '-', '--format', 'json', '--lang', 'en', stdin=lines.encode())[1])
        told = [finding['explanation'] for finding in report['findings'] if finding['attribute'] == 'deaths']
        self.assertEqual(told, ['14 (a01, a02, a03, a04, a05, a06 and 2 more) and 19 (a09, a10, a11, a12, a13, a14 and 2 more) '
                                'differ by 35.7%; the rule allows 0%'])

    def test_a_place_is_told_by_its_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, figure in (('a', '800'), ('b', '900')):
                with open(os.path.join(folder, name + '.txt'), 'w', encoding='utf-8') as file:
                    file.write(f'Défilé\n\nÀ Paris, {figure} personnes ont manifesté samedi.\n')
            rows = list(csv.DictReader(io.StringIO(run('check', folder, '--language', 'fr', '--format', 'csv', '--lang', 'fr')[1].lstrip('\ufeff')), delimiter=';'))
            told = {row['Conditions'] for row in rows if row['Valeur'] in ('800', '900')}
            self.assertTrue(told and all('Paris' in conditions for conditions in told), told)

    def test_explain_furniture(self):
        out = run('explain', os.path.join(DOSSIER, 'le-fil-du-soir.txt') + ':11')[1]
        self.assertRegex(out, r'^nothing was read in line 11 of .*le-fil-du-soir.txt: it was set apart as page furniture \(read-also\)\n$')

    def test_explain_a_pair(self):
        first, second = (os.path.join(DOSSIER, name) for name in ('le-fil-du-soir.txt:3:92', 'harbour-wire.txt:3:66'))
        out = run('explain', first, second)[1]
        self.assertIn('conflict in f-', out)

    def test_rules(self):
        status, out, _ = run('rules', 'test')
        self.assertEqual(status, 0, out)
        self.assertRegex(out, r'^\d+ examples, 0 failed')
        self.assertIn('organisation.employees', run('rules', 'list')[1])
        self.assertIn('"{value:count:employee}"'.strip('"'), run('rules', 'show', 'organisation.employees')[1])

    def test_config(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'crosscheck.yml'), 'w', encoding='utf-8') as file:
                file.write('fail-on: warning\n')
            inner = os.path.join(folder, 'inner')
            os.mkdir(inner)
            out = run('config', 'show', '--lang', 'fr', cwd=inner)[1]
            self.assertRegex(out, r'fail-on +warning +\S*crosscheck.yml:1\n')
            self.assertRegex(out, r'lang +fr +command line\n')
            self.assertRegex(out, r'jobs +0 +built in\n')

    def test_wrong_config(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'crosscheck.yml'), 'w', encoding='utf-8') as file:
                file.write('fail_on: warning\n')
            status, _, err = run('config', 'show', '--config', 'crosscheck.yml', cwd=folder)
            self.assertEqual(status, 2)
            self.assertEqual(err, "crosscheck.yml:1:1: error: the setting 'fail_on' is not known\n"
                                  '    fail_on: warning\n    ^\n  write \'fail-on\'\n')

    def test_version(self):
        self.assertEqual(run('--version')[:2], (0, 'crosscheck 0.1.0\n'))


if __name__ == '__main__':
    main()
