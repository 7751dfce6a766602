package org.plumbline.index.pubmed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A search field tag: what stands in square brackets.
///
/// @param noMore whether `:noexp` says that narrower headings are not meant
/// @param near how many words may stand between (`:~3`); -1 where the tag does not say
record Tag(Name name, boolean noMore, int near) {

    static final int NOT_NEAR = -1;

    /// The tags that can be answered, each by its short form and what else PubMed calls it, letters and digits only.
    enum Name {
        TITLE("ti", "title"),
        ABSTRACT("ab", "abstract"),
        TITLE_ABSTRACT("tiab", "titleabstract"),
        KEYWORD("ot", "otherterm", "otherterms"),
        TEXT_WORD("tw", "text", "textword", "textwords"),
        ALL("all", "allfields", "allfield"),
        MESH("mh", "mesh", "meshterm", "meshterms", "meshheading"),
        MAJOR("majr", "meshmajortopic", "majortopic"),
        SUBHEADING("sh", "meshsubheading", "subheading"),
        TYPE("pt", "ptyp", "publicationtype"),
        DATE("dp", "pdat", "datepublication", "publicationdate"),
        AUTHOR("au", "auth", "author", "authors"),
        FIRST_AUTHOR("1au", "authorfirst", "firstauthor"),
        JOURNAL("ta", "jour", "journal", "so", "is", "issn"),
        LANGUAGE("la", "lang", "language"),
        PMID("pmid", "uid"),
        PMCID("pmc", "pmcid"),
        DOI("aid", "doi", "articleidentifier", "lid", "locationid"),
        FILTER("filter", "sb", "subset");

        private final String names;
        private final String shortForm;

        Name(String shortForm, String... others) {
            this.shortForm = shortForm;
            this.names = " " + String.join(" ", others) + " ";
        }

        String shortForm() {
            return shortForm;
        }

        private boolean isCalled(String name) {
            return shortForm.equals(name) || names.contains(" " + name + " ");
        }
    }

    private static final Set<Name> WITH_NARROWER = Set.of(Name.MESH, Name.MAJOR, Name.SUBHEADING, Name.TYPE);
    private static final Set<Name> WITH_NEAR = Set.of(Name.TITLE, Name.ABSTRACT, Name.TITLE_ABSTRACT);
    private static final int MOST_NEAR = 1_000;

    /// Tags of PubMed that name what this index does not hold.
    private static final Map<String, String> NOT_HELD = notHeld();

    private static Map<String, String> notHeld() {
        Map<String, String> held = new TreeMap<>();
        name(held, "affiliations", "ad", "affiliation");
        name(
                held,
                "substances",
                "nm",
                "substancename",
                "supplementaryconcept",
                "rn",
                "ecrnnumber",
                "pharmacologicalaction",
                "pa");
        name(
                held,
                "dates of entry into PubMed",
                "edat",
                "dateentry",
                "entrezdate",
                "crdt",
                "datecreate",
                "datecreation");
        name(held, "dates of indexing", "mhda", "meshdate", "datemesh", "lr", "datemodification", "dcom");
        name(
                held,
                "full names and other roles of people",
                "fau",
                "fullauthorname",
                "fir",
                "ir",
                "investigator",
                "ed",
                "editor",
                "ps");
        name(held, "last authors apart from others", "lastau", "authorlast", "lastauthor");
        name(held, "groups as authors apart from others", "cn", "authorcorporate", "corporateauthor");
        name(held, "volumes, issues and pages", "vi", "volume", "ip", "issue", "pg", "pagination");
        name(
                held,
                "grants, registries and notes",
                "gr",
                "grantnumber",
                "grantsandfunding",
                "si",
                "secondarysourceid",
                "cois");
        name(held, "titles in their own language", "tt", "transliteratedtitle");
        name(
                held,
                "places of publication, publishers and catalogue numbers",
                "pl",
                "placeofpublication",
                "pubn",
                "publisher",
                "jid",
                "nlmuniqueid");
        return held;
    }

    private static void name(Map<String, String> held, String what, String... tags) {
        Arrays.stream(tags).forEach(tag -> held.put(tag, what));
    }

    /// The tag between two offsets of its brackets' content.
    static Tag parse(Source source, int bracket, int end) {
        String content = source.slice(bracket + 1, end - 1);
        int colon = content.indexOf(':');
        String name = (colon < 0 ? content : content.substring(0, colon)).strip();
        Name known = find(name).orElseThrow(() -> source.refusal(bracket, unknown(name)));
        Tag plain = new Tag(known, false, NOT_NEAR);
        return colon < 0 ? plain : plain.with(content.substring(colon + 1).strip(), source, bracket);
    }

    private Tag with(String modifier, Source source, int bracket) {
        if (modifier.equalsIgnoreCase("noexp") && WITH_NARROWER.contains(name)) {
            return new Tag(name, true, NOT_NEAR);
        }
        String digits = modifier.startsWith("~") ? modifier.substring(1).strip() : "";
        if (digits.matches("[0-9]{1,4}") && Integer.parseInt(digits) <= MOST_NEAR && WITH_NEAR.contains(name)) {
            return new Tag(name, false, Integer.parseInt(digits));
        }
        throw source.refusal(
                bracket,
                "\":" + modifier + "\" cannot follow [" + name.shortForm
                        + "]: :noexp follows [mh], [majr], [sh] and [pt];" + " :~N (N from 0 to " + MOST_NEAR
                        + ") follows [ti], [ab] and [tiab]");
    }

    private static Optional<Name> find(String name) {
        String folded = folded(name);
        return Arrays.stream(Name.values()).filter(one -> one.isCalled(folded)).findFirst();
    }

    private static String unknown(String name) {
        String held = NOT_HELD.get(folded(name));
        if (held != null) {
            return "[" + name + "] cannot be answered: this index does not hold " + held + "; leave the term out";
        }
        String known = Arrays.stream(Name.values())
                .map(one -> "[" + one.shortForm + "]")
                .collect(Collectors.joining(" "));
        return "[" + name + "] is no tag that is known; known are " + known;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
