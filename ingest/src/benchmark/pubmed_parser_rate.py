"""Measures pubmed_parser, what a Python team would use, on one core: citations of a file, articles of a folder.

Arguments: a citation file (.xml.gz); a folder of JATS files.
"""

import os
import pathlib
import sys
import time

import pubmed_parser


def citations(path: str) -> None:
    start = time.process_time()
    n = sum(1 for _ in pubmed_parser.parse_medline_xml(path, author_list=True))
    seconds = time.process_time() - start
    print(f"pubmed_parser, citations: {n / seconds:.0f}/s (n {n}, {seconds:.1f} s of one core)")


def articles(folder: str) -> None:
    files = sorted(str(p) for p in pathlib.Path(folder).rglob("*.xml"))
    failed = 0
    start = time.process_time()
    for path in files:
        try:
            pubmed_parser.parse_pubmed_xml(path)
            pubmed_parser.parse_pubmed_paragraph(path, all_paragraph=True)
            pubmed_parser.parse_pubmed_references(path)
        except Exception:  # whatever it does not read counts as time, not as an article
            failed += 1
    seconds = time.process_time() - start
    n = len(files) - failed
    print(f"pubmed_parser, JATS: {n / seconds:.0f}/s (n {n}, {failed} failed, {seconds:.1f} s of one core)")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    citations(sys.argv[1])
    articles(sys.argv[2])
