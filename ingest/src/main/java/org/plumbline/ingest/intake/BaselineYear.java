package org.plumbline.ingest.intake;

import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.WrongInputException;

/// NLM's yearly baseline replaces everything before it: files of two years are never mixed in one corpus.
public final class BaselineYear {

    private static final Pattern PREFIX = Pattern.compile("(pubmed\\d\\dn)\\d{4,5}\\b.*");

    private BaselineYear() {}

    /// Passes where the names, of files to take and of files taken before, are of one year.
    ///
    /// @throws WrongInputException where they are of several
    public static void requireOne(Collection<String> names) {
        TreeSet<String> prefixes = new TreeSet<>();
        for (String name : names) {
            Matcher numbered = PREFIX.matcher(name);
            if (numbered.matches()) {
                prefixes.add(numbered.group(1));
            }
        }
        if (prefixes.size() > 1) {
            throw new WrongInputException("files of several baseline years (" + String.join(", ", prefixes)
                    + "): each year's baseline replaces the last; load the new one beside it with --new-baseline YEAR");
        }
    }
}
