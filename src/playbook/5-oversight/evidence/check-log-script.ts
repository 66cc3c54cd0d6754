/**
 * A program for Python 3 and nothing else that checks an exported log: the chain, the seals and that heads stand where
 * they say. It lies in every archive, and in docs/verify-without-us.md, so that whoever doubts our tool reads forty lines
 * instead. The signature of the last head is for OpenSSL.
 */
export const CHECK_LOG_SCRIPT = `import hashlib, json, sys

def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

def sha256(value):
    return "sha256:" + hashlib.sha256(canonical(value).encode()).hexdigest()

def must(holds, says):
    if not holds:
        sys.exit("NOT INTACT: " + says)

lines = open(sys.argv[1], encoding="utf-8", newline="").read().split("\\n")
must(lines.pop() == "", "the last line is cut")
start, entries, heads = json.loads(lines[0]), [], {}
for number, line in enumerate(lines, 1):
    value = json.loads(line)
    must(canonical(value) == line, f"line {number} was rewritten")
    if "entry" in value:
        entries.append(value["entry"])
    elif "head" in value:
        head = value["head"]["payload"]
        must(head["log"] == start["log"], f"line {number} is the head of another log")
        heads[head["sequence"]] = head["hash"]

must(entries, "there is no entry")
first = entries[0]
must(first["sequence"] == 1 or heads.get(first["sequence"] - 1) == first["previous"], "the beginning is missing")
sequence, previous = first["sequence"] - 1, first["previous"] if first["sequence"] > 1 else None
for entry in entries:
    sequence += 1
    must(entry["sequence"] == sequence, f"entry {sequence} is missing or out of order")
    must(entry["previous"] == previous, f"entry {sequence} does not follow the one before")
    must(("digest" in entry) == (start["view"] not in (None, entry["subject"])), f"entry {sequence} is sealed or open against the rule")
    digest = entry.get("digest") or sha256({name: entry[name] for name in ("at", "body", "salt", "type")})
    place = {"digest": digest, "previous": previous, "sequence": sequence, "subject": entry["subject"]}
    previous = sha256(place)
    must(entry["hash"] == previous, f"entry {sequence} was edited")
    must(heads.pop(sequence, previous) == previous, f"the head at entry {sequence} stands for something else")
must(not [number for number in heads if number > sequence], "entries before the last head are missing")
print(f"intact: {len(entries)} entries of {start['log']}, through entry {sequence}, hash {previous}")
`;
