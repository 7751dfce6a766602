package org.plumbline.citations.design;

import java.util.Optional;
import java.util.regex.Pattern;

/// Knows monographs by their titles.
final class Monographs {

    private static final Pattern NAME_ALONE = Pattern.compile("\\[?[A-Z]\\p{L}{5,}[.]?\\]?");
    /// Characters; shorter abstracts tell nothing.
    private static final int SHORT = 200;

    private Monographs() {}

    /// A title that is one name, as of a drug, is a monograph's.
    static Optional<DesignLevel> find(String title, String abstractWords) {
        boolean monograph = NAME_ALONE.matcher(title.strip()).matches() && abstractWords.length() > SHORT;
        return monograph
                ? Optional.of(
                        new DesignLevel(DesignLevel.Kind.REVIEW, "title: \"" + title.strip() + "\", a name alone"))
                : Optional.empty();
    }
}
