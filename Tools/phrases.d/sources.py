"""Finds the phrases in Swift sources.

A phrase is a literal, or literals with `+` between them, in one of these places:

    say("Erased: \\(code)")                         also with context: "…", and as .say(…)
    say(count, one: "1 day", other: "\\(.count) days")
    Sentence("\\(name) was let in.")                 what is said later; also with a plural
    rows.add("members", …)                         the first argument
    Table("CODE", "NAME"), Table([("CODE", .left)])
    Vocabulary(context: "a field", "body", "notes")
    CommandConfiguration.hearth("name", "What it is for.", notes: "…")
    ServiceError(.usage, "What happened.", hint: "What to do.")

Anything else in such a place is a failure with its line: a variable, a choice between two literals,
a call. What has a label of its own, such as rows.add(named: …) or ServiceError(.usage, said: …), is
no phrase. Values are numbered from %1 in their English order; `\\(.count)` is %n. Only files that import Languages are
read, and the compiler wants that import wherever there is a phrase.
"""

import re


class Failure(Exception):
    """A place that can't be understood."""


class Token:
    """A word, a sign or a literal of the source."""

    def __init__(self, kind, value, line, source=""):
        self.kind, self.value, self.line, self.source = kind, value, line, source


class Phrase:
    """A phrase with everything that the catalogue says of it."""

    def __init__(self, key, plural, context, values, path, line):
        self.key, self.plural, self.context = key, plural, context
        self.values, self.path, self.line = values, path, line


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "'": "'", "\\": "\\"}
WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
QUOTE = re.compile(r'(#*)("""|")')


class Scanner:
    """Takes a source apart."""

    def __init__(self, text, path, line=1):
        self.text, self.path, self.line, self.place = text, path, line, 0

    def fail(self, words):
        raise Failure(f"{self.path}:{self.line}: {words}")

    def step(self, count=1):
        piece = self.text[self.place:self.place + count]
        self.line += piece.count("\n")
        self.place += count
        return piece

    def comment(self):
        if self.text.startswith("//", self.place):
            end = self.text.find("\n", self.place)
            self.step((len(self.text) if end < 0 else end) - self.place)
            return True
        if not self.text.startswith("/*", self.place):
            return False
        depth = 0
        while True:
            if self.text.startswith("/*", self.place):
                depth += 1
                self.step(2)
            elif self.text.startswith("*/", self.place):
                depth -= 1
                self.step(2)
                if depth == 0:
                    return True
            elif not self.step():
                self.fail("a comment without an end")

    def tokens(self, until=None):
        """The tokens up to the end, or up to the bracket that closes an interpolation."""
        found, depth = [], 0
        while self.place < len(self.text):
            if self.comment():
                continue
            here = self.text[self.place]
            quote = QUOTE.match(self.text, self.place)
            word = WORD.match(self.text, self.place)
            if quote:
                start, line = self.place, self.line
                value = self.literal(quote)
                found.append(Token("literal", value, line, self.text[start:self.place]))
            elif word:
                found.append(Token("word", self.step(len(word.group())), self.line))
            elif here.isspace():
                self.step()
            else:
                depth += (here == "(") - (here == ")")
                if until and depth < 0:
                    return found
                found.append(Token("sign", self.step(), self.line))
        if until:
            self.fail("an interpolation without an end")
        return found

    def literal(self, quote):
        """The parts of a literal: texts, and the tokens and the source of interpolations."""
        hashes, marks = quote.groups()
        self.step(len(quote.group()))
        parts, text = [], ""
        end, escape = marks + hashes, "\\" + hashes
        while not self.text.startswith(end, self.place):
            if self.place >= len(self.text) or (marks == '"' and self.text[self.place] == "\n"):
                self.fail("a literal without an end")
            if self.text.startswith(escape + "(", self.place):
                self.step(len(escape) + 1)
                start = self.place
                inner = self.tokens(until=")")
                source = " ".join(self.text[start:self.place].split())
                self.step()
                parts += [("text", text), ("value", inner, source)]
                text = ""
            elif self.text.startswith(escape, self.place):
                self.step(len(escape))
                text += self.escaped()
            else:
                text += self.step()
        self.step(len(end))
        parts.append(("text", text))
        return unindented(parts) if marks == '"""' else joined(parts)

    def escaped(self):
        sign = self.step()
        if sign == "u":
            end = self.text.index("}", self.place)
            return chr(int(self.step(end + 1 - self.place)[1:-1], 16))
        if sign in " \t\n":
            # The line goes on in the next one of the source.
            while sign != "\n":
                sign = self.step()
            return "\v"
        if sign not in ESCAPES:
            self.fail(f"an unknown escape \\{sign}")
        return {"\n": "\f"}.get(ESCAPES[sign], ESCAPES[sign])


def joined(parts):
    """Takes the marks of written line feeds out of a literal."""
    return [(p[0], p[1].replace("\f", "\n")) if p[0] == "text" else p for p in parts]


def unindented(parts):
    """A literal of several lines without the blanks that its last line begins with."""
    margin = len(parts[-1][1].replace("\v", "\n").rsplit("\n", 1)[-1])
    result = []
    for part in parts:
        if part[0] == "text":
            text = re.sub(r"([\n\v]) {0,%d}" % margin, r"\1", part[1])
            part = ("text", text.replace("\v", ""))
        result.append(part)
    first, last = result[0][1], result[-1][1]
    result[0] = ("text", first[1:] if first.startswith("\n") else first)
    last = result[-1][1]
    result[-1] = ("text", last[:-1] if last.endswith("\n") else last)
    return joined(result)


def arguments(tokens, start):
    """The arguments of a call whose bracket opens at a place, each with its label."""
    depth, current, found = 0, [], []
    for token in tokens[start:]:
        sign = token.value if token.kind == "sign" else ""
        depth += (sign in tuple("([{")) - (sign in tuple(")]}"))
        if depth == 0 or (depth == 1 and sign == ","):
            if current:
                found.append(current)
            current = []
            if depth == 0:
                break
        elif token is not tokens[start]:
            current.append(token)
    labelled = []
    for tokens in found:
        is_labelled = len(tokens) > 1 and tokens[0].kind == "word" and tokens[1].value == ":"
        labelled.append((tokens[0].value, tokens[2:]) if is_labelled else (None, tokens))
    return labelled


class Extractor:
    """Finds the phrases of a file."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.phrases, self.failures = [], []

    def run(self):
        if "import Languages" not in self.text and "/Languages/" not in self.path:
            return self
        scanner = Scanner(self.text, self.path)
        try:
            self.search(scanner.tokens(), scanner)
        except Failure as failure:
            self.failures.append(str(failure))
        return self

    def search(self, tokens, scanner):
        for index, token in enumerate(tokens):
            if token.kind == "literal":
                for part in token.value:
                    if part[0] == "value":
                        self.search(part[1], scanner)
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if token.kind != "word" or not following or following.value != "(":
                continue
            before = [t.value for t in tokens[max(0, index - 2):index] if t.kind != "literal"]
            if before[-1:] == ["func"]:
                continue
            form = self.form(token.value, before)
            given = arguments(tokens, index + 1) if form else []
            if not given:
                continue
            try:
                form(given, token.line)
            except Failure as failure:
                self.failures.append(f"{self.path}:{token.line}: {failure}")

    def form(self, name, before):
        if name == "add" and before == ["rows", "."]:
            return self.first
        if name == "hearth" and before[-1:] == ["."]:
            return self.configuration
        forms = {
            "say": self.say, "Sentence": self.say, "Table": self.table, "Vocabulary": self.names,
            "ServiceError": self.error,
        }
        return forms.get(name)

    def first(self, given, line):
        if given[0][0] is None:
            self.add(given[0][1], None, None, line)

    def say(self, given, line):
        named = dict(given)
        if "verbatim" in named:
            return
        context = None
        if "context" in named:
            context, values = self.literal(named["context"])
            if values:
                raise Failure("the context is a literal without values")
        if "one" in named:
            self.add(named["one"], named.get("other"), context, line)
        else:
            self.add(given[0][1], None, context, line)

    def table(self, given, line):
        if given[0][0]:
            return
        titles = [t for _, tokens in given for t in tokens if t.kind == "literal"]
        if not titles:
            raise Failure("the titles of a table are literals")
        for title in titles:
            if title.value != [("text", "")]:
                self.add([title], None, None, line)

    def configuration(self, given, line):
        self.add(given[1][1], None, None, line)
        for label, tokens in given:
            if label == "notes":
                self.add(tokens, None, None, line)

    def error(self, given, line):
        # Where the sentence has a label it was said before, and so was the hint.
        if len(given) < 2 or given[0][0] or given[1][0]:
            return
        self.add(given[1][1], None, None, line)
        for label, tokens in given:
            if label == "hint":
                self.add(tokens, None, None, line)

    def names(self, given, line):
        context, _ = self.literal(given[0][1])
        for _, tokens in given[1:]:
            self.add(tokens, None, context, line)

    def add(self, tokens, plural, context, line):
        key, values = self.literal(tokens)
        other = None
        if plural is not None:
            other, more = self.literal(plural)
            if more != values:
                raise Failure("both forms of a plural put in the same values in the same order")
        if not key:
            raise Failure("a phrase has words")
        self.phrases.append(Phrase(key, other, context, values, self.path, line))

    def literal(self, tokens):
        """The key of a phrase, and the sources of its values."""
        key, values = "", []
        for index, token in enumerate(tokens):
            if index % 2 == 1 and token.kind == "sign" and token.value == "+":
                continue
            if index % 2 == 1 or token.kind != "literal":
                raise Failure(
                    "a phrase is a literal, or literals with + between them, and nothing else")
            for part in token.value:
                if part[0] == "text":
                    key += part[1].replace("%", "%%")
                elif part[2] == ".count":
                    key += "%n"
                else:
                    values.append(part[2])
                    key += f"%{len(values)}"
        if not tokens or tokens[-1].kind != "literal":
            raise Failure("a phrase is a literal")
        if len(values) > 9:
            raise Failure("a phrase puts in at most nine values")
        return key, values
