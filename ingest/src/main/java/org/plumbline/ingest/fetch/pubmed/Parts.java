package org.plumbline.ingest.fetch.pubmed;

/// Which of NLM's two folders are looked into.
public enum Parts {
    ALL,
    BASELINE,
    UPDATES
}
