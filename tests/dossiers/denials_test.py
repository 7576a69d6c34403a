#!/usr/bin/env python3
"""Denies the sentences that rules of states have as examples, in every way of their language, and holds the program to
what a denial means: the state's own opposite, or the state denied, never the state itself.

  denials_test.py PROGRAM RULES
"""
import json
import pathlib
import re
import subprocess
import sys
import unittest

import yaml

PROGRAM, RULES = sys.argv[1], pathlib.Path(sys.argv[2])

AUXILIARY = {
    'fr': re.compile(r"(?<= )(a|ont|est|sont|était|étaient|avait|avaient|sera|seront|fut|furent|reste|restent)(?= )"),
    'en': re.compile(r"(?<= )(was|were|is|are|has|have|had|will)(?= )"),
}
ALREADY = {
    'fr': re.compile(r"\b(n|ne|pas|plus|jamais|aucune?|sans|non|ni|démenti|nie(nt)?|rien|refus\w*|qui)\b", re.I),
    'en': re.compile(r"\b(not?|never|none|nobody|nothing|who|without|denie[sd]|refuse[sd]|rejected|failed)\b|n't", re.I),
}


def denied_in_french(verb):
    ne = "n'" if verb[0] in 'aeéo' else 'ne '
    return ['%s%s %s' % (ne, verb, word) for word in ('pas', 'toujours pas', 'jamais')]


def denied_in_english(verb):
    short = {'will': "won't"}.get(verb, verb + "n't")
    return [verb + ' not', verb + ' never', short]


DENIED = {'fr': denied_in_french, 'en': denied_in_english}


def rules_of_states():
    for path in sorted((RULES / 'packs').rglob('*.yaml')):
        for name, rule in (yaml.safe_load(path.read_text(encoding='utf-8')) or {}).items():
            if isinstance(rule, dict) and rule.get('kind') == 'state':
                yield name, rule


def texts(rule):
    """(language, sentence) of the examples, each once, those that hold one sentence and no denial of their own."""
    out = []
    for kind in ('claims', 'pairs'):
        for example in (rule.get('examples') or {}).get(kind, []):
            for told in (example.get('a'), example.get('b')) if kind == 'pairs' else (example,):
                for language in ('fr', 'en'):
                    text = (told or {}).get(language, '')
                    if text and not ALREADY[language].search(text) and (language, text) not in out:
                        out.append((language, text))
    return out


def claims_of(sentences):
    """For each (language, text): {rule: [(event, polarity, quote)]}."""
    lines = [json.dumps(dict(id='s%d' % i, dossier='d%d' % i, text=text, language=language, source='Paper'))
             for i, (language, text) in enumerate(sentences)]
    done = subprocess.run([PROGRAM, 'check', '--input', 'jsonl', '--format', 'json', '-'], input='\n'.join(lines),
                          stdout=subprocess.PIPE, check=True, encoding='utf-8')
    out = [{} for _ in sentences]
    for finding in json.loads(done.stdout)['findings']:
        for claim in finding['claims']:
            if claim['value']['type'] == 'state' and claim['qualifiers']['modality'] != 'possible':
                told = claim['value']['event'], claim['value']['polarity'], claim['quote']
                out[int(claim['document'][1:])].setdefault(finding['rule'], []).append(told)
    return out


def verb_of(language, text, quote):
    """The auxiliary inside the words that tell the state or right before them; another one denies something else."""
    start = text.find(quote)
    for verb in AUXILIARY[language].finditer(text):
        if start - len(verb.group()) - 1 <= verb.start() < start + len(quote):
            return verb
    return None


def opposite(rule, event):
    """What a denial of the event tells: its opposite where the rule has one."""
    state = event.rsplit('.', 1)[-1]
    denied = (rule.get('states') or {}).get(state, {}).get('denied')
    return denied if denied else None


class Denials(unittest.TestCase):
    def test_no_denial_affirms(self):
        rules = dict(rules_of_states())
        told = [(name, language, text) for name, rule in rules.items() for language, text in texts(rule)]
        plain = claims_of([(language, text) for _, language, text in told])
        asked = []
        for (name, language, text), found in zip(told, plain):
            events = found.get(name, [])
            if len(events) != 1 or events[0][1] != 'affirmed':
                continue
            verb = verb_of(language, text, events[0][2])
            if not verb:
                continue
            for denial in DENIED[language](verb.group()):
                asked.append((name, events[0][0], language, text[:verb.start()] + denial + text[verb.end():]))
        self.assertGreater(len(asked), 300)
        wrong, silent = [], 0
        for (name, event, _, text), found in zip(asked, claims_of([(a[2], a[3]) for a in asked])):
            silent += not found.get(name)
            if '-v' in sys.argv and not found.get(name):
                print(name, '|', text)
            for denied, polarity, _ in found.get(name, []):
                turned = opposite(rules[name], event)
                is_turned = turned is not None and denied.rsplit('.', 1)[-1] == turned and polarity == 'affirmed'
                is_other = denied.rsplit('.', 1)[-1] != event.rsplit('.', 1)[-1]
                if not (polarity == 'denied' or is_turned or (turned is None and is_other)):
                    wrong.append('%s reads %s %s in "%s"' % (name, polarity, denied, text))
        print('%d denials, %d read as nothing' % (len(asked), silent))
        self.assertEqual(wrong, [], '\n'.join([''] + wrong))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
