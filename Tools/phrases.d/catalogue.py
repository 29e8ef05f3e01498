"""Reads, writes and compares catalogues in the format of gettext."""

import re

QUOTED = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"((?:[^"\\]|\\.)*)"\s*$')
PLACE = re.compile(r"%%|%([1-9n])")


class Entry:
    """An English text with its translation."""

    def __init__(self):
        self.comments, self.flags = [], ""
        self.context, self.key, self.plural, self.forms = None, None, None, []

    @property
    def name(self):
        return (self.context, self.key)

    @property
    def is_done(self):
        return bool(self.forms) and all(self.forms) and "fuzzy" not in self.flags


def unescaped(text):
    signs = {"n": "\n", "t": "\t"}
    return re.sub(r"\\(.)", lambda m: signs.get(m.group(1), m.group(1)), text)


def escaped(text):
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(sign, written)
    return text


def read(path):
    """The comment at the top of a file, its head, and its entries."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    top, entries, entry, field = [], [], Entry(), None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            if entry.forms:
                entries.append(entry)
                entry = Entry()
            elif entry.comments and not entries:
                top += entry.comments + [""]
                entry = Entry()
            field = None
            continue
        if line.startswith("#"):
            if line.startswith("#,"):
                entry.flags = line[2:].strip()
            elif not line.startswith(("#.", "#:", "#~")):
                entry.comments.append(line)
            continue
        match = QUOTED.match(line)
        if not match:
            raise ValueError(f"{path}:{number}: not a line of a catalogue")
        keyword, text = match.group(1) or field, unescaped(match.group(2))
        is_more = match.group(1) is None
        field = keyword
        if keyword == "msgctxt":
            entry.context = (entry.context if is_more else "") + text
        elif keyword == "msgid":
            entry.key = (entry.key if is_more else "") + text
        elif keyword == "msgid_plural":
            entry.plural = (entry.plural if is_more else "") + text
        elif is_more:
            entry.forms[-1] += text
        else:
            entry.forms.append(text)
    if entry.forms:
        entries.append(entry)
    return top, entries[0], entries[1:]


def field(keyword, text, is_compact):
    if is_compact or "\n" not in text[:-1]:
        return [f'{keyword} "{escaped(text)}"']
    pieces = [piece for piece in re.split(r"(?<=\n)", text) if piece]
    return [f'{keyword} ""'] + [f'"{escaped(piece)}"' for piece in pieces]


def written(entry, is_compact=False):
    """The lines of an entry."""
    lines = [] if is_compact else list(entry.comments)
    if entry.flags:
        lines.append(f"#, {entry.flags}")
    if entry.context is not None:
        lines += field("msgctxt", entry.context, is_compact)
    lines += field("msgid", entry.key, is_compact)
    if entry.plural is None:
        return lines + field("msgstr", entry.forms[0], is_compact)
    lines += field("msgid_plural", entry.plural, is_compact)
    for index, form in enumerate(entry.forms):
        lines += field(f"msgstr[{index}]", form, is_compact)
    return lines


def places(text):
    """What a text puts in."""
    return {match.group(1) for match in PLACE.finditer(text) if match.group(1)}


def complaints(entry):
    """What is wrong with a translation."""
    name = f'"{entry.key}"' + (f" ({entry.context})" if entry.context else "")
    if "fuzzy" in entry.flags:
        return [f"fuzzy: {name}"]
    if not entry.is_done:
        return [f"untranslated: {name}"]
    wanted = places(entry.plural or entry.key) - {"n"}
    for form in entry.forms:
        found = places(form)
        is_count_wrong = "n" in found and entry.plural is None
        if found - {"n"} != wanted or is_count_wrong or "%" in PLACE.sub("", form):
            return [f"other values than the English text: {name}"]
    return []


def form_count(head):
    """How many forms a plural has, as the head of a catalogue says."""
    match = re.search(r"nplurals=(\d)", head.forms[0])
    return int(match.group(1)) if match else 2
