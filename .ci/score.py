#!/usr/bin/env python3
"""Runs the shared scorers and compares their figures with what must hold. Standard library only.

    score.py FLOORS SHARED DEMARCHE

FLOORS is a JSON list of {"task", "gold", "figure", "floor"} or {…, "ceiling"}: the task and the gold data (below SHARED)
as tools/score.py takes them, a figure by its name on the last line that it prints, and the value that must not be
fallen below or exceeded. Task 'pages' is pages.py beside this script; tasks that begin with 'evaluate ' are those of
tests/Demarche.Evaluation, which must be built. Where "tool" stands instead of "gold",
that script of this repository scores its own gold. Each task is run once, whatever the number of its figures. A figure such
as 5/5 counts as its quotient. Last line: 'scores: N held, N fell'. Exit status 0 when none fell.
"""
import json
import os
import re
import subprocess
import sys

EVALUATION = 'tests/Demarche.Evaluation/bin/Release/net10.0/Demarche.Evaluation.dll'


def command_of(pin, gold, shared, demarche):
    task = pin['task']
    if 'tool' in pin:
        return [sys.executable, gold, demarche, task]
    if task.startswith('evaluate '):
        _, name, *options = task.split()
        return ['dotnet', EVALUATION, name, gold, *options]
    if task == 'pages':
        return [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'pages.py'), demarche, gold]
    return [sys.executable, os.path.join(shared, 'tools', 'score.py'), task, gold, '--demarche', demarche]


def run(command):
    """The figures that one task prints, by name; None when the scorer failed, and what it printed."""
    done = subprocess.run(command, capture_output=True, text=True, encoding='utf-8')
    lines = done.stdout.strip().splitlines()
    if done.returncode != 0 or not lines:
        return None, (done.stdout + done.stderr).strip()
    found = {}
    for name, value, of in re.findall(r'(\S+)=(-?\d+(?:\.\d+)?)(?:/(\d+))?', lines[-1]):
        number = float(value) / float(of) if of and float(of) else float(value)
        found[name] = None if name in found else number  # a name that stands twice tells nothing
    return found, lines[-1]


def main(floors_file, shared, demarche):
    with open(floors_file, encoding='utf-8') as file:
        floors = json.load(file)
    held = fell = 0
    results = {}
    for pin in floors:
        task, own = pin['task'], 'tool' in pin
        gold = pin['tool'] if own else os.path.join(shared, pin['gold'])
        if (task, gold) not in results:
            if not own and not os.path.exists(gold):
                results[task, gold] = {}, None
                print(f"{task} {pin['gold']}: skipped, the data is not there.")
            else:
                results[task, gold] = run(command_of(pin, gold, shared, demarche))
                print(f"{task} {gold if own else pin['gold']}: {results[task, gold][1]}", flush=True)
        figures, said = results[task, gold]
        if said is None:
            continue
        got = None if figures is None else figures.get(pin['figure'])
        floor, ceiling = pin.get('floor'), pin.get('ceiling')
        good = got is not None and (floor is None or got >= floor) and (ceiling is None or got <= ceiling)
        bound = ' '.join(f'{word} {value}' for word, value in (('floor', floor), ('ceiling', ceiling)) if value is not None)
        print(f"  {'held' if good else 'FELL'}  {task} {pin['figure']} = {'no figure' if got is None else f'{got:g}'} ({bound})")
        held, fell = held + good, fell + (not good)
    print(f'scores: {held} held, {fell} fell')
    return 0 if fell == 0 else 1


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
