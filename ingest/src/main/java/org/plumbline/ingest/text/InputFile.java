package org.plumbline.ingest.text;

/// The file that a reader reads: its name for people, and its place in the source's order.
///
/// @param name the file's name without its folder, such as pubmed26n1335.xml.gz or PMC1065070.1.xml
/// @param sequence the file's order, as in [org.plumbline.citations.SourceOrder]
public record InputFile(String name, long sequence) {}
