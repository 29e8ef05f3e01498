#!/usr/bin/env python3
"""Reads Protocol/Vectors with nothing but Protocol/ in hand.

Recomputes chains, frontiers, commits, the handshake, comparisons, texts and attachments as chapters 00, 02, 03,
05, 06, 07, 18 and 21 describe them, with Python's standard library and ciphers written out here. So
interoperation is a fact, not a hope. Signatures and X25519 need the module `cryptography`; without
it they are skipped with a line that says so.

usage: Tools/vectors.d/independent.py
"""

import hashlib
import hmac
import json
import pathlib
import struct
import sys

from texts import text_vectors

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ed25519, x25519
except ImportError:
    ed25519 = x25519 = None

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "Protocol" / "Vectors"
checks = 0


def check(claim, left, right):
    """Counts a comparison and ends the program if it fails."""
    global checks
    checks += 1
    if left != right:
        sys.exit(f"independent reader: {claim}: {left!r} is not {right!r}")


def load(name):
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


# Chapter 02: labelled hashes and signatures


def message(label, *parts):
    name = label.encode()
    return bytes([len(name)]) + name + b"".join(parts)


def H(label, *parts):
    return hashlib.blake2b(message(label, *parts), digest_size=32).digest()


def Hk(key, label, *parts):
    return hashlib.blake2b(message(label, *parts), digest_size=32, key=key).digest()


def u64be(number):
    return struct.pack(">Q", number)


def is_signed(key, signature, signed):
    """Whether a signature holds; without `cryptography`, what the vectors claim is believed."""
    if ed25519 is None:
        return None
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key).verify(signature, signed)
        return True
    except (InvalidSignature, ValueError):
        return False


def check_signed(claim, key, signature, signed, expected=True):
    verdict = is_signed(key, signature, signed)
    if verdict is not None:
        check(claim, verdict, expected)


# Chapter 00, section 3: protocol buffers in the strict profile


class Refused(Exception):
    """Bytes that the strict profile refuses."""


def number(data, at):
    value = 0
    for count in range(10):
        if at >= len(data):
            raise Refused("truncated number")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << (7 * count)
        if byte < 0x80:
            if value >= 1 << 64:
                raise Refused("number beyond 64 bits")
            return value, at
    raise Refused("number of more than 10 bytes")


def fields(data):
    """The fields of a message as (number, wire type, value)."""
    at = 0
    while at < len(data):
        key, at = number(data, at)
        field, kind = key >> 3, key & 7
        if field == 0 or field >= 1 << 29:
            raise Refused("field number")
        if kind == 0:
            value, at = number(data, at)
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
            value, at = data[at : at + size], at + size
        elif kind == 2:
            size, at = number(data, at)
            value, at = data[at : at + size], at + size
        else:
            raise Refused("wire type")
        if at > len(data):
            raise Refused("field beyond its message")
        yield field, kind, value


# What operation.proto declares: field number -> (name, type, group of the oneof or None). A type
# is "number", "sint", "text", "bytes", a length, or the name of a message; "*" repeats.
SCHEMA = {
    "CommitBody": {1: ("lamport", "number", None), 2: ("wall_clock", "sint", None),
                   3: ("operations", "*Operation", None)},
    "Operation": {1: ("binding", "Binding", "change"), 2: ("create", "Create", "change"),
                  3: ("set", "SetRegister", "change"), 4: ("personal", "SetRegister", "change"),
                  5: ("add", "SetRegister", "change"), 6: ("remove", "Remove", "change"),
                  7: ("edit", "EditText", "change"),
                  8: ("statement", "Statement", "change")},
    "Binding": {1: ("person", 32, None), 2: ("device", 32, None), 3: ("signature", 64, None),
                4: ("role", "number", None)},
    "Create": {1: ("kind", "number", None), 2: ("fields", "*Field", None)},
    "SetRegister": {1: ("record", 16, None), 2: ("field", "!Field", None)},
    "Remove": {1: ("record", 16, None), 2: ("field", "number", None), 3: ("dots", "*16", None)},
    "EditText": {1: ("record", 16, None), 2: ("field", "number", None),
                 3: ("batch", "bytes", None), 4: ("generation", "number", None)},
    "Field": {1: ("number", "number", None), 2: ("text", "text", "value"),
              3: ("integer", "sint", "value"), 4: ("bytes", "bytes", "value"),
              5: ("record", 16, "value"), 6: ("flag", "number", "value")},
    "Statement": {1: ("space_founded", "Founded", "statement"),
                  2: ("person_founded", "Founded", "statement"),
                  3: ("vouch", "Vouch", "statement"),
                  4: ("key_published", "KeyPublished", "statement"),
                  5: ("device_added", "DeviceAdded", "statement"),
                  6: ("device_revoked", "DeviceRevoked", "statement"),
                  7: ("person_recovered", "PersonRecovered", "statement"),
                  8: ("departed", "Departed", "statement"),
                  9: ("departure_confirmed", "OnePerson", "statement"),
                  10: ("present", "Nothing", "statement"),
                  11: ("key_sealed", "KeySealed", "statement"),
                  12: ("logs_ended", "LogsEnded", "statement"),
                  13: ("member_admitted", "MemberAdmitted", "statement"),
                  14: ("invitation_made", "InvitationMade", "statement"),
                  15: ("words_erased", "WordsErased", "statement"),
                  16: ("erasure_applied", "ErasureApplied", "statement"),
                  20: ("slip_made", "SlipMade", "statement"),
                  21: ("slip_shown", "SlipShown", "statement"),
                  22: ("key_offered", "KeyOffered", "statement")},
    "Hosting": {1: ("kiosk", 32, None), 2: ("signature", 64, None)},
    "SlipMade": {1: ("slip", 32, None)},
    "SlipShown": {1: ("founding", "bytes", None), 2: ("slip", 32, None),
                  3: ("signature", 64, None)},
    "KeyOffered": {1: ("person", 32, None), 2: ("card", "!DeviceCard", None),
                   3: ("acceptance", 64, None), 4: ("hosting", "!Hosting", None)},
    "Founded": {1: ("founding", "bytes", None)},
    "Vouch": {1: ("founding", "bytes", None), 2: ("how", "number", None)},
    "KeyPublished": {1: ("space", 32, None), 2: ("generation", "number", None),
                     3: ("key", 32, None)},
    "LogEnd": {1: ("log", 32, None), 2: ("length", "number", None)},
    "DeviceCard": {1: ("signing_key", 32, None), 2: ("agreement_key", 32, None),
                   3: ("binding", 64, None)},
    "DeviceAdded": {1: ("card", "!DeviceCard", None), 2: ("use", "number", None),
                    3: ("acceptance", 64, None), 4: ("hosting", "Hosting", None)},
    "DeviceRevoked": {1: ("device", 32, None), 2: ("ends", "*LogEnd", None)},
    "PersonRecovered": {1: ("person", 32, None), 2: ("card", "!DeviceCard", None),
                        3: ("acceptance", 64, None), 4: ("ends", "*LogEnd", None),
                        5: ("hosting", "Hosting", None)},
    "Departed": {1: ("person", 32, None), 2: ("words", "number", None),
                 3: ("ends", "*LogEnd", None), 4: ("door", "Door", None)},
    "Door": {1: ("nonce", 16, None), 2: ("signature", 64, None)},
    "OnePerson": {1: ("person", 32, None)},
    "Nothing": {},
    "KeySealed": {1: ("space", "bytes", None), 2: ("generation", "number", None),
                  3: ("epoch", 8, None), 4: ("recipients", "*Recipient", None)},
    "Recipient": {1: ("device", 32, None), 2: ("box", "bytes", None)},
    "LogsEnded": {1: ("ends", "*LogEnd", None)},
    "MemberAdmitted": {1: ("person", 32, None), 2: ("invitation", "bytes", None)},
    "InvitationMade": {1: ("token", 16, None), 2: ("uses", "number", None),
                       3: ("expires", "sint", None)},
    "WordsErased": {1: ("commits", "*ErasedCommit", None)},
    "ErasedCommit": {1: ("sequence", "number", None), 2: ("payload_hash", 32, None),
                     3: ("signature", 64, None), 4: ("records", "*number", None)},
    "ErasureApplied": {1: ("erasures", "*16", None)},
}


def read(kind, data):
    """A message as a dictionary; raises Refused as chapter 00 says."""
    declared = SCHEMA[kind]
    found, groups = {}, set()
    for field, wire, value in fields(data):
        if field not in declared:
            continue
        name, form, group = declared[field]
        repeats = isinstance(form, str) and form.startswith("*")
        if repeats:
            form = int(form[1:]) if form[1:].isdigit() else form[1:]
        if wire != (0 if form in ("number", "sint") else 2):
            raise Refused("a known field in another layout")
        if not repeats and (name in found or (group and group in groups)):
            raise Refused("singular field repeated")
        if group:
            groups.add(group)
        value = convert(form, value)
        if repeats:
            found.setdefault(name, []).append(value)
        else:
            found[name] = value
    for name, form, group in declared.values():
        if isinstance(form, int) and group is None and name not in found:
            raise Refused(f"{name} is missing")
        if isinstance(form, str) and form.startswith("!") and name not in found:
            raise Refused(f"{name} is missing")
    return found


def convert(form, value):
    if form == "number":
        return value
    if form == "sint":
        return (value >> 1) ^ -(value & 1)
    if form == "bytes":
        return value
    if form == "text":
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refused("text that is not UTF-8") from error
    if isinstance(form, int):
        if len(value) != form:
            raise Refused("fixed bytes of another length")
        return value
    return read(form.lstrip("!"), value)


def read_run(data):
    run = {"first": 0, "commits": []}
    for field, _, value in fields(data):
        if field == 1:
            run["log"] = value
        elif field == 2:
            run["first"] = value
        elif field == 3:
            commit = {"epoch": b""}
            for part, _, content in fields(value):
                name = {1: "epoch", 2: "payload", 3: "erased", 4: "permanent"}.get(part, "other")
                commit[name] = content
            if "erased" in commit:
                left = {part: content for part, _, content in fields(commit["erased"])}
                commit["erased"], commit["notice"] = left[1], left.get(2)
            run["commits"].append(commit)
        elif field == 4:
            run["signature"] = value
    return run


# Chapter 05: chains


def chain(run, head, space):
    """The chain hashes behind each commit of a run."""
    heads, epoch = [], b""
    for offset, commit in enumerate(run["commits"]):
        epoch = commit["epoch"] or epoch
        payload_hash = commit.get("erased") or H("hearth/payload", commit["payload"])
        label = "hearth/permanent" if commit.get("permanent") else "hearth/chain"
        head = H(label, head, u64be(run["first"] + offset), epoch, payload_hash)
        heads.append(head)
    return heads


def verdict(run, length, head, space):
    """Why a run is refused at a head, by the steps of chapter 05, section 4; None if it isn't."""
    if run["first"] > length + 1:
        return "gap"
    if run["first"] < length + 1:
        return "overlap"
    final = chain(run, head, space)[-1]
    if not is_signed(run["log"], run["signature"], message("hearth/head", final)):
        return "badSignature"
    for offset, commit in enumerate(run["commits"]):
        if "erased" in commit and not is_erased(commit, run["first"] + offset, run["log"], space):
            return "erasureUnproven"
    return None


def is_erased(commit, sequence, log, space):
    """Whether the payload of a commit is missing because its author said so."""
    notice = commit.get("notice")
    return bool(notice) and sequence > 1 and not commit.get("permanent") and is_signed(
        log, notice, message("hearth/erasure", space, log, u64be(sequence), commit["erased"]))


def chain_vectors():
    v = load("chain")
    raw = bytes.fromhex
    space, log = raw(v["space"]["id"]), raw(v["log"])
    check("space id", H("hearth/space", raw(v["space"]["founding"])), space)
    check("person id", H("hearth/person", raw(v["person"]["founding"])), raw(v["person"]["id"]))
    start = H("hearth/chain", space, log)
    check("h(0)", start.hex(), v["start"])
    run = read_run(raw(v["run"]))
    check("log of the run", run["log"], log)
    heads = chain(run, start, space)
    check("heads", [head.hex() for head in heads], [c["head"] for c in v["commits"]])
    check("payload hashes", [H("hearth/payload", c["payload"]).hex() for c in run["commits"]],
          [c["payload_hash"] for c in v["commits"]])
    check("signed bytes", message("hearth/head", heads[-1]).hex(), v["signed"])
    check("signature in the run", run["signature"].hex(), v["signature"])
    check_signed("signature of the run", log, run["signature"], raw(v["signed"]))
    binding = v["binding"]
    check_signed("binding", raw(binding["device"]), raw(binding["signature"]),
                 message("hearth/binding", space, log))
    erased = read_run(raw(v["erased_run"]))
    check("heads of the erased run", chain(erased, start, space), heads)
    notice = v["erasure"]
    check_signed("notice of erasure", log, raw(notice["signature"]),
                 message("hearth/erasure", space, log, u64be(notice["sequence"]),
                         raw(notice["payload_hash"])))
    fork = v["fork"]
    common = raw(fork["common_hash"])
    sides = [read_run(raw(fork[side])) for side in ("first", "second")]
    for side in sides:
        check("a side of the fork begins behind the common head", side["first"],
              fork["common_length"] + 1)
        check_signed("a side of the fork", side["log"], side["signature"],
                     message("hearth/head", chain(side, common, space)[-1]))
    check("the sides of the fork differ",
          chain(sides[0], common, space)[0] != chain(sides[1], common, space)[0], True)
    if ed25519 is not None:
        check("the run is accepted", verdict(run, 0, start, space), None)
        check("the erased run is accepted", verdict(erased, 0, start, space), None)
        for case in v["refused"]:
            found = verdict(read_run(raw(case["run"])), case["at_length"], raw(case["at_hash"]),
                            space)
            check(f"refused: {case['name']}", found, case["error"])


def frontier_vectors():
    v = load("frontier")
    raw = bytes.fromhex
    items = []
    for entry in v["entries"]:
        item = H("hearth/frontier-item", raw(entry["log"]), u64be(entry["length"]),
                 raw(entry["head"]))
        check("item", item.hex(), entry["hash"])
        items.append((int(entry["log"][:16], 16), int.from_bytes(item, "big")))
    for piece in v["ranges"]:
        first, last = int(piece["first"], 16), int(piece["last"], 16)
        inside = [value for prefix, value in items if first <= prefix <= last]
        total = sum(inside) % (1 << 256)
        fingerprint = H("hearth/frontier-range", u64be(len(inside)), total.to_bytes(32, "big"))
        check("items of a range", len(inside), piece["count"])
        check("fingerprint", fingerprint[:16].hex(), piece["fingerprint"])


# RFC 8439 and draft-irtf-cfrg-xchacha: the ciphers, written out


def quarter(s, a, b, c, d):
    for left, right, turned, count in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[left] = (s[left] + s[right]) & 0xFFFFFFFF
        mixed = s[turned] ^ s[left]
        s[turned] = ((mixed << count) | (mixed >> (32 - count))) & 0xFFFFFFFF


def rounds(state):
    s = list(state)
    for _ in range(10):
        for column in range(4):
            quarter(s, column, 4 + column, 8 + column, 12 + column)
        for column in range(4):
            quarter(s, column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4)
    return s


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def hchacha(key, nonce):
    s = rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce))
    return struct.pack("<8I", *(s[:4] + s[12:]))


def keystream(key, nonce, counter):
    state = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(rounds(state), state)))


def cipher(key, nonce, data):
    out = bytearray()
    for block in range(0, len(data), 64):
        stream = keystream(key, nonce, 1 + block // 64)
        out += bytes(a ^ b for a, b in zip(data[block : block + 64], stream))
    return bytes(out)


def tag(key, nonce, associated, ciphertext):
    once = keystream(key, nonce, 0)[:32]
    r = int.from_bytes(once[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    pad = lambda data: data + bytes(-len(data) % 16)
    lengths = struct.pack("<QQ", len(associated), len(ciphertext))
    data, total = pad(associated) + pad(ciphertext) + lengths, 0
    for block in range(0, len(data), 16):
        piece = int.from_bytes(data[block : block + 16] + b"\x01", "little")
        total = (total + piece) * r % ((1 << 130) - 5)
    total = (total + int.from_bytes(once[16:], "little")) % (1 << 128)
    return total.to_bytes(16, "little")


def seal(key, nonce, associated, plain):
    ciphertext = cipher(key, nonce, plain)
    return ciphertext + tag(key, nonce, associated, ciphertext)


def unseal(key, nonce, associated, sealed):
    """The plaintext, or None if the tag is wrong."""
    ciphertext, given = sealed[:-16], sealed[-16:]
    if not hmac.compare_digest(tag(key, nonce, associated, ciphertext), given):
        return None
    return cipher(key, nonce, ciphertext)


# Chapters 05 and 06: payloads and operations


def commit_vectors():
    v = load("commit")
    raw = bytes.fromhex
    space, log, key = raw(v["space"]), raw(v["log"]), raw(v["epoch_key"])
    epoch = Hk(key, "hearth/epoch", space, u64be(v["generation"]))[:8]
    check("epoch id", epoch.hex(), v["epoch"])
    for case in v["cases"]:
        name, payload = case["name"], raw(case["payload"])
        check(f"{name}: payload hash", H("hearth/payload", payload).hex(), case["payload_hash"])
        associated = space + log + u64be(case["sequence"]) + epoch
        plain = unseal(hchacha(key, payload[:16]), bytes(4) + payload[16:24], associated,
                       payload[24:])
        check(f"{name}: body", plain and plain.hex(), case["body"])
        body = read("CommitBody", plain)
        check(f"{name}: Lamport clock", body.get("lamport", 0), case["lamport"])
        check(f"{name}: wall clock", body.get("wall_clock", 0), case["wall_clock"])
        names = [
            H("hearth/operation", log, u64be(case["sequence"]), u64be(index))[:16].hex()
            for index in range(len(body.get("operations", [])))
        ]
        check(f"{name}: names of operations", names, case["operations"])
        binding = body["operations"][0].get("binding") if names else None
        if binding:
            check_signed("binding of the log", binding["device"], binding["signature"],
                         message("hearth/binding", space, log))
    for case in v["refused"]:
        try:
            read("CommitBody", raw(case["hex"]))
        except Refused:
            check("refused", True, True)
        else:
            sys.exit(f"independent reader: {case['name']} is not refused")


# Chapter 03: the handshake


class Noise:
    """One side of Noise_XXpsk0_25519_ChaChaPoly_BLAKE2b, revision 34, with fixed keys."""

    def __init__(self, prologue, psk, static, ephemeral):
        self.h = b"Noise_XXpsk0_25519_ChaChaPoly_BLAKE2b".ljust(64, b"\0")
        self.ck, self.key, self.count = self.h, None, 0
        self.psk, self.s, self.e = psk, static, ephemeral
        self.mix_hash(prologue)

    def mix_hash(self, data):
        self.h = hashlib.blake2b(self.h + data).digest()

    def hkdf(self, material, outputs):
        secret = hmac.new(self.ck, material, hashlib.blake2b).digest()
        previous, result = b"", []
        for index in range(1, outputs + 1):
            previous = hmac.new(secret, previous + bytes([index]), hashlib.blake2b).digest()
            result.append(previous)
        return result

    def mix_key(self, material):
        self.ck, key = self.hkdf(material, 2)
        self.key, self.count = key[:32], 0

    def mix_psk(self):
        self.ck, mixed, key = self.hkdf(self.psk, 3)
        self.mix_hash(mixed)
        self.key, self.count = key[:32], 0

    def nonce(self):
        self.count += 1
        return bytes(4) + struct.pack("<Q", self.count - 1)

    def write(self, plain):
        sealed = seal(self.key, self.nonce(), self.h, plain)
        self.mix_hash(sealed)
        return sealed

    def write_ephemeral(self):
        public = public_key(self.e)
        self.mix_hash(public)
        self.mix_key(public)
        return public


def public_key(secret):
    return x25519.X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def agree(secret, public):
    key = x25519.X25519PrivateKey.from_private_bytes(secret)
    return key.exchange(x25519.X25519PublicKey.from_public_bytes(public))


def handshake_vectors():
    v = load("handshake")
    raw = bytes.fromhex
    for case in v["rekey"]:
        key = raw(case["key"])
        last = bytes(4) + struct.pack("<Q", (1 << 64) - 1)
        check("change of keys", seal(key, last, b"", bytes(32))[:32].hex(), case["successor"])
    session = v["session"]
    handshake_hash = raw(session["handshakeHash"])
    for role, side in ((1, session["initiator"]), (2, session["responder"])):
        check_signed("agreement binding", raw(side["device"]), raw(side["agreementBinding"]),
                     message("hearth/agreement", raw(side["staticPublic"])))
        check_signed("proof of the device", raw(side["device"]), raw(side["proof"]),
                     message("hearth/session", bytes([role]), handshake_hash))
    if x25519 is None:
        return
    i = {name: raw(value) for name, value in session["initiator"].items()}
    r = {name: raw(value) for name, value in session["responder"].items()}
    for side in (i, r):
        for kind in ("static", "ephemeral"):
            check("public key", public_key(side[kind + "Secret"]), side[kind + "Public"])
    # Both sides compute the same, so one transcript serves for both.
    noise = Noise(raw(v["prologue"]), raw(session["networkKey"]), i["staticSecret"],
                  i["ephemeralSecret"])
    noise.mix_psk()
    first = noise.write_ephemeral()
    first += noise.write(b"")
    noise.e = r["ephemeralSecret"]
    second = noise.write_ephemeral()
    noise.mix_key(agree(i["ephemeralSecret"], r["ephemeralPublic"]))
    second += noise.write(r["staticPublic"])
    noise.mix_key(agree(i["ephemeralSecret"], r["staticPublic"]))
    second += noise.write(b"")
    third = noise.write(i["staticPublic"])
    noise.mix_key(agree(i["staticSecret"], r["ephemeralPublic"]))
    third += noise.write(b"")
    framed = [struct.pack(">H", len(body)) + body for body in (first, second, third)]
    framed[0] = b"\x01" + framed[0]
    check("handshake on the wire", [body.hex() for body in framed], session["handshake"])
    check("handshake hash", H("hearth/handshake", noise.h), handshake_hash)
    keys = dict(zip(("initiator", "responder"), (key[:32] for key in noise.hkdf(b"", 2))))
    counts = {"initiator": 0, "responder": 0}

    def sealed_frames(sender, body):
        """A session message as this implementation cuts it."""
        stream, frames = struct.pack(">I", len(body)) + body, b""
        for start in range(0, len(stream), 65519):
            nonce = bytes(4) + struct.pack("<Q", counts[sender])
            counts[sender] += 1
            sealed = seal(keys[sender], nonce, b"", stream[start : start + 65519])
            frames += struct.pack(">H", len(sealed)) + sealed
        return frames

    for sent in session["messages"]:
        frames = sealed_frames(sent["from"], raw(sent["message"]))
        check("message on the wire", frames.hex(), sent["wire"])
    long = session["longMessage"]
    frames = sealed_frames(long["from"], bytes([long["byte"]]) * long["count"])
    check("long message", len(frames), long["wireCount"])
    check("long message", hashlib.sha512(frames).hexdigest(), long["wireSHA512"])


# Chapter 07: comparing two frontiers


def varint(value):
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def field_bytes(field, data):
    return varint(field << 3 | 2) + varint(len(data)) + data


def field_fixed(field, value):
    return varint(field << 3 | 1) + struct.pack("<Q", value) if value else b""


def field_number(field, value):
    return varint(field << 3) + varint(value)


class Side:
    """One side of a comparison: a frontier and what the other side was found to have."""

    def __init__(self, entries):
        self.entries = []
        for entry in entries:
            log, head = bytes.fromhex(entry["log"]), bytes.fromhex(entry["hash"])
            item = H("hearth/frontier-item", log, u64be(entry["length"]), head)
            prefix, short = int.from_bytes(log[:8], "big"), int.from_bytes(head[:8], "big")
            self.entries.append((prefix, entry["length"], short, int.from_bytes(item, "big")))
        self.entries.sort()
        self.found = {}

    def inside(self, first, end):
        return [e for e in self.entries if first <= e[0] and (end == 0 or e[0] < end)]

    def fingerprint(self, first, end):
        inside = self.inside(first, end)
        total = sum(entry[3] for entry in inside) % (1 << 256)
        return H("hearth/frontier-range", u64be(len(inside)), total.to_bytes(32, "big"))[:16]

    def describe(self, first, end):
        inside = self.inside(first, end)
        if len(inside) < 32:
            return [(end, "entries", ([entry[:3] for entry in inside], True))]
        pieces, start = [], first
        for i in range(1, 17):
            stop = end if i == 16 else inside[len(inside) * i // 16][0]
            if stop == start:
                continue
            pieces.append((stop, "fingerprint", self.fingerprint(start, stop)))
            start = stop
        return pieces

    def answer(self, pieces):
        """The answer to the pieces of a `Ranges`; None if none is needed."""
        asks = any(kind == "fingerprint" or (kind == "entries" and content[1])
                   for _, kind, content in pieces)
        answers, first = [], 0
        for end, kind, content in pieces:
            if kind == "fingerprint" and content != self.fingerprint(first, end):
                answers += self.describe(first, end)
            elif kind == "entries":
                received, wants_answer = content
                self.found.update({entry[0]: entry for entry in received})
                if wants_answer:
                    # What isn't among all entries of a piece, the other side hasn't.
                    self.found.update({
                        entry[0]: (entry[0], 0, 0) for entry in self.inside(first, end)
                        if entry[0] not in {other[0] for other in received}
                    })
                    answers.append((end, "entries", (self.differing(received, first, end), False)))
                else:
                    answers.append((end, "skip", None))
            else:
                answers.append((end, "skip", None))
            first = end
        return joined(answers) if asks else None

    def differing(self, received, first, end):
        own = {entry[0]: entry[:3] for entry in self.inside(first, end)}
        theirs = {entry[0]: tuple(entry) for entry in received}
        result = [entry for prefix, entry in own.items() if theirs.get(prefix) != entry]
        result += [(prefix, 0, 0) for prefix in theirs if prefix not in own]
        return sorted(result)


def joined(pieces):
    """The pieces with neighbouring skips as one."""
    result = []
    for piece in pieces:
        if result and piece[1] == "skip" and result[-1][1] == "skip":
            result.pop()
        result.append(piece)
    return result


def encode_ranges(tag, pieces):
    body = field_fixed(1, tag)
    for end, kind, content in pieces:
        piece = field_fixed(1, end)
        if kind == "fingerprint":
            piece += field_bytes(2, content)
        elif kind == "skip":
            piece += field_number(4, 1)
        else:
            entries, wants_answer = content
            inner = b""
            if entries:
                inner += field_bytes(1, b"".join(struct.pack("<Q", e[0]) for e in entries))
                inner += field_bytes(2, b"".join(varint(e[1]) for e in entries))
                inner += field_bytes(3, b"".join(struct.pack("<Q", e[2]) for e in entries))
            if wants_answer:
                inner += field_number(4, 1)
            piece += field_bytes(3, inner)
        body += field_bytes(2, piece)
    return field_bytes(4, body)


def comparison(case):
    """The messages of a whole comparison, as (from, bytes)."""
    tag = int(case["tag"], 16)
    sides = {"dialler": Side(case["dialler"]), "other": Side(case["other"])}
    offers = {
        name: field_bytes(3, field_fixed(1, tag) + field_bytes(2, side.fingerprint(0, 0)))
        for name, side in sides.items()
    }
    sent = [("dialler", offers["dialler"])]
    if offers["dialler"] == offers["other"]:
        return sent + [("other", offers["other"])], sides
    speaker, pieces = "other", sides["other"].describe(0, 0)
    while pieces is not None:
        sent.append((speaker, encode_ranges(tag, pieces)))
        speaker = "dialler" if speaker == "other" else "other"
        pieces = sides[speaker].answer(pieces)
    return sent, sides


def reconciliation_vectors():
    v = load("reconciliation")
    for case in v["tags"]:
        tag = Hk(bytes.fromhex(case["handshakeHash"]), "hearth/tag", bytes.fromhex(case["space"]))
        check("tag of a space", tag[:8].hex(), case["tag"])
    for case in v["discovery"]:
        tag = Hk(bytes.fromhex(case["networkKey"]), "hearth/discovery", case["instance"].encode())
        check("tag of an instance", tag[:8].hex(), case["tag"])
    for case in v["comparisons"]:
        sent, sides = comparison(case)
        check(f"{case['name']}: messages", [(name, data.hex()) for name, data in sent],
              [(message["from"], message["message"]) for message in case["messages"]])
        for name, key in (("dialler", "diallerFinds"), ("other", "otherFinds")):
            finds = [(int(e["log"], 16), e["length"], int(e["head"], 16)) for e in case[key]]
            own = {entry[0]: entry[:3] for entry in sides[name].entries}
            found = [e for e in sides[name].found.values() if own.get(e[0]) != e]
            check(f"{case['name']}: what the {name} finds", sorted(found), sorted(finds))


# Chapter 21: attachments


PLAIN = 65_536 - 16


def merkle(leaves):
    """The root over leaves, split as RFC 9162, section 2.1.1, does it."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return H("hearth/attachment-node", merkle(leaves[:split]), merkle(leaves[split:]))


def climb(leaf, index, count, proof):
    """The root to which a leaf and the hashes beside its way lead."""
    proof = list(proof)
    while count > 1:
        if index ^ 1 < count:
            sibling = proof.pop(0)
            pair = (sibling, leaf) if index & 1 else (leaf, sibling)
            leaf = H("hearth/attachment-node", *pair)
        index, count = index // 2, (count + 1) // 2
    return leaf if not proof else None


def attachment_vectors():
    v = load("attachments")
    raw = bytes.fromhex
    for case in v["trees"]:
        leaves, name = [raw(leaf) for leaf in case["leaves"]], f"tree of {len(case['leaves'])}"
        check(f"{name}: chunks", -(-case["size"] // PLAIN), len(leaves))
        check(f"{name}: root", merkle(leaves).hex(), case["root"])
        address = H("hearth/attachment", u64be(case["size"]), raw(case["root"]))
        check(f"{name}: address", address.hex(), case["address"])
        for index, proof in enumerate(case["proofs"]):
            root = climb(leaves[index], index, len(leaves), [raw(hash) for hash in proof])
            check(f"{name}: proof of {index}", root and root.hex(), case["root"])
    for case in v["files"]:
        size, key, name = case["size"], raw(case["key"]), f"file of {case['size']}"
        content, leaves, sealed = bytes(i % 251 for i in range(size)), [], b""
        for index, start in enumerate(range(0, size, PLAIN)):
            nonce = bytes(16) + u64be(index)
            associated = message("hearth/attachment-chunk", u64be(index), u64be(size))
            sealed = seal(hchacha(key, nonce[:16]), bytes(4) + nonce[16:], associated,
                          content[start : start + PLAIN])
            leaves.append(H("hearth/attachment-leaf", sealed))
        check(f"{name}: leaves", [leaf.hex() for leaf in leaves], case["leaves"])
        check(f"{name}: last bytes", sealed[-32:].hex(), case["lastChunkEnds"])
        address = H("hearth/attachment", u64be(size), merkle(leaves))
        check(f"{name}: address", address.hex(), case["address"])


def main():
    if len(sys.argv) > 1:
        print(__doc__.strip())
        sys.exit(0 if sys.argv[1] in ("-h", "--help") else 2)
    chain_vectors()
    frontier_vectors()
    commit_vectors()
    handshake_vectors()
    reconciliation_vectors()
    text_vectors(load("text"), check)
    attachment_vectors()
    print(f"independent reader: {checks} values agree")
    if ed25519 is None:
        print("skipped: signatures and X25519 (the Python module cryptography is not installed)")


main()
