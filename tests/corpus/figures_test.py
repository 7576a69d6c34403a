#!/usr/bin/env python3
"""Holds the score of the development corpus to that of the last version: no figure may fall by more than a margin.

  figures_test.py PROGRAM SHARED FIGURES.yaml [--update]

FIGURES.yaml holds the figures of two groups of clusters; --update writes what is measured now where it is higher. Exit status 77 and a plain
line when there is no corpus in SHARED.
"""
import glob
import os
import sys

import yaml

from corpus_test import score

MARGIN = 0.015
GROUPS = {'real press': lambda name: name.startswith('real-'), 'written for tests': lambda name: not name.startswith('real-')}


def figures(clusters):
    def share(part, whole):
        counts = [cluster['counts'] for cluster in clusters]
        total = sum(c[whole] for c in counts)
        return round(sum(c[part] for c in counts) / total, 3) if total else 1.0

    out = {}
    for sort in ('figures', 'words'):
        out['claim recall, ' + sort] = share('found_claims_' + sort, 'gold_claims_' + sort)
        for verdict in ('contradiction', 'agreement'):
            out['%s recall, %s' % (verdict, sort)] = share('hit_%s_%s' % (verdict, sort), 'gold_%s_%s' % (verdict, sort))
    for verdict in ('contradiction', 'agreement'):
        out[verdict + ' precision'] = share('right_' + verdict, 'tool_' + verdict)
    out['single source recall'] = share('hit_single_source', 'gold_single_source')
    out['traps kept'] = round(1 - share('traps_violated', 'traps'), 3)
    return out


def main(program, shared, path, update):
    if not os.path.isfile(os.path.join(shared, 'score', 'score.py')):
        print('skipped: there is no corpus in', shared)
        return 77
    clusters = score(program, shared, sorted(glob.glob(os.path.join(shared, 'corpus', '*', ''))))['clusters']
    now = {group: figures([c for c in clusters if holds(c['name'])]) for group, holds in GROUPS.items()}
    with open(path, encoding='utf-8') as known:
        last = yaml.safe_load(known)
    if update:
        highest = {group: {name: max(value, last[group].get(name, 0)) for name, value in values.items()} for group, values in now.items()}
        with open(path, 'w', encoding='utf-8') as out:
            out.write('# The best score so far; written by figures_test.py --update.\n')
            yaml.safe_dump(highest, out, sort_keys=False)
        return 0
    fallen = []
    for group, values in last.items():
        for name, value in values.items():
            print('%-18s %-30s %.3f (last %.3f)' % (group, name, now[group][name], value))
            if now[group][name] < value - MARGIN:
                fallen.append('%s, %s: %.3f, was %.3f' % (group, name, now[group][name], value))
    for line in fallen:
        print('fallen:', line)
    return 1 if fallen else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:4], update='--update' in sys.argv[4:]))
