#!/usr/bin/env python3
"""How long grouping takes as titles grow: duplicates_scale.py CIYUAN [SIZE …]

Titles are made from the names of the lexicon, from words that no list knows, and from ways to ask; the same sizes give the
same titles. Printed for each size: seconds of processor and wall, microseconds of processor a title, peak memory.
"""
import glob
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

LEXICON = pathlib.Path(__file__).parents[2] / "Sources/Terminology/Data/Lexicon"
WAYS = [
    "什么是{}？", "{}是什么", "请介绍一下{}", "{}的原理是什么？", "为什么需要{}？", "{}有哪些优点", "{}有什么缺点？", "如何实现{}",
    "{}的应用场景有哪些？", "What is {}?", "How does {} work?", "{}和{}的区别", "{}与{}有什么不同？", "如何评估{}", "{}怎么优化",
]


def names():
    for file in sorted(glob.glob(str(LEXICON / "*.tsv"))):
        for line in open(file, encoding="utf-8"):
            if not line.startswith("#"):
                yield from [name for name in "|".join(line.rstrip("\n").split("\t")[:2]).split("|") if name]


def titles(count):
    chance = random.Random(count)
    known = list(names())
    for _ in range(count):
        way = chance.choice(WAYS)
        # Half of the titles are about something that no lexicon has; the larger the corpus, the more such things.
        subjects = [
            chance.choice(known) if chance.random() < 0.5 else f"zeta{chance.randrange(1 + count // 4):x}" for _ in range(way.count("{}"))
        ]
        yield way.format(*subjects)


def measure(ciyuan, count):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "titles.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(title + "\n" for title in titles(count))
        start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([ciyuan, "duplicates", "--titles", path, "--format", "json"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    # The peak of children only grows: sizes are measured from the smallest to the largest.
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{count:>9} titles  {cpu:8.2f} s CPU  {wall:8.2f} s  {cpu / count * 1e6:7.1f} µs a title  {after.ru_maxrss >> 10:>6} MiB", flush=True)


if __name__ == "__main__":
    sizes = sorted(map(int, sys.argv[2:])) or [10_000, 100_000, 1_000_000]
    for size in sizes:
        measure(sys.argv[1], size)
