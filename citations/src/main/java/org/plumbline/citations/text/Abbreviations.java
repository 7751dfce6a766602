package org.plumbline.citations.text;

import java.util.Locale;
import java.util.Set;

/// Words that are written with a full stop of their own. Compared in lower case, without the last stop.
final class Abbreviations {

    /// Something always follows these; in capitals most of them are acronyms, which may close a sentence.
    private static final Set<String> OPEN = Set.of(
            "vs", "v.s", "e.g", "eg", "i.e", "ie", "cf", "viz", "fig", "figs", "eq", "eqs", "eqn", "ref", "refs", "nr",
            "nos", "vol", "pp", "approx", "ca", "c.f", "dr", "drs", "prof", "mr", "mrs", "st", "ste", "mt", "tab",
            "suppl", "supp", "sect", "chap", "ver", "dept", "univ", "assoc", "incl", "excl", "esp", "var", "subsp",
            "ssp", "cv", "bros", "gen", "col", "sgt", "capt", "rev", "hon", "pres", "gov");

    private static final Set<String> OPEN_IN_CAPITALS = Set.of("VS", "FIG", "FIGS");

    /// A title before a name, or diabetic retinopathy.
    private static final String DOCTOR = "DR";

    /// These may close a sentence, when what follows looks like a beginning.
    private static final Set<String> EITHER = Set.of(
            "al",
            "et.al",
            "etc",
            "inc",
            "ltd",
            "co",
            "corp",
            "llc",
            "gmbh",
            "u.s",
            "u.s.a",
            "u.k",
            "e.u",
            "a.m",
            "p.m",
            "i.v",
            "i.m",
            "i.p",
            "s.c",
            "p.o",
            "p.r.n",
            "b.i.d",
            "t.i.d",
            "q.i.d",
            "q.d",
            "o.d",
            "b.d",
            "t.d.s",
            "resp",
            "respectively",
            "min",
            "mins",
            "sec",
            "secs",
            "h",
            "hr",
            "hrs",
            "wk",
            "wks",
            "mo",
            "mos",
            "yr",
            "yrs",
            "kg",
            "mg",
            "ml",
            "mm",
            "cm",
            "sp",
            "spp",
            "jr",
            "sr",
            "ph.d",
            "m.d",
            "m.sc",
            "b.sc",
            "s.d",
            "s.e",
            "s.e.m",
            "c.i",
            "d.f",
            "n.s",
            "ns",
            "max",
            "temp",
            "conc",
            "wt",
            "ser",
            "est",
            "ed",
            "eds",
            "trans",
            "ext",
            "misc",
            "avg",
            "std",
            "dev",
            "diff",
            "bid",
            "tid",
            "w.r.t",
            "a.u",
            "r.p.m",
            "d.c",
            "p",
            "pts",
            "pt");

    /// These stand before a number; elsewhere they are words.
    private static final Set<String> BEFORE_NUMBER = Set.of(
            "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "art", "p",
            "para", "ch", "add", "grp", "lot", "cat");

    private Abbreviations() {}

    /// Whether something must follow: not multiple sclerosis (`MS`) nor milliseconds (`ms`), but a lady (`Ms`).
    static boolean isOpen(String word) {
        return isAcronym(word)
                ? OPEN_IN_CAPITALS.contains(word)
                : word.equals("Ms") || OPEN.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
    }

    /// Whether a word is a title if a name follows it.
    static boolean isTitle(String word) {
        return word.equals(DOCTOR);
    }

    static boolean mayClose(String word) {
        return EITHER.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean standsBeforeNumber(String word) {
        return BEFORE_NUMBER.contains(word.toLowerCase(Locale.ROOT));
    }
}
