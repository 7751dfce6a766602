package org.plumbline.ingest.text;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.plumbline.citations.Source;

/// Input that could not be taken, with its place and reason, for a person to look at.
///
/// @param file the file's name as it was given, without the folder it was found in
/// @param place where in the file: "line 12, column 3", "PMID 123", or empty for the whole file
/// @param message one line: what is wrong and what to do
/// @param sample the first characters of the offending record, at most 2,000; empty where there is none
/// @param trace the parser's stack trace for PARSER_FAULT, else empty
public record Quarantined(
        Source source, String file, String place, Reason reason, String message, String sample, String trace) {

    /// Why. The name in lower case with hyphens is what is stored and shown.
    public enum Reason {
        EMPTY_FILE,
        TRUNCATED,
        WRONG_CHECKSUM,
        NOT_GZIP,
        NOT_XML,
        MALFORMED_XML,
        UNKNOWN_ENCODING,
        /// A document type with entities of its own, external or expanding: not read, for safety.
        FORBIDDEN_ENTITY,
        /// A record or a text node beyond the bounds.
        TOO_LARGE,
        WRONG_ROOT,
        MISSING_ID,
        UNREADABLE,
        /// None of the formats that are read; told by its content, whatever its name says.
        UNKNOWN_FORMAT,
        /// It opens with a password only.
        ENCRYPTED,
        /// Its author forbids to take text out of it.
        EXTRACTION_FORBIDDEN,
        /// No parser can open it.
        DAMAGED,
        /// Pictures of pages: there is no text in it.
        SCANNED,
        /// Pages without text and without pictures.
        NO_TEXT,
        /// Its fonts do not say which characters its words are made of.
        GARBLED_TEXT,
        /// The child JVM did not end with it in time.
        TIMED_OUT,
        /// The child JVM died of it: too much memory, or a fault of the parser.
        CRASHED,
        MALFORMED_JSON,
        MALFORMED_CSV,
        /// A value that its field cannot have, such as a kind of notice that nobody knows.
        WRONG_VALUE,
        /// The parser failed: our fault, kept with its trace.
        PARSER_FAULT;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public static Quarantined of(Source source, String file, String place, Reason reason, String message) {
        return new Quarantined(source, file, place, reason, message, "", "");
    }

    /// For the one boundary around a record: a fault of ours costs this record, not the batch.
    ///
    /// @param kind what the record is called, such as "citation"
    public static Quarantined ofFault(
            Source source, String file, String place, String kind, String sample, RuntimeException fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return new Quarantined(
                source,
                file,
                place,
                Reason.PARSER_FAULT,
                "the reader failed on this " + kind + "; report it with its trace",
                sample,
                trace.toString());
    }
}
