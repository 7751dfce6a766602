package org.plumbline.ingest.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a file that says when its content was fetched: `retraction_watch-20261123.csv`,
/// `europepmc-20261123T081500Z-0002.json`.
public final class DatedName {

    private static final Pattern TIME = Pattern.compile("-(\\d{8})(?:T(\\d{6})Z)?(?=[-.])");

    private DatedName() {}

    /// The time in UTC as a number of 14 digits, year to second; 0 for a file without one, which so yields to those
    /// that have one.
    public static long sequence(String name) {
        Matcher time = TIME.matcher(name);
        return time.find() ? Long.parseLong(time.group(1) + (time.group(2) == null ? "000000" : time.group(2))) : 0;
    }
}
