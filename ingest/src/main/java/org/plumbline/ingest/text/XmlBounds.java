package org.plumbline.ingest.text;

/// How much of a document a cursor takes before it refuses: memory stays bounded whatever the file holds.
///
/// @param textLength the characters of one element's words, in UTF-16 units
/// @param recordBytes the bytes of one record, after decompression
/// @param depth the elements inside each other
public record XmlBounds(int textLength, long recordBytes, int depth) {

    /// For one publication: 4 Mi characters in one element, 64 MiB in one record, 200 elements deep.
    public static final XmlBounds PUBLICATION = new XmlBounds(4 << 20, 64L << 20, 200);

    public XmlBounds {
        if (textLength < 1 || recordBytes < 1 || depth < 1) {
            throw new IllegalArgumentException("bounds " + textLength + ", " + recordBytes + ", " + depth);
        }
    }
}
