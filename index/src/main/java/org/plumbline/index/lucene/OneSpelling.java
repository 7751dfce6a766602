package org.plumbline.index.lucene;

import java.util.List;
import java.util.regex.Pattern;

/// Folds British to American spelling (haemoglobin, tumour, randomised, fibre, sulphate) and Greek letters to their
/// names (`β-blocker` is `beta-blocker`), for a word in lower case.
///
/// The rules are applied to the index and to queries alike, so that a word which they misspell (`israel` → `isrel`)
/// still meets itself; they only have to keep different words apart.
final class OneSpelling {

    /// @param letters in every match
    private record Rule(String letters, Pattern pattern, String replacement) {}

    /// Not behind these: nobody writes supervize, precize, exercize, promize, likewize, noize.
    private static final String ONLY_S =
            "(?<!superv|improv|telev|prec|conc|circumc|exerc|prom|prem|pr|advert|expert|treat|parad|franch|merchand"
                    + "|[aouw])";

    private static final List<Rule> RULES = List.of(
            rule("ae", "ae", "e"),
            rule("oe", "oe(?!$|s$|d$|ing$|m$|ms$|ts?$|try$)", "e"),
            rule("sulph", "sulph", "sulf"),
            rule("our", "(?:(?<=\\w{3})|(?<=^od))our(?=$|s$|ed$|ing$|al$|ally$|able$|ably$|less$|ful$)", "or"),
            rule("is", "(?<=\\w{4})" + ONLY_S + "is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$)", "iz"),
            rule("ys", "(?<=\\w{4})ys(?=e$|ed$|ing$)", "yz"),
            rule("re", "(?<=\\w{2}[tb])re(?=$|s$)", "er"),
            rule("programme", "^programme(?=$|s$)", "program"));

    private OneSpelling() {}

    private static Rule rule(String letters, String pattern, String replacement) {
        return new Rule(letters, Pattern.compile(pattern), replacement);
    }

    static String of(String word) {
        String folded = GreekLetters.named(word);
        if (Character.isDigit(folded.charAt(0))) {
            return folded;
        }
        for (Rule rule : RULES) {
            if (folded.contains(rule.letters())) {
                folded = rule.pattern().matcher(folded).replaceAll(rule.replacement());
            }
        }
        return folded;
    }
}
