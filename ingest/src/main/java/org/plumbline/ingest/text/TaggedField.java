package org.plumbline.ingest.text;

/// A field of a tagged record, such as `TI  - A title`.
///
/// @param tag such as TI; empty for what stands before the first tag
/// @param value without line ends, white space collapsed
/// @param line where it begins, from 1
public record TaggedField(String tag, String value, long line) {}
