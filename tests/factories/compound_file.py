"""A compound file (OLE 2) of a few small streams, as old Office and Outlook write them. Just enough of the format to be read.

One sector of FAT, the directory, the mini FAT, then the mini stream; every stream is smaller than 4,096 bytes or padded into
sectors of its own.
"""

import struct

SECTOR, MINI = 512, 64
FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
CUTOFF = 4096
ROOT, STREAM = 5, 2


def compound_file(streams: dict[str, bytes]) -> bytes:
    """The bytes of the file. Names are at most 31 characters; every stream is under 4,096 bytes."""
    assert all(len(content) < CUTOFF for content in streams.values())
    mini, mini_fat, starts = b"", [], {}
    for name, content in streams.items():
        starts[name] = len(mini) // MINI if content else END
        padded = content + b"\0" * (-len(content) % MINI)
        count, first = len(padded) // MINI, len(mini) // MINI
        mini_fat += [first + number + 1 for number in range(count - 1)] + ([END] if count else [])
        mini += padded
    mini += b"\0" * (-len(mini) % SECTOR)
    directory = _directory(streams, starts, len(mini))
    mini_table = _table(mini_fat)
    parts = [directory, mini_table, mini]
    fat, at = [FAT_SECTOR], 1
    places = []
    for part in parts:
        count = len(part) // SECTOR
        places.append(at)
        fat += [at + number + 1 for number in range(count - 1)] + ([END] if count else [])
        at += count
    assert len(fat) <= SECTOR // 4
    # the root entry's start is where the mini stream begins
    directory = bytearray(directory)
    struct.pack_into("<I", directory, 116, places[2])
    header = _header(places[0], places[1], len(mini_table) // SECTOR)
    return header + _table(fat) + bytes(directory) + mini_table + mini


def _table(entries: list[int]) -> bytes:
    raw = struct.pack(f"<{len(entries)}I", *entries)
    return raw + struct.pack("<I", FREE) * ((-len(raw) % SECTOR) // 4)


def _header(directory: int, mini_fat: int, mini_fat_sectors: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, directory, 0, CUTOFF, mini_fat, mini_fat_sectors, END, 0, 0)
    return head + struct.pack("<I", FREE) * 108


def _directory(streams: dict[str, bytes], starts: dict[str, int], mini_size: int) -> bytes:
    """The root, then the streams as one chain to the right, in the order the format wants: shorter names first, then by letter."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    made = _entry("Root Entry", ROOT, NONE, 1 if names else NONE, 0, mini_size)
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else NONE
        made += _entry(name, STREAM, right, NONE, starts[name], len(streams[name]))
    return made + _entry("", 0, NONE, NONE, 0, 0) * ((-len(made) % SECTOR) // 128)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0" if name else b""
    raw = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    raw += struct.pack("<III", NONE, right, child) + b"\0" * 36 + struct.pack("<IQ", start, size)
    return raw
