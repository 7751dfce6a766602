"""Which articles of the test data do the lists of notices name? Works on the raw files alone, so that the corpus can be
compared with it. Argument: the data folder. Prints a line an article: its id, a tab, the kinds of notices by comma."""
import collections, csv, glob, gzip, json, os, re, sys
import xml.etree.ElementTree as ET

data = sys.argv[1]
articles = {}  # id -> every identifier of it


def add(pmid=None, pmcid=None, doi=None):
    ids = [name for name, value in (("pmid", pmid), ("pmcid", pmcid), ("doi", doi)) if value]
    values = {"pmid": pmid, "pmcid": pmcid, "doi": doi}
    if ids:
        key = ids[0] + ":" + values[ids[0]].lower().replace("pmc", "PMC")
        articles.setdefault(key, set()).update(name + ":" + values[name].lower() for name in ids)


def open_any(path):
    return gzip.open(path) if path.endswith(".gz") else open(path, "rb")


for path in glob.glob(data + "/pubmed*/**/*.xml*", recursive=True):
    if not path.endswith((".xml", ".xml.gz")):
        continue
    try:
        root = ET.parse(open_any(path)).getroot()
    except (ET.ParseError, OSError):
        continue
    records = list(root.iter("PubmedArticle")) or list(root.iter("MedlineCitation"))
    for record in records:
        citation = record if record.tag == "MedlineCitation" else record.find("MedlineCitation")
        if citation is None:
            continue
        dois = [i.text for i in record.findall("PubmedData/ArticleIdList/ArticleId") if i.get("IdType") == "doi"]
        dois += [e.text for e in citation.findall("Article/ELocationID") if e.get("EIdType") == "doi"]
        add(pmid=citation.findtext("PMID"), doi=dois[0].strip() if dois else None)
for path in glob.glob(data + "/pmc-oa-opendata/PMC*/*.json"):
    about = json.load(open(path))
    add(str(about.get("pmid") or "") or None, about.get("pmcid"), about.get("doi"))
for path in glob.glob(data + "/retrieval/cohen2006-screening/*.csv"):
    for row in csv.DictReader(open(path, newline="", encoding="utf-8")):
        add(row["pubmedID"].strip())
for pmid in json.load(open(data + "/claims/pubmedqa/pqal.json")):
    add(pmid)

said = collections.defaultdict(set)  # identifier -> kinds
for row in csv.DictReader(open(data + "/retractions/retractions_dates.tsv"), delimiter="\t"):
    kind = {"RetractionIn": "RETRACTION", "PartialRetractionIn": "PARTIAL_RETRACTION"}[row["retractionType"]]
    said["pmid:" + row["pmid"]].add(kind)
natures = {"Retraction": "RETRACTION", "Expression of concern": "EXPRESSION_OF_CONCERN", "Correction": "CORRECTION",
           "Reinstatement": "REINSTATEMENT"}
with open(data + "/retractions/retraction_watch_etl_sampled.csv", newline="", encoding="utf-8", errors="replace") as f:
    for row in csv.DictReader(f):
        kind = natures[row["retractionnature"]]
        if kind == "RETRACTION" and re.search(r"Retract and Replace", row["reason"] or ""):
            kind = "RETRACTION_WITH_REPUBLICATION"
        said["doi:" + row["originalpaperdoi"].strip().lower()].add(kind)

for article in sorted(articles):
    kinds = set().union(*(said.get(identifier, set()) for identifier in articles[article]))
    if kinds:
        print(article + "\t" + ",".join(sorted(kinds)))
print("# %d articles" % len(articles), file=sys.stderr)
