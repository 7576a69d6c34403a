#!/usr/bin/env python3
"""Runs the program over the development corpus beside the project and holds it to what it promises there.

  corpus_test.py PROGRAM SHARED        exit status 77 and a plain line when there is no corpus in SHARED
"""
import json
import os
import subprocess
import sys

# Facts of the dossier that started the project which every version must decide as the answer key does.
MUST_FIND = {
    'contradiction': ['employees-total', 'signatories', 'altman-return'],
    'agreement': ['microsoft-investment', 'ousting-date', 'shear-date', 'murati-title', 'nadella'],
}
CLAIM_RECALL = 0.70


def score(program, shared, clusters):
    # The scorer wants Debian's PyYAML, which a Python of another origin may lack.
    command = ['/usr/bin/python3',
               os.path.join(shared, 'score', 'score.py'), '--json', '--run',
               program + ' check --documents {manifest} --format json {articles}'] + clusters
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def main(program, shared):
    if not os.path.isfile(os.path.join(shared, 'score', 'score.py')):
        print('skipped: there is no corpus in', shared)
        return 77
    corpus = os.path.join(shared, 'corpus')
    result = score(program, shared, [os.path.join(corpus, 'openai-2023')])['clusters'][0]
    problems = []
    undecided = {row[0]: row[1] for row in result['undecided']}
    for verdict, facts in MUST_FIND.items():
        problems += ['%s %s is not found' % (verdict, fact) for fact in facts if undecided.get(fact) == verdict]
    if result['claim_recall'] < CLAIM_RECALL:
        problems.append('claim recall is %.3f, below %.2f' % (result['claim_recall'], CLAIM_RECALL))
    problems += ['false contradiction: %s, %s' % (f['subject'], f['attribute']) for f in result['false_contradictions']]
    problems += ['trap broken: %s' % row[2] for row in result['traps_broken']]
    print('openai-2023: claim recall %.3f, %d false contradictions, %d traps broken' % (
        result['claim_recall'], len(result['false_contradictions']), len(result['traps_broken'])))
    for problem in problems:
        print('FAILED:', problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
