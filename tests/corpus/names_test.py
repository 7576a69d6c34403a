#!/usr/bin/env python3
"""No name of the development corpus stands in a rule: names_test.py ROOT SHARED

Rules are for news that nobody has seen. So no word with a capital letter under rules/ may be the name of a person or an
organisation that the answer keys tell, and none in rules about the world one out of the articles. Names of rules/entities,
which everybody knows, given names and the words of the languages are let through. Exit status 77 and a plain line when there is no corpus in SHARED.
"""
import glob
import os
import re
import sys
import unicodedata

try:
    import yaml
except ImportError:  # a Python of another origin may lack Debian's PyYAML
    os.execv('/usr/bin/python3', ['/usr/bin/python3'] + sys.argv)

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST = 4  # letters: "Le", "Ben", "DG"


def bare(word):
    """Small letters without accents."""
    return ''.join(c for c in unicodedata.normalize('NFD', word.lower()) if not unicodedata.combining(c))


def read(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return file.read()


def articles(corpus):
    return [read(path) for path in sorted(glob.glob(os.path.join(corpus, '*', '*.*'))) if not path.endswith('.yaml')]


def gold_names(corpus):
    """Words of the persons and organisations of the answer keys."""
    for path in sorted(glob.glob(os.path.join(corpus, '*', 'gold.yaml'))):
        for fact in yaml.safe_load(read(path))['facts']:
            for claim in fact['claims']:
                value = str(claim.get('value'))
                if fact['kind'] == 'role':
                    value = value.split(':')[0]
                elif fact['kind'] not in ('person', 'org'):
                    continue
                yield from (word for word in WORD.findall(value) if word[0].isupper())


def article_names(texts):
    """Words that are written with a capital inside sentences."""
    for text in texts:
        yield from re.findall(r"(?<=[a-zéèà,] )([A-ZÉÈÀ][^\W\d_]{3,})", text)


def rule_words(root):
    """(word, path, line) of all words but comments, keys of languages and what stands in rules/entities."""
    for path in sorted(glob.glob(os.path.join(root, 'rules', '**', '*.yaml'), recursive=True)):
        place = os.path.relpath(path, root)
        if place.startswith(os.path.join('rules', 'entities')) or place.endswith('names.yaml'):
            continue
        for number, line in enumerate(read(path).split('\n'), 1):
            for word in WORD.findall(line.split(' #')[0]):
                yield word, place, number


def main(root, shared):
    corpus = os.path.join(shared, 'corpus')
    if not os.path.isdir(corpus):
        print('skipped: there is no corpus in', shared)
        return 77
    texts = articles(corpus)
    known = {bare(word) for text in texts for word in WORD.findall(text) if word.islower()}
    for folder in ('entities', os.path.join('lang', '*')):
        for path in glob.glob(os.path.join(root, 'rules', folder, '*.yaml')):
            known.update(bare(word) for word in WORD.findall(read(path)))

    def names_of(words):
        return {word for word in words if len(word) >= SHORTEST and bare(word) not in known}

    gold, told = names_of(gold_names(corpus)), names_of(article_names(texts))
    faults, seen = [], set()
    for word, place, line in rule_words(root):
        rule = place.startswith(tuple(os.path.join('rules', f) for f in ('packs', 'concepts', 'roles')))
        if word in gold or (rule and word in told and not word.isupper()):
            if word not in seen:
                faults.append('%s:%d: %s is a name of the corpus' % (place, line, word))
            seen.add(word)
    print('%d names of the corpus, %d in a rule' % (len(gold) + len(told), len(faults)))
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
