package org.plumbline.citations.design;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.citations.WrongInputException;

/// The kind of a study with the signal that decided it. It is the design only, never a certainty of evidence.
///
/// @param signal what decided, in words a reader can check: `publication type "Randomized Controlled Trial"`, or
///     `title: "a randomised trial"`; "no signal" for OTHER
public record DesignLevel(Kind kind, String signal) {

    /// The kinds, in the order in which tables list them.
    public enum Kind {
        GUIDELINE("guideline"),
        META_ANALYSIS("meta-analysis"),
        SYSTEMATIC_REVIEW("systematic review"),
        RANDOMISED_TRIAL("randomised trial"),
        CONTROLLED_TRIAL("controlled trial"),
        COHORT("cohort study"),
        CASE_CONTROL("case-control study"),
        CROSS_SECTIONAL("cross-sectional study"),
        CASE_REPORT("case report or series"),
        REVIEW("narrative review"),
        PROTOCOL("protocol"),
        ANIMAL_OR_LABORATORY("animal or laboratory study"),
        OPINION("editorial, letter or comment"),
        NOTICE("notice or erratum"),
        OTHER("not classified");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// The name that a user types: `randomised-trial`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The kind of a typed name, in any case and either spelling, with hyphens or underscores.
        ///
        /// @throws WrongInputException where there is none; the message lists them
        public static Kind named(String code) {
            String folded =
                    code.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace("randomized", "randomised");
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(folded))
                    .findFirst()
                    .orElseThrow(() -> new WrongInputException("--design \"" + code.strip() + "\" is not known: use "
                            + Arrays.stream(values()).map(Kind::code).collect(Collectors.joining(", "))));
        }
    }
}
