package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many studies point which way. A study none of whose rows has a direction is unclear, and so is one whose rows
/// point different ways.
public record Directions(int lower, int noDifference, int higher, int unclear) {

    /// The count over rows.
    public static Directions of(List<EvidenceRow> rows) {
        Map<String, Set<Direction.Sign>> byStudy = new LinkedHashMap<>();
        for (EvidenceRow row : rows) {
            Set<Direction.Sign> signs = byStudy.computeIfAbsent(row.studyId(), study -> new LinkedHashSet<>());
            Direction direction = row.direction();
            if (direction != null) {
                signs.add(direction.sign());
            }
        }
        return new Directions(
                only(Direction.Sign.DECREASE, byStudy),
                only(Direction.Sign.NO_DIFFERENCE, byStudy),
                only(Direction.Sign.INCREASE, byStudy),
                (int) byStudy.values().stream()
                        .filter(signs -> signs.size() != 1)
                        .count());
    }

    private static int only(Direction.Sign sign, Map<String, Set<Direction.Sign>> byStudy) {
        return (int) byStudy.values().stream()
                .filter(signs -> signs.equals(Set.of(sign)))
                .count();
    }

    public int studies() {
        return lower + noDifference + higher + unclear;
    }

    /// Whether studies with a clear direction point different ways.
    public boolean disagree() {
        return (lower > 0 ? 1 : 0) + (noDifference > 0 ? 1 : 0) + (higher > 0 ? 1 : 0) > 1;
    }

    String value() {
        return lower + "/" + noDifference + "/" + higher + "/" + unclear;
    }

    String sentence(String subject) {
        List<String> parts = new ArrayList<>();
        add(parts, lower, "lower");
        add(parts, noDifference, "no clear difference");
        add(parts, higher, "higher");
        if (unclear > 0) {
            parts.add("in " + unclear + " the direction is not clear from the wording");
        }
        String lead = disagree() ? "Studies disagree on " + subject + ": " : subject + ": ";
        return lead + "of " + Formula.counted(studies(), "study", "studies") + ", " + String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, int studies, String what) {
        if (studies > 0) {
            parts.add(studies + (studies == 1 ? " reports " : " report ") + what);
        }
    }
}
