package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many studies point which way. A study none of whose rows has a direction is unclear, and so is one whose
/// rows point different ways.
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

    /// Whether some studies found lower and others higher. A study without a clear difference contradicts neither.
    public boolean disagree() {
        return lower > 0 && higher > 0;
    }

    /// Whether some studies found a difference and others no clear one, without any that point opposite ways.
    public boolean mixed() {
        return !disagree() && noDifference > 0 && lower + higher > 0;
    }

    String value() {
        return lower + "/" + noDifference + "/" + higher + "/" + unclear;
    }

    /// "Delirium: lower in all 3 studies."; "Delirium: results are mixed: lower in 2 of 3 studies, no clear
    /// difference in 1."; "Delirium: studies disagree: lower in 2 of 3 studies, higher in 1."
    String sentence(String subject) {
        List<String> parts = new ArrayList<>();
        add(parts, lower, Direction.Sign.DECREASE);
        add(parts, noDifference, Direction.Sign.NO_DIFFERENCE);
        add(parts, higher, Direction.Sign.INCREASE);
        if (parts.isEmpty()) {
            return subject + ": " + Formula.counted(studies(), "study", "studies")
                    + "; the direction must be read from the quotes.";
        }
        if (unclear > 0) {
            parts.add("to be read from the quotes in " + unclear);
        }
        String counts = String.join(", ", parts);
        String how = disagree() ? "studies disagree: " : mixed() ? "results are mixed: " : "";
        return subject + ": " + how + counts + ".";
    }

    private void add(List<String> parts, int studies, Direction.Sign sign) {
        if (studies == 0) {
            return;
        }
        String of = parts.isEmpty() ? " of " + Formula.counted(studies(), "study", "studies") : "";
        boolean all = studies == studies();
        parts.add(sign.words() + " in "
                + (all ? (studies == 1 ? "the one study" : "all " + studies + " studies") : studies + of));
    }
}
