#!/usr/bin/env python3
"""Measures the coder from start to finish of the process. Standard library only.

    speed.py DEMARCHE [REPORTS [THREADS]]

Codes REPORTS reports (2,000 where nothing is said), made of the texts in samples/ over and over, each with a sentence
of its own so that none equals another. Prints reports and words a second and the peak of memory; then what it takes to
start and code one short report, the median of ten.
"""
import glob
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def texts():
    paths = sorted(glob.glob(os.path.join(ROOT, 'samples', '**', '*.txt'), recursive=True))
    if not paths:
        sys.exit('there are no texts in samples/')
    return [decode(open(path, 'rb').read()) for path in paths]


def decode(raw):
    """Some samples are not UTF-8, on purpose."""
    try:
        return raw.decode('utf-8-sig')
    except UnicodeDecodeError:
        return raw.decode('cp1252', 'replace')


def timed(command):
    """Seconds, seconds of processor time, and the most memory that the process held, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{command[0]} ended with status {process.returncode}')
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(demarche, reports=2000, threads=None):
    bodies, words = texts(), 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'reports.ndjson')
        with open(path, 'w', encoding='utf-8') as file:
            for i in range(reports):
                text = f'{bodies[i % len(bodies)]}\n\nThis was report number {i} of the day.\n'
                words += len(text.split())
                file.write(json.dumps({'id': f'r{i}', 'text': text, 'published': '2018-01-01'}) + '\n')
        seconds, cpu, memory = timed([demarche, 'code', path, '--format', 'ndjson'] + (['--threads', str(threads)] if threads else []))
        print(f'{reports} reports, {words} words: {seconds:.1f} s, {reports / seconds:.0f} reports/s, {words / seconds:.0f} words/s, peak {memory:.0f} MB; '
              f'{cpu:.1f} s of processor time, {words / cpu:.0f} words/s of it')

        short = os.path.join(folder, 'short.txt')
        with open(short, 'w', encoding='utf-8') as file:
            file.write('The Japanese foreign minister met his Russian counterpart in Moscow on Friday.\n')
        starts = [timed([demarche, 'code', short, '--format', 'ndjson']) for _ in range(10)]
        walls, cpus = [s[0] for s in starts], [s[1] for s in starts]
        print(f'one short report: median {1000 * statistics.median(walls):.0f} ms, fastest {1000 * min(walls):.0f} ms; '
              f'{1000 * statistics.median(cpus):.0f} ms of processor time')


if __name__ == '__main__':
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
