package org.plumbline.ingest.watch;

import java.util.Arrays;
import java.util.Optional;
import org.plumbline.ingest.text.Quarantined;

/// What a person can do about something in quarantine.
public final class NextStep {

    private NextStep() {}

    /// One sentence.
    public static String after(QuarantineEntry entry) {
        if (!entry.open()) {
            return "nothing: the file was read again since";
        }
        String again = "then run plumbline ingest quarantine retry " + entry.id();
        return find(entry.reason())
                .map(reason -> switch (reason) {
                    case EMPTY_FILE, TRUNCATED, WRONG_CHECKSUM, NOT_GZIP ->
                        "the file did not arrive whole: fetch it again from its source, " + again;
                    case UNREADABLE -> "give this user the right to read the file, or mend the disk, " + again;
                    case PARSER_FAULT ->
                        "a fault of ours: report the trace; after an update " + again.substring("then ".length());
                    case FORBIDDEN_ENTITY ->
                        "the file brings entities of its own, which are never read: ask its publisher for plain XML, "
                                + again;
                    case TOO_LARGE -> "look at the file by hand: it holds more than its kind should; mend it, " + again;
                    case MISSING_ID -> "the record has no identifier: ask its publisher, or mend the file, " + again;
                    default -> "mend the file, or ask its publisher for another, " + again;
                })
                .orElse("mend the file, or ask its publisher for another, " + again);
    }

    private static Optional<Quarantined.Reason> find(String code) {
        return Arrays.stream(Quarantined.Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
