#!/usr/bin/env python3
"""Runs the program over the small dossiers of a YAML file and holds each report to what the file expects.

  dossiers_test.py PROGRAM CASES.yaml

A case has a `name`, `articles` (each {fr: text} or {en: text}, with `published` and `source` where they matter), and
lists what must be found: `contradictions` ("reason: quote <> quote"; the quotes are words of claims on two sides),
`agreements` ("quote = quote"), `never` (of both forms, what must not be found). What is not listed among contradictions must not be found. `known_misses` are lines of
both forms that ought to hold and do not yet; one that begins to hold is told, to be moved up.
"""
import json
import subprocess
import sys
import unittest

import yaml

PROGRAM, CASES = sys.argv[1], sys.argv[2]


def report_on(articles):
    lines = []
    for number, article in enumerate(articles, 1):
        article = dict(article)
        language = next(code for code in ('fr', 'en') if code in article)
        published = article.pop('published', None)
        lines.append(json.dumps(dict(id='a%d' % number, text=article[language], language=language,
                                     published=str(published) if published else None,
                                     source=article.get('source', 'Paper %d' % number))))
    done = subprocess.run([PROGRAM, 'check', '--input', 'jsonl', '--format', 'json', '-'], input='\n'.join(lines),
                          stdout=subprocess.PIPE, check=True, encoding='utf-8')
    return json.loads(done.stdout)


def sides(finding):
    out = {}
    for claim in finding['claims']:
        out.setdefault(claim['group'], []).append(claim['quote'])
    return list(out.values())


def holds(quotes, words):
    return any(words in quote for quote in quotes)


def held(report, line):
    """Whether a finding of the report is what the line says."""
    found = [(f, sides(f)) for f in report['findings'] if f['verdict'] != 'single_source']
    if ' <> ' in line:
        reason, quotes = line.split(': ', 1)
        left, right = quotes.split(' <> ')
        return any(f['verdict'] == 'contradiction' and f['reason'] == reason and holds(x, left) and holds(y, right)
                   for f, groups in found for x in groups for y in groups if x is not y)
    left, right = line.split(' = ')
    return any(f['verdict'] == 'agreement' and holds(groups[0], left) and holds(groups[0], right) for f, groups in found)


class Dossiers(unittest.TestCase):
    maxDiff = None

    def check(self, case):
        report = report_on(case['articles'])
        found = [f for f in report['findings'] if f['verdict'] == 'contradiction']
        told = ['%s: %s' % (f['reason'], ' <> '.join(side[0] for side in sides(f))) for f in found]
        wanted = case.get('contradictions', [])
        no_more = [line for line in case.get('known_misses', []) if held(report, line)]
        self.assertEqual(len(found), len(wanted) + sum(' <> ' in line for line in no_more), told)
        for line in wanted + case.get('agreements', []):
            self.assertTrue(held(report, line), 'no "%s" in %s' % (line, told))
        for line in case.get('never', []):
            self.assertFalse(held(report, line), 'found "%s"' % line)
        for line in no_more:
            print('"%s" is missed no more: list it with what is found' % line)


def add(number, case):
    setattr(Dossiers, 'test_%03d' % number, lambda self: self.check(case))
    getattr(Dossiers, 'test_%03d' % number).__doc__ = case['name']


if __name__ == '__main__':
    with open(CASES, encoding='utf-8') as file:
        for n, one in enumerate(yaml.safe_load(file), 1):
            add(n, one)
    unittest.main(argv=sys.argv[:1])
