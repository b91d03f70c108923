#!/usr/bin/env python3
"""Measures the coder on the samples against samples/truth.tsv. Standard library only.

    truth.py DEMARCHE

An event counts as found when one of its type (or of the type under 'also') rests on a sentence that holds its words;
with parties, when the countries of actor and recipient are among that event's, and at least one actor acts.
Last line: 'truth n=… type_found=… type_and_parties=…'.
"""
import json
import os
import subprocess
import sys

SAMPLES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'samples')
INPUTS = ('wire', 'daily', 'blog', 'ministry', 'broadcaster', 'archive.ndjson.gz')


def flat(text):
    return ' '.join(text.split())


def records(demarche):
    command = [demarche, 'code', *(os.path.join(SAMPLES, name) for name in INPUTS), '--format', 'ndjson']
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding='utf-8', check=True).stdout.splitlines()
    return {record['report']['id']: record for record in map(json.loads, lines)}


def truth():
    with open(os.path.join(SAMPLES, 'truth.tsv'), encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                report, kind, actor, recipient, _, evidence, also = (line.rstrip('\n').split('\t') + [''])[:7]
                name = report.split('#')[1] if '#' in report else os.path.splitext(os.path.basename(report))[0]
                yield name, {kind, also} - {''}, set(actor.split('+')) - {''}, set(recipient.split('+')) - {''}, flat(evidence)


def main(demarche):
    coded = records(demarche)
    number = types = parties = 0
    for report, kinds, actor, recipient, evidence in truth():
        record = coded[report]
        country = {entity['id']: entity['country'] for entity in record['entities']}
        text = record['report']['text']
        alike = [event for event in record['events'] if event['type'] in kinds
                 and evidence in flat(text[event['evidence']['start']:event['evidence']['end']])]
        number += 1
        types += bool(alike)
        parties += any(sides(event, country, actor, recipient) for event in alike)
    print(f'truth n={number} type_found={types / number:.3f} type_and_parties={parties / number:.3f}')


def sides(event, country, actor, recipient):
    acting = {country.get(one) for one in event['actor']}
    met = {country.get(one) for one in event['recipient']}
    return actor | recipient <= acting | met and (not actor or bool(acting & actor))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
