"""Signs checkpoints as notes, and checks notes and proofs with aics-tlog.

Each line of the input is a question, each line of the output its answer, both in JSON.
"""

import base64
import hashlib
import json
import sys

try:
    if sys.version_info < (3, 12):
        raise ImportError("Python is older than 3.12")
    import aics_tlog
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
except ImportError as error:
    print("aics-tlog is not here:", error, file=sys.stderr)
    sys.exit(77)

ED25519 = b"\x01"


def sign(text, name):
    """A note with a signature by a new key, made by hand, and the key."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    number = hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]
    line = base64.b64encode(number + key.sign(text.encode())).decode()
    vkey = "%s+%s+%s" % (name, number.hex(), base64.b64encode(ED25519 + public).decode())
    return {"note": "%s\n— %s %s\n" % (text, name, line), "key": vkey}


def checkpoint(note, key):
    """The size and root of a note, if its signature is good."""
    vkey = aics_tlog.parse_vkey(key)
    result = aics_tlog.verify_checkpoint(
        aics_tlog.parse_note(note), vkey, expected_origin=vkey.name
    )
    if not result.ok:
        raise ValueError(result.error)
    return result.size, result.root


def inclusion(proof, key, data):
    """Whether an exported proof shows that a leaf with these data is in a signed tree."""
    head, _, note = proof.partition("\n\n")
    form, index, *path = head.split("\n")
    if form != "c2sp.org/tlog-proof@v1" or not index.startswith("index "):
        raise ValueError("no proof")
    size, root = checkpoint(note, key)
    path = [base64.b64decode(line, validate=True) for line in path]
    return aics_tlog.verify_leaf_inclusion(data.encode(), int(index[6:]), size, path, root)


def consistency(old, new, key_old, key_new, path):
    """Whether one signed tree begins with another."""
    (old_size, old_root), (new_size, new_root) = checkpoint(old, key_old), checkpoint(new, key_new)
    path = [bytes.fromhex(line) for line in path]
    return aics_tlog.verify_consistency(old_size, new_size, old_root, new_root, path)


def answer(question):
    match question:
        case {"sign": text, "name": name}:
            return sign(text, name)
        case {"note": note, "key": key}:
            size, root = checkpoint(note, key)
            return {"size": size, "root": root.hex()}
        case {"proof": proof, "key": key, "data": data}:
            return inclusion(proof, key, data)
        case {"old": old, "new": new, "keys": [key_old, key_new], "path": path}:
            return consistency(old, new, key_old, key_new, path)
    raise ValueError("no question")


for line in sys.stdin.read().splitlines():
    try:
        print(json.dumps(answer(json.loads(line))))
    except ValueError as error:
        print(json.dumps({"refused": str(error)}))
