#!/usr/bin/env python3
"""Works out a draw of Wallchart again, from nothing but what its page shows.

    python3 check.py LIST HASH NUMBER [ENTRY]

LIST    a file with the list of entries, as the page of the draw links to it
HASH    the hash that was published when the entries closed
NUMBER  the public number, in quotes, as the page shows it
ENTRY   the name of an entry, to be told its place
"""
import hashlib
import sys


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def main(path, published, number, entry=None):
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    if sha256("\n".join(sorted(lines))) != published:
        return "The list does not have the hash that was published."

    # A line is the name of an entry, and behind it that of the group that entered together: the group has one chance.
    # "divide" at its end lets the group be divided, which all of it have to say.
    def keys(line):
        names = line.split()
        return [sha256(f"{number}\n{name}") for name in (names[:2][-1], names[0])]

    if sorted(lines, key=keys) != lines:
        return "The order is not the one that the number gives."
    order = [line.split()[0] for line in lines]
    found = f" {entry} has place {order.index(entry) + 1}." if entry in order else ""
    print(f"It is right: {len(order)} entries, in the order that the number gives.{found}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (4, 5) else __doc__)
