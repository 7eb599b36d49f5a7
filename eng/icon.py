"""Draws src/Bitrix24.Analyzers.Package/icon.png: a bucket that overflows, as portals' buckets do."""
import pathlib
import struct
import zlib

SIZE = 128
SAMPLES = 4  # a side, of each pixel

NIGHT = (24, 42, 74)
WATER = (64, 190, 232)
STEEL = (238, 243, 248)
ALARM = (255, 176, 46)


def rounded(x, y, left, top, right, bottom, radius):
    if not (left <= x <= right and top <= y <= bottom):
        return False
    dx = max(left + radius - x, x - (right - radius), 0)
    dy = max(top + radius - y, y - (bottom - radius), 0)
    return dx * dx + dy * dy <= radius * radius


def bucket(x, y, top, bottom, wide, narrow):
    if not top <= y <= bottom:
        return False
    half = wide + (narrow - wide) * (y - top) / (bottom - top)
    return abs(x - SIZE / 2) <= half


def disc(x, y, cx, cy, radius):
    return (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius


def colour(x, y):
    """The colour at a point, or None outside of the picture."""
    if not rounded(x, y, 2, 2, 126, 126, 26):
        return None
    for cx, cy, radius in ((44, 25, 6), (64, 16, 6), (84, 25, 6)):
        if disc(x, y, cx, cy, radius):
            return ALARM
    if rounded(x, y, 22, 40, 106, 50, 5):
        return STEEL
    if bucket(x, y, 50, 104, 38, 27):
        if not bucket(x, y, 50, 98, 32, 22.5):
            return STEEL
        return WATER if y > 56 else NIGHT
    if disc(x, y, 64, 113, 4.5):
        return WATER
    return NIGHT


def pixel(column, row):
    hits = []
    for i in range(SAMPLES):
        for j in range(SAMPLES):
            found = colour(column + (i + 0.5) / SAMPLES, row + (j + 0.5) / SAMPLES)
            if found:
                hits.append(found)
    if not hits:
        return (0, 0, 0, 0)
    mean = tuple(sum(part) // len(hits) for part in zip(*hits))
    return mean + (255 * len(hits) // SAMPLES ** 2,)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + bytes(sum((pixel(column, row) for column in range(SIZE)), ())) for row in range(SIZE))
png = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0))
       + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
target = pathlib.Path(__file__).resolve().parent.parent / "src/Bitrix24.Analyzers.Package/icon.png"
target.write_bytes(png)
print(target.name, len(png), "bytes")
