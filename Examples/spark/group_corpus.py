#!/usr/bin/env python3
"""Find the questions that many pages ask, with Apache Spark doing the reading.

    group_corpus.py [--master local[2]] [--partitions N] CIYUAN PAGES.jsonl OUTPUT

PAGES.jsonl holds one page a line: {"path": ..., "text": ...} or {"path": ..., "html": ...}; a folder or a pattern of such
files will do, on any storage that Spark reads. Spark cuts it into partitions and pipes each through `ciyuan normalize -`.
The answers go to the folder OUTPUT, and `ciyuan duplicates --items` groups their questions. The groups are printed as
JSON. They are the same for any number of partitions, and the same as one process finds:

    ciyuan normalize - < PAGES.jsonl > answers.jsonl
    ciyuan duplicates --items answers.jsonl --format json

Grouping needs the titles and the beginnings of the answers alone, so it runs in one process: see `make bench`.
Needs pyspark and Java 17. On a cluster, CIYUAN must be at the same path on each machine.
"""
import argparse
import glob
import os
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("ciyuan")
    parser.add_argument("pages")
    parser.add_argument("output")
    arguments = parser.parse_args()
    ciyuan = os.path.abspath(arguments.ciyuan)

    spark = SparkSession.builder.master(arguments.master).appName("ciyuan").getOrCreate()
    try:
        pages = spark.sparkContext.textFile(arguments.pages, arguments.partitions)
        # A line that is no page is answered with an error, and ends the program with status 1: that must not end the job.
        answers = pages.pipe(shlex.join([ciyuan, "normalize", "-"]), checkCode=False)
        answers.saveAsTextFile(arguments.output)
    finally:
        spark.stop()
    parts = sorted(glob.glob(os.path.join(arguments.output, "part-*")))
    return subprocess.run([ciyuan, "duplicates", "--format", "json", "--items", *parts]).returncode


if __name__ == "__main__":
    sys.exit(main())
