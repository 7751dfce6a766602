package org.plumbline.research.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/// Names a job: the time of its submission (UTC) and four letters that keep two of one second apart, such as
/// `20260314-091502-kfqz`. Ids sort by time.
public record JobId(@JsonValue String value) implements Comparable<JobId> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";
    private static final String FORM = "[0-9]{8}-[0-9]{6}-[" + LETTERS + "]{4}";

    @JsonCreator
    public JobId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("job id \"" + value + "\"");
        }
    }

    /// Whether a name has the form of an id.
    public static boolean isOne(String value) {
        return value.matches(FORM);
    }

    /// An id for a job submitted now; vowels are left out, so that no id is a word.
    public static JobId at(Instant now, RandomGenerator random) {
        StringBuilder id = new StringBuilder(TIME.format(now)).append('-');
        for (int i = 0; i < 4; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new JobId(id.toString());
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
