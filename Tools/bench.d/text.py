#!/usr/bin/env python3
"""Replays editing traces with Loro and with Yrs (pycrdt), for the benchmark `text`.

Reads requests from standard input, one word a line, measures each once, and answers with one line
of JSON. So the caller can let it take turns with what it measures itself. Times are processor time. Every result is compared
with the end that the trace gives; a wrong one ends the program.

  loro-local         automerge-paper, one transaction for all edits: the fastest that Loro offers
  loro-local-each    the same, one commit an edit, as typing does it
  pycrdt-local       the same with Yrs, one transaction an edit
  loro-merge         friendsforever, update by update, into an empty document
  pycrdt-merge       the same with Yrs
  loro-open          reading automerge-paper from Loro's snapshot until its text is there
  pycrdt-open        reading it from the state that Yrs stores
  loro-memory, pycrdt-memory
                     opening it several times: bytes of memory that each takes; give this to a
                     process that has done nothing else

usage: Tools/bench.d/text.py FOLDER_OF_THE_TRACES
"""

import gc
import gzip
import json
import multiprocessing
import pathlib
import sys
import time

import loro
import pycrdt


def load(name):
    path = pathlib.Path(sys.argv[1]) / f"{name}.json.gz"
    with gzip.open(path, encoding="utf-8", mode="rt") as file:
        return json.load(file)


def resident():
    """Bytes of memory that the process has now."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096


def expect(what, left, right):
    if left != right:
        sys.exit(f"{what} made another text than the trace says")


def patches(trace):
    return [tuple(patch) for txn in trace["txns"] for patch in txn["patches"]]


paper = load("automerge-paper")
friends = load("friendsforever")
paper_patches = patches(paper)


def loro_local(each):
    start = time.process_time()
    document = loro.LoroDoc()
    document.peer_id = 1
    text = document.get_text("text")
    for position, deleted, inserted in paper_patches:
        if deleted:
            text.delete(position, deleted)
        if inserted:
            text.insert(position, inserted)
        if each:
            document.commit()
    document.commit()
    seconds = time.process_time() - start
    expect("Loro", text.to_string(), paper["endContent"])
    return document, {"milliseconds": seconds * 1000}


def pycrdt_local():
    start = time.process_time()
    document = pycrdt.Doc(client_id=1)
    text = document.get("text", type=pycrdt.Text)
    for position, deleted, inserted in paper_patches:
        if deleted:
            del text[position:position + deleted]
        if inserted:
            text.insert(position, inserted)
    seconds = time.process_time() - start
    expect("Yrs", str(text), paper["endContent"])
    return document, {"milliseconds": seconds * 1000}


def loro_updates():
    """The update of each transaction, made by a document for each person."""
    documents = [loro.LoroDoc() for _ in range(friends["numAgents"])]
    for agent, document in enumerate(documents):
        document.peer_id = agent + 1
    known = [set() for _ in documents]
    updates = []
    for number, txn in enumerate(friends["txns"]):
        document, have = documents[txn["agent"]], known[txn["agent"]]
        import_missing(number, txn, have, lambda i: document.import_(updates[i]))
        before = document.oplog_vv
        text = document.get_text("text")
        for position, deleted, inserted in txn["patches"]:
            if deleted:
                text.delete(position, deleted)
            if inserted:
                text.insert(position, inserted)
        document.commit()
        updates.append(document.export(loro.ExportMode.Updates(before)))
        have.add(number)
    return updates


def pycrdt_updates():
    documents = [pycrdt.Doc(client_id=agent + 1) for agent in range(friends["numAgents"])]
    made = []
    for document in documents:
        document.get("text", type=pycrdt.Text)
        document.observe(lambda event: made.append(event.update))
    known = [set() for _ in documents]
    updates = []
    for number, txn in enumerate(friends["txns"]):
        document, have = documents[txn["agent"]], known[txn["agent"]]
        import_missing(number, txn, have, lambda i: document.apply_update(updates[i]))
        text = document.get("text", type=pycrdt.Text)
        made.clear()
        with document.transaction():
            for position, deleted, inserted in txn["patches"]:
                if deleted:
                    del text[position:position + deleted]
                if inserted:
                    text.insert(position, inserted)
        updates.append(made[-1])
        have.add(number)
    return updates


def import_missing(number, txn, have, take):
    """Gives a document what a transaction knew of, in order."""
    missing, stack = set(), list(txn["parents"])
    while stack:
        parent = stack.pop()
        if parent not in have and parent not in missing:
            missing.add(parent)
            stack.extend(friends["txns"][parent]["parents"])
    for parent in sorted(missing):
        take(parent)
    have.update(missing)


cache = {}


def cached(name, make):
    if name not in cache:
        cache[name] = make()
    return cache[name]


def loro_merge():
    updates = cached("loro updates", loro_updates)
    start = time.process_time()
    document = loro.LoroDoc()
    for update in updates:
        document.import_(update)
    text = document.get_text("text").to_string()
    seconds = time.process_time() - start
    expect("Loro", text, friends["endContent"])
    return {"milliseconds": seconds * 1000, "bytes": sum(map(len, updates))}


def pycrdt_merge():
    updates = cached("pycrdt updates", pycrdt_updates)
    start = time.process_time()
    document = pycrdt.Doc()
    text = document.get("text", type=pycrdt.Text)
    for update in updates:
        document.apply_update(update)
    end = str(text)
    seconds = time.process_time() - start
    expect("Yrs", end, friends["endContent"])
    return {"milliseconds": seconds * 1000, "bytes": sum(map(len, updates))}


def loro_open():
    stored = cached("loro stored", lambda: store("loro"))
    start = time.process_time()
    document = loro.LoroDoc()
    document.import_(stored)
    text = document.get_text("text").to_string()
    seconds = time.process_time() - start
    expect("Loro", text, paper["endContent"])
    return {"milliseconds": seconds * 1000, "bytes": len(stored)}


def pycrdt_open():
    stored = cached("pycrdt stored", lambda: store("pycrdt"))
    start = time.process_time()
    document = pycrdt.Doc()
    text = document.get("text", type=pycrdt.Text)
    document.apply_update(stored)
    end = str(text)
    seconds = time.process_time() - start
    expect("Yrs", end, paper["endContent"])
    return {"milliseconds": seconds * 1000, "bytes": len(stored)}


def memory(name):
    """What a stored text takes when it is open, of several; the storing is another process's."""
    copies = 20
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        stored = pool.apply(store, (name,))
    before = resident()
    documents = [open_stored(name, stored) for _ in range(copies)]
    return {"milliseconds": 0, "memory": (resident() - before) // len(documents)}


def store(name):
    if name == "loro":
        return loro_local(each=False)[0].export(loro.ExportMode.Snapshot())
    return pycrdt_local()[0].get_update()


def open_stored(name, stored):
    if name == "loro":
        document = loro.LoroDoc()
        document.import_(stored)
        expect("Loro", document.get_text("text").to_string(), paper["endContent"])
    else:
        document = pycrdt.Doc()
        text = document.get("text", type=pycrdt.Text)
        document.apply_update(stored)
        expect("Yrs", str(text), paper["endContent"])
    return document


requests = {
    "loro-memory": lambda: memory("loro"),
    "pycrdt-memory": lambda: memory("pycrdt"),
    "loro-local": lambda: loro_local(each=False)[1],
    "loro-local-each": lambda: loro_local(each=True)[1],
    "pycrdt-local": lambda: pycrdt_local()[1],
    "loro-merge": loro_merge,
    "pycrdt-merge": pycrdt_merge,
    "loro-open": loro_open,
    "pycrdt-open": pycrdt_open,
}

if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(requests[line.strip()]()), flush=True)
