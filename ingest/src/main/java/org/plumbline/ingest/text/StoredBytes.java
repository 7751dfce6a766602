package org.plumbline.ingest.text;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Quarantined.Reason;

/// A file's bytes, gzipped or not (told by the first two bytes), and what a failure to read them says of the file.
public final class StoredBytes {

    private static final int BUFFER = 1 << 16;

    private StoredBytes() {}

    /// The bytes, unzipped.
    public static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        byte[] magic = buffered.readNBytes(2);
        buffered.reset();
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /// Why the rest of a file is not taken.
    ///
    /// @param place how far it was read, such as "line 12"
    public static Delivery.Refused refused(Source source, InputFile file, String place, IOException e) {
        Reason reason = switch (e) {
            case EOFException _ -> Reason.TRUNCATED;
            case ZipException _ -> Reason.NOT_GZIP;
            case MeteredInput.TooMuchException _ -> Reason.TOO_LARGE;
            case CharConversionException _ -> Reason.UNKNOWN_ENCODING;
            default -> Reason.UNREADABLE;
        };
        String what = switch (reason) {
            case TRUNCATED -> "the gzip data ends too early; fetch the file again";
            case NOT_GZIP -> "the gzip data is damaged (" + e.getMessage() + "); fetch the file again";
            case TOO_LARGE -> "one record is beyond " + e.getMessage() + "; look at the file by hand";
            case UNKNOWN_ENCODING -> "the characters are not UTF-8; fetch the file again";
            default -> "cannot be read: " + e.getMessage();
        };
        return new Delivery.Refused(Quarantined.of(source, file.name(), place, reason, what));
    }
}
