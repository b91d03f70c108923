#!/usr/bin/env python3
"""Compares what `demarche extract` says about pages with what the pages state (tests/gold/pages.tsv). Standard library only.

    pages.py DEMARCHE PAGES [--labels FILE] [--part dev|held] [--show N]

PAGES is a folder with html/ID.html.gz, one for each page of the labels. A date is right when its day is, or, where both
give a time with its zone, when they are the same moment; an author list when all its people are, in any order; a title when
its letters and digits are; an outlet when it is one of those labelled. What the page does not state must not be stated.
Wrong is a value that is not right, missing is none where the page states one. --show prints up to N misses.
The last line has the figures, per cent.
"""
import argparse
import datetime
import gzip
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import unicodedata

FIELDS = ('published', 'title', 'authors', 'outlet')


def read_labels(file_name, part):
    with open(file_name, encoding='utf-8') as file:
        lines = [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]
    rows = [dict(zip(lines[0], line)) for line in lines[1:]]
    return [row for row in rows if part in (None, row['part'])]


def extract(demarche, pages, labels):
    """The extracted reports by label; each page is found by the start of its name."""
    names = {name[:16]: name for name in os.listdir(os.path.join(pages, 'html'))}
    with tempfile.TemporaryDirectory() as folder:
        for row in labels:
            with gzip.open(os.path.join(pages, 'html', names[row['page']])) as page:
                with open(os.path.join(folder, row['page'] + '.html'), 'wb') as copy:
                    copy.write(page.read())
        done = subprocess.run([*shlex.split(demarche), 'extract', folder, '--format', 'ndjson'], capture_output=True, text=True, encoding='utf-8')
    if done.returncode != 0:
        sys.exit(f'demarche ended with status {done.returncode}: {done.stderr[-500:]}')
    return {report['id']: report for report in map(json.loads, done.stdout.splitlines())}


def key(text):
    return ''.join(sign for sign in unicodedata.normalize('NFC', text).lower() if sign.isalnum())


def outlet_key(text):
    return key(re.sub(r'^the |\.(com|ca|co\.uk|info)$', '', text.lower()))


def same_date(label, found):
    if label[:10] == found[:10]:
        return True
    return len(label) > 10 and len(found) > 10 and datetime.datetime.fromisoformat(label) == datetime.datetime.fromisoformat(found)


def same_moment(label, found):
    """Whether hour and minute are right too; seconds are often left out."""
    if len(label) <= 10 or found is None or len(found) <= 10:
        return False
    return abs(datetime.datetime.fromisoformat(label) - datetime.datetime.fromisoformat(found)) < datetime.timedelta(minutes=1)


def people(names):
    return {key(name) for name in names}


def verdict(field, label, report):
    found = report.get(field)
    alternatives = label.split('|')
    if field == 'authors':
        if people(found) in [people([] if one == '-' else one.split(';')) for one in alternatives]:
            return 'right'
        return 'wrong' if found else 'missing'
    if found is None:
        return 'right' if '-' in alternatives else 'missing'
    right = {
        'published': lambda: label != '-' and same_date(label, found),
        'title': lambda: hashlib.sha256(key(found).encode()).hexdigest()[:16] == label,
        'outlet': lambda: outlet_key(found) in map(outlet_key, alternatives),
    }[field]()
    return 'right' if right else 'wrong'


def main(arguments):
    labels = read_labels(arguments.labels, arguments.part)
    reports = extract(arguments.demarche, arguments.pages, labels)
    figures, shown = [], 0
    for field in FIELDS:
        verdicts = [(row, verdict(field, row[field], reports[row['page']])) for row in labels]
        count = {name: sum(1 for _, said in verdicts if said == name) for name in ('right', 'wrong', 'missing')}
        figures.append(f"{field}={100 * count['right'] / len(labels):.1f} {field}_wrong={count['wrong']} {field}_missing={count['missing']}")
        for row, said in verdicts:
            if said != 'right' and shown < arguments.show:
                shown += 1
                print(f"{said.upper()} {field} {row['page']} label {row[field]} ({row['where']}), found {reports[row['page']].get(field)}")
    timed = [row for row in labels if len(row['published']) > 10]
    times = sum(same_moment(row['published'], reports[row['page']]['published']) for row in timed)
    stubs = sum(any('list of other reports' in warning or 'subscribers' in warning for warning in report['warnings']) for report in reports.values())
    print(f'pages n={len(labels)}', *figures, f'times={100 * times / max(1, len(timed)):.1f} called_stub_or_index={stubs}')
    return 0


if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('demarche')
    options.add_argument('pages')
    options.add_argument('--labels', default=os.path.join(here, '..', 'tests', 'gold', 'pages.tsv'))
    options.add_argument('--part', choices=('dev', 'held'))
    options.add_argument('--show', type=int, default=0)
    sys.exit(main(options.parse_args()))
