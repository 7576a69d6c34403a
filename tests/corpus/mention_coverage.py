#!/usr/bin/env python3
"""Measures how many quantities, amounts and dates of the answer keys beside the project are read, with the right value.

  mention_coverage.py PROGRAM SHARED [--verbose] [--at-least SHARE] [CLUSTER...]

A gold quote is covered when a mention that overlaps it says the value of the key: the same figures, or the same date as
far as the key tells it. Exit status 1 below SHARE, 77 when there is no corpus in SHARED.
"""
import argparse
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

KINDS = ('count', 'money', 'percent', 'ratio', 'date', 'time', 'duration', 'measure')
FIGURE = re.compile(r'\d+(?:\.\d+)?(?:e\d+)?')


def numbers(text):
    """The figures of a gold value: "120000000 EUR" → [120000000.0], "2/3" → [2, 3, 0.667], "4:10" → [4, 10]."""
    found = [float(figure) for figure in FIGURE.findall(text)]
    fraction = re.search(r'(\d+)/(\d+)', text)
    if fraction:
        share = int(fraction.group(1)) / int(fraction.group(2))
        found += [share, share * 100]
    clock = re.search(r'(?:(\d+):)?(\d+):(\d\d)', text)
    if clock:
        found.append(int(clock.group(1) or 0) * 3600 + int(clock.group(2)) * 60 + int(clock.group(3)))
    told = re.fullmatch(r'[~<>=]*(\d+) (h|min|d)', text)
    if told:
        found.append(int(told.group(1)) * {'h': 3600, 'min': 60, 'd': 86400}[told.group(2)])
    return found


def figures_of(value):
    """All figures of a mention's value."""
    out = []
    for key, item in value.items():
        if isinstance(item, (int, float)) and not isinstance(item, bool):
            out.append(float(item))
        elif key in ('start', 'end', 'time') and item:
            out += [float(figure) for figure in FIGURE.findall(item)]
    return out


def same(a, b):
    return abs(a - b) <= 0.006 * max(abs(a), abs(b), 1e-9)


def dates_agree(gold, value):
    """Whether the date of the key, as far as it is told, is the mention's start (or lies within the mention)."""
    told = re.search(r'(\d{4})(?:-(\d\d))?(?:-(\d\d))?', gold)
    start, end = value.get('start'), value.get('end')
    if not told or not (start or end):
        return None
    day = '-'.join(part or '01' for part in told.groups())
    if start and start.startswith(told.group(0)):
        return True
    # A night that ends at six in the morning still touches that day.
    touched = end and (end[:10] if len(end) == 10 or end.endswith('T00:00') else end[:10] + 'T')
    if start and end:
        return start[:10] <= day < touched
    return bool(start and start[:10] <= day or end and day < touched)


def agrees(kind, gold, mention):
    value = mention['value']
    if mention['kind'] == 'date' or value.get('type') == 'date':
        dated = dates_agree(gold, value)
        if dated is not None:
            return dated
        # An undated article: the words themselves are all that the key can hold.
        return kind in ('date', 'time') and not re.search(r'\d{4}', gold)
    if 'vague' in gold and value.get('form') == 'vague':
        return True
    wanted = numbers(re.sub(r'\(.*?\)', '', gold)) or numbers(gold)
    if value.get('type') == 'time':
        clock = [float(part) for part in value['time'].split(':')]
        return all(any(same(part, one) for one in wanted) for part in clock)
    if not wanted:
        return value.get('form') == 'vague' or 'vague' in gold or mention['kind'] in ('count', 'duration', 'ratio')
    have = figures_of(value)
    if value.get('type') == 'ratio':
        have += [figure * 100 for figure in have]
    return any(same(a, b) for a in wanted for b in have)


def spans(quote, raw):
    needle, at, out = quote.encode(), 0, []
    while needle and (at := raw.find(needle, at)) >= 0:
        out.append((at, at + len(needle)))
        at += 1
    return out


def overlaps(mention, places, quote):
    if places:
        return any(mention['start'] < end and begin < mention['end'] for begin, end in places)
    one, other = ' '.join(mention['quote'].split()), ' '.join(quote.split())
    same_run = difflib.SequenceMatcher(None, one, other, autojunk=False).find_longest_match(0, len(one), 0, len(other))
    return same_run.size >= 0.7 * min(len(one), len(other))


def mentions_of(program, folder, articles):
    with tempfile.NamedTemporaryFile('w', suffix='.yml', delete=False) as manifest:
        json.dump([dict(path=os.path.join(folder, name), **{key: str(item) for key, item in about.items() if item})
                   for name, about in articles.items()], manifest)
    try:
        command = [program, 'mentions', '--documents', manifest.name] + [os.path.join(folder, name) for name in articles]
        lines = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout.decode().splitlines()
    finally:
        os.unlink(manifest.name)
    by_id = {line['id']: line['mentions'] for line in map(json.loads, lines)}
    return {name: by_id.get(os.path.splitext(name)[0], []) for name in articles}


def measure(program, folder, verbose):
    import yaml
    with open(os.path.join(folder, 'gold.yaml'), encoding='utf-8') as file:
        gold = yaml.safe_load(file)
    mentions = mentions_of(program, folder, gold['articles'])
    raw = {name: open(os.path.join(folder, name), 'rb').read() for name in gold['articles']}
    seen, counts = set(), {}
    for fact in gold['facts']:
        for claim in fact['claims']:
            key = (claim['article'], claim['quote'], str(claim['value']))
            if fact['kind'] not in KINDS or key in seen:
                continue
            seen.add(key)
            html = claim['article'].endswith(('.html', '.htm'))
            places = [] if html else spans(claim['quote'], raw[claim['article']])
            near = [m for m in mentions[claim['article']] if overlaps(m, places, claim['quote'])]
            good = any(agrees(fact['kind'], str(claim['value']), mention) for mention in near)
            row = counts.setdefault(fact['kind'], [0, 0])
            row[0] += good
            row[1] += 1
            if verbose and not good:
                read = '; '.join('%s %s' % (m['kind'], m['quote']) for m in near)
                print('%s %s %s: “%s” = %s, read: %s' % (os.path.basename(folder.rstrip('/')), claim['article'], fact['kind'],
                                                        claim['quote'], claim['value'], read))
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('shared')
    parser.add_argument('clusters', nargs='*')
    parser.add_argument('--verbose', action='store_true')
    parser.add_argument('--at-least', type=float, default=0)
    call = parser.parse_args()
    corpus = os.path.abspath(os.path.join(call.shared, 'corpus'))
    if not os.path.isdir(corpus):
        print('skipped: there is no corpus in', call.shared)
        return 77
    folders = [os.path.join(corpus, name) for name in call.clusters or sorted(os.listdir(corpus))]
    total = {}
    for folder in (folder for folder in folders if os.path.isdir(folder)):
        for kind, row in measure(call.program, folder, call.verbose).items():
            whole = total.setdefault(kind, [0, 0])
            whole[0] += row[0]
            whole[1] += row[1]
    good, all_quotes = (sum(row[i] for row in total.values()) for i in (0, 1))
    print('gold quotes with a mention of the right value: %d of %d (%.1f %%)' % (good, all_quotes, 100 * good / all_quotes))
    print(', '.join('%s %d/%d' % (kind, *total[kind]) for kind in KINDS if kind in total))
    if good < call.at_least * all_quotes:
        print('FAILED: below %.1f %%' % (100 * call.at_least))
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
