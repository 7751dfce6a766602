package org.plumbline.ingest.fetch.pubmed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.ingest.fetch.MissingList;
import org.plumbline.ingest.pubmed.PubmedFileName;

/// What is to be fetched, in number order, up to the first file that should be there and is not: a revision or a
/// deletion in it must not be overtaken.
///
/// @param wanted in order
/// @param known how many of the listed files need not be fetched
/// @param missing the gap that it stops at, if any
record PubmedPlan(List<PubmedFile> wanted, long known, MissingList missing) {

    private static final long NUMBERS_A_YEAR = 100_000;

    /// @param listed in order, all of one year
    /// @param upToDate names of those that need not be fetched
    /// @param taken names of all that the corpus has, listed or not: those are no gap
    /// @param fromTheFirst the order begins at number 1, else where the corpus ends or the listing begins
    static PubmedPlan of(List<PubmedFile> listed, Set<String> upToDate, Set<String> taken, boolean fromTheFirst) {
        MissingList missing = new MissingList();
        List<PubmedFile> wanted = new ArrayList<>();
        Map<Long, PubmedFile> byNumber = new TreeMap<>();
        listed.forEach(file -> byNumber.putIfAbsent(file.sequence(), file));
        Map<Long, String> had = new HashMap<>();
        taken.forEach(name -> had.put(PubmedFileName.inputFile(name).sequence(), name));
        boolean checksums = listed.stream().anyMatch(file -> file.md5() != null);
        long expected = first(listed, had, fromTheFirst);
        for (PubmedFile file : byNumber.values()) {
            while (expected < file.sequence() && had.containsKey(expected)) {
                expected++;
            }
            if (expected < file.sequence()) {
                gap(missing, file, expected, listed);
                break;
            }
            expected = file.sequence() + 1;
            if (upToDate.contains(file.name())) {
                continue;
            }
            if (checksums && file.md5() == null) {
                missing.add(
                        file.name(),
                        "its .md5 is not in the listing, as the others' are" + waiting(listed, file.sequence() + 1));
                break;
            }
            wanted.add(file);
        }
        return new PubmedPlan(List.copyOf(wanted), upToDate.size(), missing);
    }

    private static long first(List<PubmedFile> listed, Map<Long, String> had, boolean fromTheFirst) {
        if (listed.isEmpty()) {
            return 0;
        }
        long lowest = listed.getFirst().sequence();
        if (fromTheFirst) {
            return lowest / NUMBERS_A_YEAR * NUMBERS_A_YEAR + 1;
        }
        long highestHad = had.keySet().stream()
                .mapToLong(Long::longValue)
                .filter(sequence -> sequence > 0)
                .max()
                .orElse(lowest - 1);
        return Math.min(lowest, highestHad + 1);
    }

    private static void gap(MissingList missing, PubmedFile behind, long first, List<PubmedFile> listed) {
        String from = nameLike(behind, first);
        String to = nameLike(behind, behind.sequence() - 1);
        missing.add(
                from.equals(to) ? from : from + " to " + to,
                "not in the listing, though " + behind.name() + " is" + waiting(listed, behind.sequence()));
    }

    private static String waiting(List<PubmedFile> listed, long from) {
        long count = listed.stream().filter(file -> file.sequence() >= from).count();
        return (count == 0 ? "" : "; " + count + (count == 1 ? " file waits" : " files wait") + " behind it")
                + "; run this again when the source has it";
    }

    private static String nameLike(PubmedFile file, long sequence) {
        String digits = file.name().replaceFirst("^\\D+\\d\\dn(\\d+)\\..*$", "$1");
        String number = String.format(Locale.ROOT, "%0" + digits.length() + "d", sequence % NUMBERS_A_YEAR);
        return file.name().replaceFirst("n" + digits + "\\.", "n" + number + ".");
    }
}
