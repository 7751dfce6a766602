package org.plumbline.citations;

/// Who delivered a record.
public enum Source {
    /// NLM's citation files; the source id is the PMID.
    PUBMED,
    /// JATS of PubMed Central; the source id is the PMCID.
    PMC,
    /// JATS from a folder, without a PMCID; the source id is its DOI, else the digest of its text.
    JATS
}
