#!/usr/bin/env python3
"""What platforms read: SARIF, JUnit, annotations, tables, and the draft with its checklist: platforms_test.py PROGRAM"""
import csv
import functools
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from program import PROGRAM, ROOT, main, run  # noqa: E402

DOSSIER = os.path.join(ROOT, 'examples', 'board-crisis')
DRAFT = os.path.join(ROOT, 'examples', 'draft', 'draft.md')
SCHEMA = os.path.join(ROOT, 'build', 'schemas', 'sarif-2.1.0.json')


@functools.lru_cache(maxsize=None)
def once(*words):
    """One call from the root of the project, made once however many tests look at it."""
    return run(*words, cwd=ROOT)


def sarif(*words, cwd=ROOT):
    call = ('check', *words, '--format', 'sarif')
    return json.loads((once(*call) if cwd == ROOT else run(*call, cwd=cwd))[1])


def required_by_code_scanning(log):
    """Each field that GitHub's documentation calls required, and what it says of their lengths."""
    assert log['$schema'] and log['version'] == '2.1.0'
    assert 1 <= len(log['runs']) <= 20
    for one in log['runs']:
        driver = one['tool']['driver']
        assert driver['name'] and re.fullmatch(r'\d+\.\d+\.\d+', driver['semanticVersion'])
        ids = [rule['id'] for rule in driver['rules']]
        assert len(ids) == len(set(ids)) <= 25000
        for rule in driver['rules']:
            assert rule['id'] and len(rule['name']) <= 255
            assert 0 < len(rule['shortDescription']['text']) <= 1024
            assert 0 < len(rule['fullDescription']['text']) <= 1024
            assert rule['help']['text'] and rule['help']['markdown']
            assert rule['defaultConfiguration']['level'] in ('note', 'warning', 'error')
            assert len(rule['properties']['tags']) <= 20
        assert len(one['results']) <= 25000
        keys = [result['partialFingerprints']['primaryLocationLineHash'] for result in one['results']]
        assert len(keys) == len(set(keys))
        for result in one['results']:
            assert ids[result['ruleIndex']] == result['ruleId']
            assert result['message']['text'] and result['level'] in ('note', 'warning', 'error')
            assert len(result['locations']) == 1
            assert len(result['relatedLocations']) < 1000
            related = {location['id'] for location in result['relatedLocations']}
            linked = {int(n) for n in re.findall(r'\]\((\d+)\)', result['message']['text'])}
            assert linked <= related, 'a link leads nowhere'
            for location in result['locations'] + result['relatedLocations']:
                place = location['physicalLocation']
                region = place['region']
                assert not re.match(r'[a-z]+:|/|\.\.', place['artifactLocation']['uri'])
                assert region['startLine'] >= 1 and region['startColumn'] >= 1
                assert (region['endLine'], region['endColumn']) > (region['startLine'], region['startColumn'])


class Sarif(unittest.TestCase):
    def test_required_fields(self):
        for words in [(DOSSIER,), ('--draft', DRAFT, DOSSIER), ('--lang', 'fr', DOSSIER)]:
            log = sarif(*words, cwd=ROOT)
            self.assertGreater(len(log['runs'][0]['results']), 2)
            required_by_code_scanning(log)

    def test_official_schema(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest('python3-jsonschema is not installed')
        if not os.path.exists(SCHEMA):
            self.skipTest('run scripts/fetch-schema for the official schema')
        with open(SCHEMA, encoding='utf-8') as file:
            schema = json.load(file)
        for words in [(DOSSIER,), ('--draft', DRAFT, DOSSIER), (os.path.join(DOSSIER, 'carnet-techno.txt'),), (DOSSIER, '/no/such')]:
            jsonschema.validate(sarif(*words, cwd=ROOT), schema)

    def test_regions_show_the_words(self):
        for result in sarif(DOSSIER, cwd=ROOT)['runs'][0]['results']:
            for location in result['locations'] + result['relatedLocations']:
                place = location['physicalLocation']
                region = place['region']
                if not place['artifactLocation']['uri'].endswith('.txt') or region['startLine'] != region['endLine']:
                    continue
                with open(os.path.join(ROOT, place['artifactLocation']['uri']), encoding='utf-8') as file:
                    line = file.read().split('\n')[region['startLine'] - 1]
                self.assertEqual(line[region['startColumn'] - 1:region['endColumn'] - 1], region['snippet']['text'])

    def test_paths_are_those_of_the_repository(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            shutil.copytree(DOSSIER, os.path.join(folder, 'été à Nice'))
            os.mkdir(os.path.join(folder, '.git'))
            log = sarif('.', cwd=os.path.join(folder, 'été à Nice'))
            uri = log['runs'][0]['results'][0]['locations'][0]['physicalLocation']['artifactLocation']
            self.assertRegex(uri['uri'], r'^%C3%A9t%C3%A9%20%C3%A0%20Nice/[a-z-]+\.(txt|md|html)$')
            self.assertEqual(uri['uriBaseId'], '%SRCROOT%')

    def test_fingerprints_survive_moved_words_and_renamed_files(self):
        def keys(folder):
            return sorted(r['partialFingerprints']['primaryLocationLineHash'] for r in sarif('.', cwd=folder)['runs'][0]['results'])
        with tempfile.TemporaryDirectory() as folder:
            there = os.path.join(folder, 'a')
            shutil.copytree(DOSSIER, there)
            before = keys(there)
            with open(os.path.join(there, 'le-fil-du-soir.txt'), encoding='utf-8') as file:
                text = file.read()
            with open(os.path.join(there, 'le-fil-du-soir.txt'), 'w', encoding='utf-8') as file:
                file.write('\n\n' + text.replace('\n\n', '\n\n\n'))
            self.assertEqual(keys(there), before)

    def test_what_was_not_read_is_told(self):
        log = sarif(DOSSIER, '/no/such', cwd=ROOT)
        invocation = log['runs'][0]['invocations'][0]
        self.assertFalse(invocation['executionSuccessful'])
        self.assertIn('no such file', invocation['toolExecutionNotifications'][0]['message']['text'])


class Junit(unittest.TestCase):
    def test_counts_are_those_of_the_cases(self):
        status, out, _ = run('check', DOSSIER, '/no/such', '--format', 'junit', cwd=ROOT)
        root = xml.fromstring(out.encode())
        for node in [root, *root.iter('testsuite')]:
            cases = list(node.iter('testcase'))
            self.assertEqual(int(node.get('tests')), len(cases))
            for name, tag in [('failures', 'failure'), ('errors', 'error'), ('skipped', 'skipped')]:
                self.assertEqual(int(node.get(name)), sum(case.find(tag) is not None for case in cases))
        self.assertEqual((root.get('failures'), root.get('errors')), ('3', '1'))
        for failure in root.iter('failure'):
            self.assertIn(failure.get('message'), failure.text)
        named = [(case.get('classname'), case.get('name')) for case in root.iter('testcase')]
        self.assertEqual(len(named), len(set(named)))
        self.assertIn('OpenAI — number of employees', [name for name, _ in named])

    def test_failures_follow_the_gate(self):
        for level, failures in [('error', '2'), ('note', '4')]:
            status, out, _ = run('check', DOSSIER, '--format', 'junit', '--fail-on', level)
            self.assertEqual((status, xml.fromstring(out.encode()).get('failures')), (1, failures))


class Csv(unittest.TestCase):
    def test_a_row_for_each_claim(self):
        report = json.loads(run('check', DOSSIER, '--format', 'json')[1])
        for language, separator in [('en', ','), ('fr', ';')]:
            done = subprocess.run([PROGRAM, 'check', DOSSIER, '--format', 'csv', '--lang', language], stdout=subprocess.PIPE)
            self.assertTrue(done.stdout.startswith(b'\xef\xbb\xbf'))
            rows = list(csv.reader(io.StringIO(done.stdout.decode('utf-8-sig'), newline=''), delimiter=separator))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            claims = sum(len(f['claims']) for f in report['findings']) + len(report['not_compared'])
            self.assertEqual(len(rows) - 1, claims)
        self.assertIn('10000000000', [row[9] for row in rows])


class Draft(unittest.TestCase):
    def report(self, *words, stdin=None):
        call = ('check', *words, '--format', 'json')
        status, out, err = run(*call, cwd=ROOT, stdin=stdin) if stdin else once(*call)
        self.assertEqual((status, err), (0, ''))
        return json.loads(out)

    def states(self, report):
        return {item['quote']: item['state'] for item in report['checklist']}

    def test_each_piece_has_its_state(self):
        report = self.report('--draft', 'examples/draft/draft.md', 'examples/board-crisis')
        states = self.states(report)
        for quote, state in [('Plus de 500', 'contradicted'), ('750', 'contradicted'), ('plus de 10 milliards de dollars', 'confirmed'),
                             ('19 novembre 2023', 'confirmed'), ('Satya Nadela', 'no_source'), ('42 millions de dollars par an', 'no_source'),
                             ('San Francisco', 'confirmed'), ('« Notre partenariat avec OpenAI se poursuit »', 'one_source'),
                             ('« Nous ne pouvons pas travailler pour des gens sans compétence »', 'no_source')]:
            self.assertEqual(states.get(quote), state, quote)
        slip = [item for item in report['checklist'] if item['quote'] == 'Satya Nadela'][0]
        self.assertEqual(slip['nearest'], 'Satya Nadella')

    def test_places_are_those_of_the_draft(self):
        report = self.report('--draft', 'examples/draft/draft.md', 'examples/board-crisis')
        with open(DRAFT, 'rb') as file:
            data = file.read()
        self.assertGreater(len(report['checklist']), 10)
        for item in report['checklist']:
            self.assertEqual(data[item['start']:item['end']].decode('utf-8'), item['quote'])
            line = data.decode('utf-8').split('\n')[item['line'] - 1]
            self.assertTrue(line[item['column'] - 1:].startswith(item['quote']))

    def test_the_draft_is_no_source(self):
        report = self.report('--draft', 'examples/draft/draft.md', 'examples/board-crisis')
        self.assertEqual([d['id'] for d in report['documents'] if d.get('draft')], ['draft'])
        for finding in report['findings']:
            documents = {claim['document'] for claim in finding['claims']}
            if documents == {'draft'}:
                self.assertEqual(finding['independent_origins'], 0)

    def test_standard_input(self):
        with open(DRAFT, 'rb') as file:
            data = file.read()
        body = data.split(b'---\n', 2)[2]
        report = self.report('--draft', '-', 'examples/board-crisis', '--published', '2023-11-20', '--language', 'fr', stdin=body)
        self.assertEqual(self.states(report)['750'], 'contradicted')

    def test_a_draft_among_its_sources_is_read_once(self):
        with tempfile.TemporaryDirectory() as folder:
            there = os.path.join(folder, 'a')
            shutil.copytree(DOSSIER, there)
            shutil.copy(DRAFT, there)
            report = self.report('--draft', os.path.join(there, 'draft.md'), there)
            self.assertEqual(len(report['documents']), 6)
            self.assertEqual(self.states(report)['750'], 'contradicted')

    def test_findings_stand_in_the_draft(self):
        log = sarif('--draft', 'examples/draft/draft.md', 'examples/board-crisis', cwd=ROOT)
        results = log['runs'][0]['results']
        places = [r['locations'][0]['physicalLocation']['artifactLocation']['uri'] for r in results]
        self.assertEqual(places[:2], ['examples/draft/draft.md'] * 2)
        self.assertIn('draft.no-source', [r['ruleId'] for r in results])

    def test_the_three_parts_of_the_report(self):
        out = run('check', '--draft', 'examples/draft/draft.md', 'examples/board-crisis', cwd=ROOT)[1]
        parts = [out.find(part) for part in ('The draft against its sources (2)', 'The sources among themselves (2)', 'What no source tells')]
        self.assertEqual(parts, sorted(parts))
        self.assertGreater(parts[0], 0)

    def test_a_draft_against_itself(self):
        text = 'OpenAI compte 750 salariés.\n\nLe calme est revenu. OpenAI emploie 780 salariés.\n'.encode()
        report = self.report('--draft', '-', '--language', 'fr', stdin=text)
        finding = report['findings'][0]
        self.assertEqual((finding['verdict'], finding['reason'], len(finding['claims'])), ('contradiction', 'self', 2))
        self.assertEqual(self.states(report)['780'], 'contradicted')

    def test_checklists(self):
        with tempfile.TemporaryDirectory() as folder:
            page, table = os.path.join(folder, 'list.html'), os.path.join(folder, 'list.csv')
            status = run('check', '--draft', DRAFT, DOSSIER, '--lang', 'fr', '--checklist-output', page, '--checklist-csv-output', table)[0]
            self.assertEqual(status, 0)
            with open(page, encoding='utf-8') as file:
                text = file.read()
            self.assertIn('<span class="i contradicted">Plus de 500</span>', text)
            self.assertIn('confirmé par 3 origines', text)
            self.assertNotIn('<script', text)
            with open(table, encoding='utf-8-sig', newline='') as file:
                rows = list(csv.reader(file, delimiter=';'))
            self.assertEqual(text.count('type="checkbox"'), len(rows) - 1)

    def written(self, draft, sources):
        """The report on a draft of 20 March 2025 and sources of the 18th and 19th."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in [('draft.txt', draft), *((f's{i}.txt', text) for i, text in enumerate(sources))]:
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                    file.write(text)
            with open(os.path.join(folder, 'documents.yml'), 'w', encoding='utf-8') as file:
                for i in range(len(sources)):
                    file.write('- {path: s%d.txt, source: Journal %d, published: 2025-03-%d, language: fr}\n' % (i, i, 18 + i))
            status, out, err = run('check', '--draft', 'draft.txt', *(f's{i}.txt' for i in range(len(sources))), '--documents', 'documents.yml',
                                   '--published', '2025-03-20', '--language', 'fr', '--format', 'json', cwd=folder)
            self.assertEqual(status, 0, err)
            return json.loads(out)

    def test_what_a_draft_tells_otherwise_is_no_update(self):
        sources = ['Un incendie a touché l’usine Valmora mardi. Douze personnes ont été blessées, selon les pompiers.\n',
                   'Le feu a pris mardi à l’usine Valmora. Le bilan est de douze blessés.\n']
        report = self.written('Un incendie a touché l’usine Valmora mardi. Quinze personnes ont été blessées.\n', sources)
        finding = report['findings'][0]
        self.assertEqual((finding['verdict'], finding['reason'], finding['severity']), ('contradiction', 'value', 'error'))
        # Among themselves the later source may have counted anew.
        report = self.written('Un incendie a touché l’usine Valmora mardi. Quinze personnes ont été blessées.\n',
                              [sources[0], sources[1].replace('douze', 'quinze')])
        self.assertEqual(report['findings'][0]['reason'], 'update')

    def test_names_of_a_checklist(self):
        sources = ['« L’alarme a bien fonctionné », a déclaré Hélène Castaing, directrice du site. L’usine Valmora de Roubaix emploie 410 personnes.\n',
                   'Hélène Castaing, directrice du site, a salué les équipes. L’usine Valmora a fermé.\n']
        report = self.written('Valmora : quinze blessés après l’incendie\n\nMardi, un incendie a éclaté dans l’usine Valmora de Roubaix, qui emploie '
                              '410 salariés. Hélène Castain, directrice du site, a salué les équipes. Le groupe a fermé le site.\n', sources)
        items = {item['quote']: item for item in report['checklist']}
        self.assertEqual(items['Hélène Castain']['state'], 'contradicted')
        self.assertTrue(all(source['against'] for source in items['Hélène Castain']['sources']))
        self.assertTrue(any('Valmora' in quote and item['state'] in ('one_source', 'confirmed') for quote, item in items.items()), items.keys())
        self.assertFalse([quote for quote in items if 'groupe' in quote])

    def test_a_checklist_needs_a_draft(self):
        status, out, err = run('check', DOSSIER, '--format', 'checklist')
        self.assertEqual((status, out, err), (2, '', 'crosscheck check: a checklist is made of a draft, and none is named\n'
                                              '  write --draft FILE\n'))

    def test_a_draft_that_is_not_there(self):
        status, _, err = run('check', '--draft', '/no/draft.md', DOSSIER, '--format', 'json')
        self.assertEqual(status, 3)
        self.assertIn('/no/draft.md: error: there is no such file or folder', err)

    def test_the_dossier_of_a_draft(self):
        def lines(*dossiers):
            return '\n'.join(json.dumps({'id': 's%d' % i, 'text': 'Microsoft compte 770 salariés.', 'language': 'fr', 'dossier': dossier})
                             for i, dossier in enumerate(dossiers)).encode()
        with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
            file.write('Microsoft compte 750 salariés.')
            file.flush()
            words = ['--draft', file.name, '--language', 'fr', '--input', 'jsonl', '-']
            self.assertEqual(self.states(self.report(*words, stdin=lines('a', 'a')))['750'], 'contradicted')
            status, out, err = run('check', *words, '--format', 'json', stdin=lines('a', 'b'))
            self.assertEqual(self.states(json.loads(out))['750'], 'no_source')
            self.assertIn('its sources belong to several dossiers, and the draft tells none', err)

    def test_sources_as_lines(self):
        lines = [{'id': 'x', 'text': 'Microsoft compte 770 salariés.', 'language': 'fr', 'source': 'A'}]
        with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
            file.write('Microsoft compte 750 salariés.')
            file.flush()
            report = self.report('--draft', file.name, '--language', 'fr', '--input', 'jsonl', '-',
                                 stdin='\n'.join(json.dumps(line) for line in lines).encode())
        self.assertEqual(self.states(report)['750'], 'contradicted')


class Action(unittest.TestCase):
    """The steps of action.yml, run as GitHub runs them."""

    def test_the_program_is_built_anew_when_its_sources_change(self):
        with open(os.path.join(ROOT, 'action.yml'), encoding='utf-8') as file:
            steps = yaml.safe_load(file)['runs']['steps']
        step = next(step for step in steps if step.get('id') == 'sources')
        cache = next(step for step in steps if step.get('id') == 'cache')
        self.assertIn('steps.sources.outputs.digest', cache['with']['key'])
        self.assertNotIn('hashFiles', cache['with']['key'])  # blind outside of the workspace
        with tempfile.TemporaryDirectory() as folder:
            for name in ('cmake', 'include', 'src', 'rules', 'reports'):
                os.mkdir(os.path.join(folder, name))
                shutil.copy(os.path.join(ROOT, 'CMakeLists.txt'), os.path.join(folder, name, 'a file'))
            for name in ('CMakeLists.txt', 'CMakePresets.json'):
                shutil.copy(os.path.join(ROOT, name), folder)
            def digest():
                output = os.path.join(folder, 'output')
                env = {**os.environ, 'GITHUB_ACTION_PATH': folder, 'GITHUB_OUTPUT': output}
                subprocess.run(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step['run']], env=env, check=True)
                with open(output, encoding='utf-8') as file:
                    return re.fullmatch('digest=([0-9a-f]{32})', file.read().splitlines()[-1])[1]
            first = digest()
            self.assertEqual(digest(), first)
            with open(os.path.join(folder, 'rules', 'a file'), 'a', encoding='utf-8') as file:
                file.write('more\n')
            self.assertNotEqual(digest(), first)

    def test_the_step(self):
        with tempfile.TemporaryDirectory() as folder:
            files = {name: os.path.join(folder, name) for name in ('output', 'summary')}
            env = {**os.environ, 'CROSSCHECK': PROGRAM, 'RUNNER_TEMP': folder, 'GITHUB_OUTPUT': files['output'],
                   'GITHUB_STEP_SUMMARY': files['summary'], 'INPUT_PATHS': 'examples/board-crisis\n', 'INPUT_FAIL_ON': 'error',
                   'INPUT_DRAFT': 'examples/draft/draft.md', 'INPUT_LANG': 'fr', 'INPUT_ARGS': '--jobs\n1\n'}
            done = subprocess.run([os.path.join(ROOT, 'scripts', 'check-on-github')], cwd=ROOT, env=env, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(b'::error file=examples/draft/draft.md,line=7', done.stdout)
            with open(files['output'], encoding='utf-8') as file:
                outputs = dict(line.rstrip('\n').split('=', 1) for line in file)
            self.assertEqual((sorted(outputs), outputs['status']), (['html', 'markdown', 'sarif', 'status'], '1'))
            with open(files['summary'], encoding='utf-8') as file:
                self.assertIn('Le brouillon face à ses sources', file.read())


if __name__ == '__main__':
    main()
