"""Finds sentences in the sources that no catalogue holds.

Two words in a row in a literal are a sentence for somebody. It is in the catalogue, or it is one
of these:

    logger.warning("the databases could not be tidied")     the log is for engineers, in English
    "hearth ask --tag press"                                what is typed stays as it is
    "<p class=\"line\"></p>"                                what a browser reads and nobody sees
    a file of `english.txt`, or a literal of it             each under the reason why it stays

A literal of one word is not found: nobody can tell it from a name, a field or a format.
"""

import fnmatch
import re

import sources

LIST = "Tools/phrases.d/english.txt"
WORDS = re.compile(r"[A-Za-z’']{2,}[ ,]+[%A-Za-z]")
COMMAND = re.compile(r"\s*(hearthd?|chmod|export|--[a-z-]+)[ =]|% *hearthd? ")
MARKUP = re.compile(r"[^{}]*\{[^{}]*\}|<[^<>]*>")


class Finder(sources.Extractor):
    """Finds the literals of a file that hold no phrase."""

    def __init__(self, path, text):
        super().__init__(path, text)
        self.said = set()

    def literal(self, tokens):
        self.said.update(id(token) for token in tokens if token.kind == "literal")
        return super().literal(tokens)

    def found(self):
        """Each literal with words, as a line of the list writes it."""
        scanner = sources.Scanner(self.text, self.path)
        try:
            tokens = scanner.tokens()
        except sources.Failure as failure:
            return [(0, str(failure))]
        self.search(tokens, scanner)
        return [
            (token.line, words) for token in literals(tokens)
            if id(token) not in self.said and (words := shown(token)) and WORDS.search(MARKUP.sub(" ", words))
            and not words.isupper() and not COMMAND.match(words)
        ]


def shown(token):
    """The words of a literal on one line, with % for what is put in."""
    text = "".join(part[1] if part[0] == "text" else "%" for part in token.value)
    return " ".join(text.split())


def literals(tokens):
    """All literals but those that the log gets, those within others too."""
    for index, token in enumerate(tokens):
        if token.kind != "literal":
            continue
        before = [t.value for t in tokens[max(0, index - 4):index] if t.kind != "literal"]
        if before[:2] != ["logger", "."] or before[-1:] != ["("]:
            yield token
        for part in token.value:
            if part[0] == "value":
                yield from literals(part[1])


def allowed():
    """The files and the literals that stay English: patterns, and pairs of a path and words."""
    files, words = [], []
    with open(LIST, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            path, colon, text = line.partition(": ")
            if colon:
                words.append((path, text))
            else:
                files.append(path)
    return files, words


def complaints(paths):
    """What is in no catalogue and not in the list, and what the list has in vain."""
    files, words = allowed()
    unused, failures, empty = set(words), [], set(files)
    for path in paths:
        patterns = [pattern for pattern in files if fnmatch.fnmatch(path, pattern)]
        empty.difference_update(patterns)
        if patterns:
            continue
        with open(path, encoding="utf-8") as file:
            found = Finder(path, file.read()).found()
        for line, text in found:
            if (path, text) in words:
                unused.discard((path, text))
            else:
                failures.append(
                    f'{path}:{line}: in no catalogue: "{text}": say it, or list it in {LIST}')
    failures += [f'{LIST}: no longer there: "{path}: {text}"' for path, text in sorted(unused)]
    return failures + [f'{LIST}: no such file: "{pattern}"' for pattern in sorted(empty)]
