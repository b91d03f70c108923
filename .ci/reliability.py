#!/usr/bin/env python3
"""Measures whether confidence means what it says: of events at 0.9, are nine in ten right? Standard library only.

    reliability.py DEMARCHE plv TSV [--svg FILE]
    reliability.py DEMARCHE quad TSV [--svg FILE]
    reliability.py DEMARCHE examples DIR [--svg FILE]

plv       of the events whose evidence touches both marked actors, those of the gold type are right; others are not judged,
          since the gold marks one event a sentence.
quad      of each sentence's event of the highest confidence, those of the gold quad class are right.
examples  labelled sentences and passages of our own (data/examples/held-out): an event is right when type, parties and status are,
          and in passages when each party is the one that the label names.

Prints for each tenth of confidence the events, their mean confidence and the share that is right, and the expected
calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance of the two, weighted by events.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import tempfile

QUADS = {'verbal_cooperation': 1, 'material_cooperation': 2, 'verbal_conflict': 3, 'material_conflict': 4}
TENTHS = 10


def code(demarche, texts, *options):
    """Codes texts, as sentences of their own with --sentences; a record each, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'sentences.ndjson')
        with open(path, 'w', encoding='utf-8') as file:
            file.writelines(json.dumps({'id': str(i), 'text': text, 'published': '2018-01-01'}) + '\n' for i, text in enumerate(texts))
        run = subprocess.run([*demarche.split(), 'code', path, *options, '--format', 'ndjson'], stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.decode('utf-8').splitlines()]


def real(record):
    return [event for event in record['events'] if 'negated' not in event['status']]


def touches(spans, wanted):
    return any(span['start'] < end and span['end'] > start for span in spans for start, end in wanted)


def marked(text):
    """The sentence without its marks, and where the source and the target stand in it."""
    spans, clean, at = {'s': [], 't': []}, '', 0
    for mark in re.finditer(r'<(/?)([st])>', text):
        clean += text[at:mark.start()]
        at = mark.end()
        if mark.group(1):
            spans[mark.group(2)][-1][1] = len(clean)
        else:
            spans[mark.group(2)].append([len(clean), len(clean)])
    return clean + text[at:], spans


def judge_plv(demarche, path):
    rows = [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8')][1:]
    sentences = [marked(row[4]) for row in rows]
    for row, (_, spans), record in zip(rows, sentences, code(demarche, [text for text, _ in sentences], '--sentences')):
        for event in real(record):
            actor, recipient = event['evidence'].get('actor', []), event['evidence'].get('recipient', [])
            if touches(actor, spans['s']) and (touches(recipient, spans['t']) or touches(actor, spans['t'])):
                yield event['confidence'], {'CONCEDE': 'YIELD', 'RETREAT': 'YIELD'}.get(event['type'], event['type']) == row[1]


def judge_quad(demarche, path):
    rows = [line.rstrip('\r\n').rsplit('\t', 1) for line in open(path, encoding='utf-8') if '\t' in line]
    for (_, gold), record in zip(rows, code(demarche, [text for text, _ in rows], '--sentences')):
        best = max(real(record), key=lambda event: event['confidence'], default=None)
        if best:
            yield best['confidence'], QUADS.get(best['quad'], 0) == int(gold)


def examples(folder):
    """(text, [events as lists of columns]) of all tables in a folder; the paragraphs of a passage are parted by ' ¶ '."""
    for path in sorted(glob.glob(os.path.join(folder, '*.tsv'))):
        rows = []
        for line in open(path, encoding='utf-8'):
            cells = line.rstrip('\n').split('\t')
            if line[0] == '#' or len(cells) != 8:
                continue
            if cells[0]:
                rows.append((cells[0].replace(' ¶ ', '\n\n'), []))
            if cells[2] != '-':
                rows[-1][1].append(cells)
        yield from rows


def places(text, words):
    """Where several phrases, joined by ' + ', stand as whole words: the first place of each, in a passage all."""
    found = []
    for phrase in filter(None, words.split(' + ')):
        phrase = phrase.split('=')[0]
        matches = list(re.finditer(r'(?<!\w)' + re.escape(phrase) + r'(?!\w)', text)) or list(re.finditer(re.escape(phrase), text))
        found += [(match.start(), match.end()) for match in (matches if '\n' in text else matches[:1])]
    return found


def is_meant(record, ids, words):
    """Whether a side has whomever each label of it means: He=Aaltonen, They=RUS|CHN; labels without a meaning are judged by their place alone."""
    entities = [entity for entity in record['entities'] if entity['id'] in ids]
    names = lambda entity: [entity['name'], entity['country'] or ''] + [mention['text'] for mention in entity['mentions']]
    return all(any(meant in name for entity in entities for name in names(entity))
               for phrase in words.split(' + ') if '=' in phrase for meant in phrase.split('=', 1)[1].split('|'))


def is_right(event, labels, record):
    evidence, text = event['evidence'], record['report']['text']
    unreal = lambda words: 'future' in words or 'hypothetical' in words
    for _, trigger, kind, _, status, actors, recipients, thirds in labels:
        actor, recipient, third = (places(text, words) for words in (actors, recipients, thirds))
        if kind != event['type'] or ('negated' in status) != ('negated' in event['status']):
            continue
        if not touches([evidence['trigger']], places(text, trigger)) and not (touches(evidence['actor'], actor) and touches(evidence['recipient'], recipient)):
            continue
        if not is_meant(record, event['actor'], actors) or not is_meant(record, event['recipient'] + event['actor'], recipients):
            continue
        actor_right = touches(evidence['actor'], actor) if actor else not evidence['actor']
        recipient_right = touches(evidence['recipient'], recipient) if recipient else not event['recipient'] or touches(evidence['recipient'], actor + third)
        if actor_right and recipient_right and (unreal(status) == unreal(event['status']) or kind in ('AGREE', 'THREATEN', 'REJECT', 'REQUEST')):
            return True
    return False


def judge_examples(demarche, folder):
    rows = list(examples(folder))
    for options, group in (('--sentences',), [row for row in rows if '\n' not in row[0]]), ((), [row for row in rows if '\n' in row[0]]):
        for (_, labels), record in zip(group, code(demarche, [text for text, _ in group], *options)):
            for event in record['events']:
                yield event['confidence'], is_right(event, labels, record)


def bins(judged):
    for tenth in range(TENTHS):
        inside = [one for one in judged if min(TENTHS - 1, int(one[0] * TENTHS)) == tenth]
        if inside:
            yield tenth, len(inside), sum(confidence for confidence, _ in inside) / len(inside), sum(right for _, right in inside) / len(inside)


def draw(rows, title, path):
    """The reliability diagram: a dot for each tenth, as large as it has events, against the diagonal."""
    most = max(count for _, count, _, _ in rows)
    dots = '\n'.join(f'<circle cx="{40 + 300 * mean:.1f}" cy="{320 - 300 * share:.1f}" r="{3 + 9 * (count / most) ** 0.5:.1f}"><title>{count} events: mean {mean:.2f}, right {share:.2f}</title></circle>'
                     for _, count, mean, share in rows)
    ticks = '\n'.join(f'<text x="{40 + 30 * i}" y="336" text-anchor="middle">{i / 10:.1f}</text><text x="34" y="{324 - 30 * i}" text-anchor="end">{i / 10:.1f}</text>' for i in range(0, 11, 2))
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'''<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 370" font-family="sans-serif" font-size="11">
<title>{title}</title>
<rect width="360" height="370" fill="#fff"/><rect x="40" y="20" width="300" height="300" fill="none" stroke="#999"/>
<path d="M40 320L340 20" stroke="#999" stroke-dasharray="4"/>
<g fill="#1f5fa8" fill-opacity="0.8">
{dots}
</g>
{ticks}
<text x="190" y="356" text-anchor="middle">confidence (mean of each tenth)</text><text x="190" y="14" text-anchor="middle">{title}</text>
<text x="12" y="170" text-anchor="middle" transform="rotate(-90 12 170)">share that is right</text>
</svg>
''')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('demarche')
    parser.add_argument('set', choices=['plv', 'quad', 'examples'])
    parser.add_argument('path')
    parser.add_argument('--svg')
    arguments = parser.parse_args()
    judge = {'plv': judge_plv, 'quad': judge_quad, 'examples': judge_examples}[arguments.set]
    judged = list(judge(arguments.demarche, arguments.path))
    rows = list(bins(judged))
    for tenth, count, mean, share in rows:
        print(f'{tenth / 10:.1f} to {(tenth + 1) / 10:.1f} {count:6} events  mean {mean:.3f}  right {share:.3f}')
    error = sum(count * abs(mean - share) for _, count, mean, share in rows) / len(judged)
    sure = [right for confidence, right in judged if confidence >= 0.9]
    print(f'reliability {arguments.set} n={len(judged)} right={sum(right for _, right in judged) / len(judged):.3f} calibration_error={error:.3f} at_0.9={sum(sure) / max(1, len(sure)):.3f} of {len(sure)}')
    if arguments.svg:
        draw(rows, f'Reliability: {arguments.set}, {len(judged)} events', arguments.svg)


main()
