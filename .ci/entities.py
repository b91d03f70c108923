#!/usr/bin/env python3
"""Measures who and what the coder takes words for, against tests/gold/entities. Standard library only.

    entities.py DEMARCHE [resolution|mentions] [--show N] [--set A|B]

resolution: one mention in each sentence of resolution.tsv. It is right when the entity that the record gives those
words agrees with all that the row tells: kind, name, country, sectors, office on that day.

mentions: every mention of the reports in chains.md. A mention is right when the record has one of the same words (but
for an article before them) that belongs to the same entity; entities are the same when they bear the same name, or,
where the report gives none, when they share the most mentions. A plural is a mention of each of its members. A mention
inside another of the same entity ("Foreign Minister" in "Foreign Minister Taro Kono") does not count.

--set A takes only what was written before the tables and rules were mended by its misses, --set B only what came after.
--show N prints N misses of each kind: finding (no mention of these words), resolving (a mention, but of another entity),
extra (a mention that the report does not have). DEMARCHE is a command; quote it where it has several words.
Last line, as .ci/score.py reads it: 'resolution n=… accuracy=…' or 'mentions n=… precision=… recall=… F1=…'.
"""
import argparse
import collections
import json
import os
import re
import shlex
import subprocess
import tempfile
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, 'tests', 'gold', 'entities')
COUNTED = ('person', 'country', 'organisation', 'group', 'place')


def fold(name):
    """As data/knowledge/README.md has it: lower case, no diacritics, full stops or apostrophes; hyphens are spaces."""
    plain = ''.join(c for c in unicodedata.normalize('NFKD', name) if not unicodedata.combining(c))
    return ' '.join(re.sub("[.'’]", '', plain.replace('-', ' ').translate(str.maketrans('đłøı', 'dloi'))).lower().split())


def code(demarche, reports):
    """The records of reports (id, day, text), by id."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'reports.ndjson')
        with open(path, 'w', encoding='utf-8') as file:
            for name, day, text in reports:
                file.write(json.dumps({'id': name, 'text': text, 'published': day}) + '\n')
        done = subprocess.run(shlex.split(demarche) + ['code', path, '--format', 'ndjson'], stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return {record['report']['id']: record for record in map(json.loads, done.stdout.splitlines())}


def bare(start, end, text):
    """A stretch without an article before its words."""
    article = re.match(r'(the|an?)\s+', text[start:end], re.IGNORECASE)
    return start + (article.end() if article else 0), end


def where(text, start, end):
    return f'{text[max(0, start - 40):start]}[{text[start:end]}]{text[end:end + 40]}'.replace('\n', ' ')


class Tally:
    def __init__(self, show):
        self.show, self.count = show, collections.Counter()

    def miss(self, kind, words):
        self.count[kind] += 1
        if self.count[kind] <= self.show:
            print(f'{kind:9} {words}')

    def summary(self):
        return ', '.join(f'{kind} {number}' for kind, number in sorted(self.count.items())) or 'none'


# --- resolution -------------------------------------------------------------------------------------------------------

def read_cases(part):
    with open(os.path.join(FOLDER, 'resolution.tsv'), encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            if line.startswith('#') or not line.strip():
                continue
            day, group, kind, name, country, sectors, office, sentence = line.rstrip('\n').split('\t')
            if part and group != part:
                continue
            start, end = sentence.index('['), sentence.index(']') - 1
            text = sentence.replace('[', '').replace(']', '')
            yield str(number), day, text, (start, end), (kind, name, country, sectors, office)


def entity_at(record, start, end):
    """The entity of the shortest mention that holds the words, else their last one; whether its words are these."""
    text = record['report']['text']
    for first in (start, start + text[start:end].rfind(' ') + 1):
        holding = [(mention['end'] - mention['start'], bare(mention['start'], mention['end'], text) == bare(start, end, text), entity)
                   for entity in record['entities'] for mention in entity['mentions'] if mention['start'] <= first and end <= mention['end']]
        if holding:
            _, exact, entity = min(holding, key=lambda found: found[0])
            return entity, exact
    return None


def agrees(entity, expected):
    kind, name, country, sectors, office = expected
    held = (entity['office'] or '').lower()
    return (not kind or entity['kind'] in kind.split('|')) \
        and (not name or fold(entity['name']) in map(fold, name.split('|'))) \
        and (not country or entity['country'] in country.split('|')) \
        and (not sectors or not set(sectors.split('|')).isdisjoint(entity['sectors'])) \
        and (not office or (not held if office == '-' else any(word in held for word in office.split('|'))))


def resolution(demarche, show, part):
    cases = list(read_cases(part))
    records = code(demarche, [(name, day, text) for name, day, text, _, _ in cases])
    tally, thirds = Tally(show), collections.defaultdict(lambda: [0, 0])
    for name, day, text, (start, end), expected in cases:
        record = records[name]
        assert record['report']['text'] == text, f"resolution.tsv({name}): the reading changed the text: {record['report']['text']}"
        found = entity_at(record, start, end)
        right = found is not None and agrees(found[0], expected)
        decade, year = divmod(int(day[:4]), 10)
        third = thirds[f'{decade}{"0" if year < 3 else "3" if year < 7 else "7"}']
        third[0] += right
        third[1] += 1
        if not right:
            got = '; '.join(str(found[0][field]) for field in ('kind', 'name', 'country', 'sectors', 'office')) if found else 'nothing'
            tally.miss('resolving' if found and found[1] else 'finding', f"{day} {where(text, start, end)}: {'; '.join(expected)}, got {got}")
    right = sum(third[0] for third in thirds.values())
    print('by third of a decade: ' + ', '.join(f'{third} {hit}/{of}' for third, (hit, of) in sorted(thirds.items())))
    print(f'misses: {tally.summary()}')
    print(f'resolution n={len(cases)} accuracy={right / len(cases):.3f}')


# --- mentions ---------------------------------------------------------------------------------------------------------

def read_reports(part):
    """Title, day, chains by label, text and mentions (start, end, label)."""
    with open(os.path.join(FOLDER, 'chains.md'), encoding='utf-8') as file:
        for block in re.split(r'^## ', file.read(), flags=re.MULTILINE)[1:]:
            title, head, *quoted = [line for line in block.splitlines() if line.strip()]
            days, *chains = [cell.strip() for cell in head.split(';')]
            day, _, group = days.partition(' ')
            if part and (group or 'A') != part:
                continue
            marked = ' '.join(line.lstrip('> ').rstrip() for line in quoted if line.startswith('>'))
            text, mentions, open_at = '', [], []
            for piece in re.split(r'(\[|\|[0-9+]+\])', marked):
                if piece == '[':
                    open_at.append(len(text))
                elif re.fullmatch(r'\|[0-9+]+\]', piece):
                    start = open_at.pop()
                    mentions += [(start, len(text), label) for label in piece[1:-1].split('+')]
                else:
                    text += piece
            assert not open_at, f'chains.md: {title}: a bracket is not closed'
            yield title, day, dict(re.split(r'\s*=\s*', chain, maxsplit=1) for chain in chains), text, mentions


def outermost(mentions):
    """Spans of one entity, without those inside others."""
    return {span for span in mentions if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in mentions)}


def link(chains, gold, spans, entities):
    """The chain of each entity: by its name, its code, or, where a chain begins with '~', by what it shares."""
    linked = {}
    for described in (False, True):
        for label, who in chains.items():
            if who.startswith('~') != described:
                continue
            names = [fold(name) for name in who.lstrip('~ ').split('|')]
            alike = [entity['id'] for entity in entities.values() if entity['id'] not in linked
                     and ((not names[0] or fold(entity['country'] or '') in names) if described
                          else entity['kind'] == 'country' and entity['country'] in who.split('|') or fold(entity['name']) in names)]
            best = max(alike, key=lambda one: len(spans[one] & gold[label]), default=None)
            if best is not None and (not described or spans[best] & gold[label]):
                linked[best] = label
    return linked


def mentions(demarche, show, part):
    reports = list(read_reports(part))
    records = code(demarche, [(title, day, text) for title, day, _, text, _ in reports])
    tally, right, wanted, given = Tally(show), 0, 0, 0
    for title, day, chains, text, marked in reports:
        record = records[title]
        assert record['report']['text'] == text, f"chains.md: {title}: the reading changed the text: {record['report']['text']}"
        entities = {entity['id']: entity for entity in record['entities'] if entity['kind'] in COUNTED}
        gold = {label: outermost({bare(start, end, text) for start, end, of in marked if of == label}) for label in chains}
        unused = [label for label in chains if not gold[label]] + [of for _, _, of in marked if of not in chains]
        assert not unused, f'chains.md: {title}: {unused} has no mention or no name'
        spans = {name: outermost({bare(mention['start'], mention['end'], text) for mention in entity['mentions']}) for name, entity in entities.items()}
        linked = link(chains, gold, spans, entities)
        got = {(span, linked.get(name, name)) for name in entities for span in spans[name]}
        want = {(span, label) for label in chains for span in gold[label]}
        right, wanted, given = right + len(got & want), wanted + len(want), given + len(got)
        for span, label in sorted(want - got):
            instead = [entities[name]['name'] for name in entities if span in spans[name]]
            near = [f"'{text[s:e]}' = {entities[name]['name']}" for name in entities for s, e in spans[name] if s < span[1] and span[0] < e]
            tally.miss('resolving' if instead else 'finding', f"{title}: {where(text, *span)}: {chains[label]}, got {', '.join(instead or near) or 'nothing'}")
        for span, label in sorted(got - want):
            entity = entities.get(label) or next(entities[name] for name in linked if linked[name] == label)
            if not any(span == other for other, _ in want):
                tally.miss('extra', f"{title}: {where(text, *span)}: {entity['name']}")
    precision, recall = right / given, right / wanted
    print(f'misses: {tally.summary()}')
    print(f'mentions n={wanted} reports={len(reports)} precision={precision:.3f} recall={recall:.3f} F1={2 * precision * recall / (precision + recall):.3f}')


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('demarche')
    parser.add_argument('task', nargs='?', choices=('resolution', 'mentions'))
    parser.add_argument('--show', type=int, default=0, metavar='N')
    parser.add_argument('--set', choices=('A', 'B'))
    said = parser.parse_args()
    for task in (resolution, mentions):
        if said.task in (None, task.__name__):
            task(said.demarche, said.show, said.set)
