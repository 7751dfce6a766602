package org.plumbline.ingest.document.layout;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Part;

/// A title of a section, as it is printed.
///
/// @param words without its number
/// @param depth how deep its number says that it stands ("2.1" is 2); 0 where it has none
/// @param kind what it opens
public record Heading(String words, int depth, Kind kind) {

    /// What the titles that nearly all journals use open.
    public enum Kind {
        ABSTRACT,
        /// One of the parts of a report.
        MAIN,
        /// Acknowledgements, funding, declarations, appendices.
        BACK,
        REFERENCES,
        /// Any other.
        OTHER
    }

    private static final Pattern NUMBERED =
            Pattern.compile("^(?:(\\d{1,2}(?:\\.\\d{1,2}){0,3})\\.?|[IVX]{1,4}\\.|[A-H]\\.)\\s+(?=\\p{L})");
    private static final Pattern ABSTRACT = Pattern.compile("abstract|summary|synopsis");
    private static final Pattern MAIN = Pattern.compile(
            "introduction|background|rationale|objectives?|aims?( of the study)?|(the )?case (report|presentation|description)s?|"
                    + "(materials?|patients?|subjects?|participants?|study design|design|data)?( and |, | & )*(the )?"
                    + "(patients? and |subjects? and |participants? and )?"
                    + "(methods?|methodology)( ?/ ?design| and (materials?|design|analysis|procedures?|results))?|"
                    + "materials?|experimental( section| procedures?| methods?| part)?|statistical analys[ei]s|"
                    + "results?( and discussions?)?|findings|discussions?( and conclusions?)?|comments?|"
                    + "(strengths and )?limitations?|conclusions?( and .{3,40})?|concluding remarks");
    private static final Pattern BACK =
            Pattern.compile("acknowledge?ments?|(sources? of )?(funding|financial support)( statement| information)?|"
                    + "(competing|conflicts? of|conflicting|declaration of( competing)?|duality of) interests?|disclosures?|"
                    + "(authors?[’']?s?[’']?|author) (contributions?|information|details|affiliations?)|contributors?|grant information|"
                    + "(list of )?abbreviations( used)?|data availability( statement)?|availability of .{3,60}|"
                    + "(electronic )?(supporting|supplementary|supplemental|additional) (information|materials?|files?|data)|"
                    + "appendix( \\w+)?|appendices|ethics( statement| approval.{0,40})?|trial status|endnotes?|footnotes?|"
                    + "pre-publication history|provenance and peer review|consent( for publication)?");
    private static final Pattern REFERENCES = Pattern.compile(
            "references?( and notes)?|bibliography|literature( cited)?|works cited|cited literature|reference list");

    /// The heading that these words are.
    public static Heading of(String printed) {
        String words = printed.strip();
        Matcher number = NUMBERED.matcher(words);
        int depth = 0;
        if (number.find()) {
            depth = number.group(1) == null ? 1 : number.group(1).split("\\.", -1).length;
            words = words.substring(number.end());
        }
        return new Heading(words, depth, kindOf(words));
    }

    /// Whether these are the words of a heading that nearly all journals use.
    public boolean isKnown() {
        return kind != Kind.OTHER;
    }

    /// The part that what follows belongs to.
    public Part part() {
        return switch (kind) {
            case ABSTRACT -> Part.ABSTRACT;
            case MAIN, OTHER -> Part.BODY;
            case BACK, REFERENCES -> Part.BACK;
        };
    }

    private static Kind kindOf(String words) {
        String folded = words.toLowerCase(Locale.ROOT).replaceFirst("[.:]$", "").strip();
        if (ABSTRACT.matcher(folded).matches()) {
            return Kind.ABSTRACT;
        }
        if (REFERENCES.matcher(folded).matches()) {
            return Kind.REFERENCES;
        }
        if (MAIN.matcher(folded).matches()) {
            return Kind.MAIN;
        }
        return BACK.matcher(folded).matches() ? Kind.BACK : Kind.OTHER;
    }
}
