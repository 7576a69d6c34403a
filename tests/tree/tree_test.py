#!/usr/bin/env python3
"""Holds the tree to its architecture: tree_test.py ROOT. Prints the first line at fault of each rule, exits 1 if any."""
import os
import re
import sys

# Which folders of src/ a folder may include, besides itself and the core types (docs/architecture.md).
MAY_INCLUDE = {
    'base': [],
    'text': ['base'],
    'rules': ['base', 'text'],
    'ingest': ['base', 'text', 'rules'],
    'mention': ['base', 'text', 'rules'],
    'resolve': ['base', 'text', 'rules'],
    'claim': ['base', 'text', 'rules'],
    'compare': ['base', 'text', 'rules'],
    'draft': ['base', 'text'],
    'report': ['base'],
    'gate': ['base'],
    'review': ['base', 'report', 'gate'],
    'cli': ['base', 'report', 'gate', 'review', 'rules', ''],  # '' is src/ itself
    '': ['base', 'text', 'rules', 'ingest', 'mention', 'resolve', 'claim', 'compare', 'draft', 'report', 'gate'],
}
FORBIDDEN = [r'\bTODO\b', r'\bFIXME\b', r'/work/', r'std::string_view']


def files(root, *folders):
    for folder in folders:
        for where, folders_here, names in os.walk(os.path.join(root, folder)):
            folders_here[:] = sorted(f for f in folders_here if f != '__pycache__')
            for name in sorted(names):
                yield os.path.join(where, name)


def lines(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return list(enumerate(file, 1))


def wrong_includes(root):
    source = os.path.join(root, 'src')
    for path in files(root, 'src', 'include'):
        if not path.endswith(('.h', '.cc')):
            continue
        public = path.startswith(os.path.join(root, 'include'))
        here = '' if public else os.path.relpath(path, source).rpartition(os.sep)[0].split(os.sep)[0]
        for number, line in lines(path):
            match = re.match(r'#include "([^"]+)"', line)
            if not match or match[1].startswith(('absl/', 'crosscheck/')):
                continue
            there = match[1].split('/')[0] if '/' in match[1] else ''
            if public or (there != here and there not in MAY_INCLUDE[here]):
                yield '%s:%d: %s may not include "%s"' % (os.path.relpath(path, root), number, here or 'this header', match[1])


def doubled_stems(root):
    seen = {}
    for path in files(root, 'src'):
        stem, extension = os.path.splitext(os.path.basename(path))
        if extension == '.cc' and stem in seen:
            yield '%s: its name is taken by %s' % (os.path.relpath(path, root), seen[stem])
        elif extension == '.cc':
            seen[stem] = os.path.relpath(path, root)


def unlisted_sources(root):
    """A source that no list of CMake names is never compiled; a test that is not never fails."""
    listed = {}
    for path in files(root, 'src', 'tests'):
        if os.path.basename(path) == 'CMakeLists.txt':
            with open(path, encoding='utf-8') as file:
                listed[os.path.dirname(path)] = {name.lstrip('/') for name in re.findall(r'[\w./-]+\.cc', file.read())}
    for path in files(root, 'src', 'tests'):
        if path.endswith('.cc') and not any(os.path.relpath(path, folder) in names for folder, names in listed.items()):
            yield '%s: no CMakeLists.txt names it' % os.path.relpath(path, root)


def forbidden_words(root):
    for path in files(root, 'src', 'include', 'rules', 'reports', 'scripts', 'docs', 'examples'):
        for number, line in lines(path):
            for pattern in FORBIDDEN:
                if re.search(pattern, line):
                    yield '%s:%d: holds %s' % (os.path.relpath(path, root), number, pattern)


def main(root):
    faults = 0
    for rule in (wrong_includes, doubled_stems, unlisted_sources, forbidden_words):
        for fault in rule(root):
            print(fault)
            faults += 1
            break
    print('the tree holds to its architecture' if not faults else 'see docs/architecture.md')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
