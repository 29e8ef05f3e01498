"""Reads batches of edits and makes the text of them, as chapter 18 describes it.

Slowly and plainly: a tree of characters, and for each event the set of all that it knew of.
"""


class Refused(Exception):
    """Bytes that section 3 refuses."""


def number(data, at):
    value = shift = 0
    while True:
        if at >= len(data):
            raise Refused("truncated")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            if (byte == 0 and shift > 0) or value >= 1 << 64:
                raise Refused("number")
            return value, at
        shift += 7


def zigzag(value):
    return value >> 1 if value % 2 == 0 else -(value + 1 >> 1)


def block(data, at):
    size, at = number(data, at)
    if at + size > len(data):
        raise Refused("truncated")
    return data[at:at + size], at + size


def read_batch(author, data):
    """The first event, the parents and the edits of a batch."""
    first, at = number(data, 0)
    count, at = number(data, at)
    if count > 1024 or len(data) > 61440:
        raise Refused("limit")
    parents = []
    for _ in range(count):
        name = data[at:at + 32]
        if len(name) < 32 or name == author or (parents and parents[-1][0] >= name):
            raise Refused("parents")
        event, at = number(data, at + 32)
        parents.append((name, event))
    edits, cursor = [], 0
    while at < len(data):
        head, at = number(data, at)
        position, kind = cursor + zigzag(head >> 2), head & 3
        if position < 0 or kind == 3:
            raise Refused("edit")
        if kind == 0:
            content, at = block(data, at)
            try:
                text = content.decode()
            except UnicodeDecodeError as error:
                raise Refused("text") from error
            edits.append((position, 0, text))
            cursor, size = position + len(text), len(text)
        else:
            size, at = number(data, at)
            edits.append((position, kind, size))
            cursor = position
        if size == 0:
            raise Refused("nothing")
    if not edits:
        raise Refused("no edit")
    return first, parents, edits


class Character:
    def __init__(self, name, value, parent, side, right):
        self.name, self.value, self.parent, self.side, self.right = name, value, parent, side, right
        self.children, self.deletions = {"left": [], "right": []}, []

    def path(self):
        return (self.parent.path() if self.parent else []) + [self]


class Text:
    """Section 4."""

    def __init__(self):
        self.root = Character(None, "", None, "right", None)
        self.known = {}

    def before(self, one, other):
        """Whether a sibling stands before another of its side."""
        if one.side == "right" and one.right is not other.right:
            if one.right is None or other.right is None:
                return one.right is None
            return self.stands(other.right, one.right)
        return one.name < other.name

    def stands(self, one, other):
        """Whether a character stands before another."""
        first, second = one.path(), other.path()
        depth = 0
        while depth < min(len(first), len(second)) and first[depth] is second[depth]:
            depth += 1
        if depth == len(first):
            return second[depth].side == "right"
        if depth == len(second):
            return first[depth].side == "left"
        if first[depth].side != second[depth].side:
            return first[depth].side == "left"
        return self.before(first[depth], second[depth])

    def walk(self, node=None):
        node = node or self.root
        for child in node.children["left"]:
            yield from self.walk(child)
        if node is not self.root:
            yield node
        for child in node.children["right"]:
            yield from self.walk(child)

    def insert(self, value, position, name, past):
        seen = [node for node in self.walk() if node.name in past]
        there = [node for node in seen if not past & set(node.deletions)]
        left = there[position - 1] if position else self.root
        place = seen.index(left) + 1 if position else 0
        right = seen[place] if place < len(seen) else None
        if any(child.name in past for child in left.children["right"]):
            node = Character(name, value, right, "left", None)
        else:
            node = Character(name, value, left, "right", right)
        siblings = node.parent.children[node.side]
        place = 0
        while place < len(siblings) and self.before(siblings[place], node):
            place += 1
        siblings.insert(place, node)

    def merge(self, author, first, parents, edits):
        """Takes in a batch; False if something that it is based on hasn't come."""
        heads = parents + ([(author, first - 1)] if first else [])
        if any(head not in self.known for head in heads):
            return False
        past = set().union(*(self.known[head] for head in heads))
        event = first
        for position, kind, content in edits:
            for step in range(content if kind else len(content)):
                name = (author, event)
                if kind == 0:
                    self.insert(content[step], position + step, name, past)
                else:
                    there = [node for node in self.walk()
                             if node.name in past and not past & set(node.deletions)]
                    back = content - 1 - step if kind == 2 else 0
                    there[position + back].deletions.append(name)
                past = past | {name}
                self.known[name] = past
                event += 1
        return True

    def __str__(self):
        return "".join(node.value for node in self.walk() if not node.deletions)


def text_vectors(vectors, check):
    """Recomputes `text.json`, the batches from the last to the first."""
    for case in vectors["scenarios"]:
        waiting = []
        for batch in case["batches"]:
            author = bytes.fromhex(batch["author"])
            first, parents, edits = read_batch(author, bytes.fromhex(batch["bytes"]))
            claimed = [(edit["at"], 0, bytes.fromhex(edit["insert"]).decode()) if "insert" in edit
                       else (edit["at"], 2 if edit["backward"] else 1, edit["delete"])
                       for edit in batch["edits"]]
            check(f"{case['name']}: edits", edits, claimed)
            check(f"{case['name']}: first event", first, batch["first"])
            check(f"{case['name']}: parents", [(name.hex(), event) for name, event in parents],
                  [(parent["author"], parent["sequence"]) for parent in batch["parents"]])
            waiting.insert(0, (author, first, parents, edits))
        text = Text()
        while waiting:
            waiting = [batch for batch in waiting if not text.merge(*batch)]
        check(f"{case['name']}: text", str(text).encode().hex(), case["text"])
    for case in vectors["refused"]:
        try:
            read_batch(b"", bytes.fromhex(case["bytes"]))
            verdict = "read"
        except Refused:
            verdict = "refused"
        check(case["reason"], verdict, "refused")
