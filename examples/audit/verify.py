"""python3 verify.py LEDGER [CHECKPOINT]     checks a ledger, and that it goes on from a checkpoint
python3 verify.py --proof PROOF [LINE]    checks that a line is in one; without LINE it is read in
What is wrong ends it with an error. Signatures are not checked."""
import base64, hashlib, re, sys
END = re.compile(rb',"hash":"([0-9a-f]{64})"}\n?\Z')
ENTRY = re.compile(rb'{"position":(0|[1-9][0-9]{0,18})(?:,.*)?,"before":"([0-9a-f]{64})"\Z', re.S)
CHECKPOINT = re.compile(rb"([!-~]+)\n(0|[1-9][0-9]{0,19})\n([A-Za-z0-9+/]{43}=)\n(?:\n|\Z)")
PROOF = re.compile(rb"c2sp\.org/tlog-proof@v1\nindex (0|[1-9][0-9]{0,19})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n")

def need(fact, complaint):
    return fact or sys.exit("wrong: " + complaint)
def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def leaf(line, name):  # what the hash of a line is over, and the hash: that of a leaf of the tree
    end = need(END.search(line), name + " does not end in a hash")
    own = sha(b"\0", line[:end.start()])
    need(own.hex().encode() == end[1], name + " has another hash")
    return line[:end.start()], own

def root(leaves):  # RFC 9162, 2.1.1: on the left is the largest power of two that is not all
    if len(leaves) < 2: return leaves[0] if leaves else sha()
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b"\1", root(leaves[:left]), root(leaves[left:]))

def climb(own, index, size, path):  # the root that follows from a leaf and the path of its proof
    need(bool(path) == (size > 1), "the path has another length")
    if size < 2: return need(index < size and own, "there is no such line")
    left, beside = 1 << (size - 1).bit_length() - 1, base64.b64decode(path[-1])
    if index < left: return sha(b"\1", climb(own, index, left, path[:-1]), beside)
    return sha(b"\1", beside, climb(own, index - left, size - left, path[:-1]))

def compare(own, size, known):  # known is the origin, size and root of a checkpoint, if there is one
    own, origin = base64.b64encode(own), known[0].decode() if known else "no checkpoint"
    need(not known or own == known[2], "the checkpoint has another root")
    print("right: the root at %d lines is %s, as in %s" % (size, own.decode(), origin))

def check_ledger(lines, known):
    leaves, position = [], None
    for number, line in enumerate(lines, 1):
        (data, own), name = leaf(line, "line %d" % number), "line %d" % number
        entry = ENTRY.match(data)
        need(line[-1:] == b"\n" and bool(entry) == (number > 1), name + " has another form")
        need(not entry or entry[2] == leaves[-1].hex().encode(), name + " follows another line")
        need(position is None or int(entry[1]) == position + 1, name + " has another position")
        position = int(entry[1]) if entry else None
        leaves.append(own)
    size = int(known[1]) if known else len(leaves)
    need(len(leaves) >= max(size, 1), "there are only %d lines" % len(leaves))
    compare(root(leaves[:size]), size, known)

read = lambda place: (open(sys.argv[place], "rb") if sys.argv[place:] else sys.stdin.buffer).read()
checkpoint = lambda text: need(CHECKPOINT.match(text), "this is no checkpoint").groups()
if sys.argv[1:2] != ["--proof"]:
    sys.exit(check_ledger(open(sys.argv[1], "rb"), sys.argv[2:] and checkpoint(read(2))))
proof = need(PROOF.match(read(2)), "this is no proof")
known = checkpoint(proof.string[proof.end():])
own = climb(leaf(read(3), "the line")[1], int(proof[1]), int(known[1]), proof[2].split())
compare(own, int(known[1]), known)
