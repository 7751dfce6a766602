package org.plumbline.research.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the parts of a clinical question out of its form. What the form does not tell stays empty: a part that is
/// left out costs a little recall, a wrong one the answer.
public final class QuestionReader {

    /// A form of question with named groups i, c, o, p; `rest` may hold outcome, population and comparator.
    private record Form(Pattern pattern) {
        static Form of(String words) {
            return new Form(Pattern.compile(words, Pattern.CASE_INSENSITIVE));
        }
    }

    private static final String IS = "(?:is|are|was|were)";
    private static final String DOES = "(?:does|do|did|can|could|will|would|should|may|might)";
    private static final String VERB =
            "(?:significantly )?(?:reduce|lower|decrease|improve|increase|prevent|affect|relieve|alleviate|shorten|prolong|"
                    + "raise|worsen|cause|influence|enhance|delay|change|control|minimi[sz]e|promote|extend|protect against|diminish|"
                    + "have an? (?:effect|impact|influence) on|lead to|result in|help (?:to )?(?:reduce|improve|prevent|relieve|lower))";
    private static final String COMPARED =
            "(?:(?:when )?compared (?:with|to)|in comparison (?:with|to)|versus|vs\\.?|as opposed to|rather than|relative to|"
                    + "(?:more|better|less) than|than|over(?! \\d))";
    private static final String NOUN =
            "(?:effects?|effectiveness|efficacy|impacts?|influence|benefits?|safety|role|efficacy and safety|benefits? and "
                    + "harms?|risks? and benefits?|evidence for)";

    private static final String HARMS =
            "(?:harms?|adverse (?:events?|effects?|reactions?)|side[- ]effects?|complications|safety|toxicity|tolerability)";

    private static final String QUALITY =
            "(?:(?:clinical |relative |comparative )?(?:effectiveness|efficacy|" + HARMS + "|benefits?))";
    private static final String QUALITIES = "(?:" + QUALITY + "(?:(?:,|,? and|,? or) " + QUALITY + ")*)";
    private static final String GOOD = "(?:effective|efficacious|safe|useful|well tolerated)";

    private static final List<Form> FORMS = List.of(
            Form.of("(?:what (?:is|are|about) )?(?:the )?(?:known |common |serious )?(?<o>" + HARMS
                    + ") of (?<i>.+?)(?<rest> (?:in|among|" + COMPARED + ") .+)?"),
            Form.of(
                    "which is (?:better|more effective|safer|superior)(?: for (?<o>[^,:]+?))?[,:] (?<i>.+?) or (?<c>.+?)(?<rest> (?:for|in|among) .+)?"),
            Form.of(IS
                    + " (?<i>.+?) (?:as (?:effective|efficacious|safe|good|well tolerated)(?: and (?:safe|effective))? as|(?:more|less) (?:effective|efficacious|"
                    + "safe|cost-effective) than|(?:better|safer|worse) than|superior to|inferior to|non-?inferior to|equivalent to|preferable to) "
                    + "(?<c>.+?)(?<rest> (?:for|in|at|among|with regard to|to) .+)?"),
            Form.of("how (?:does|do) (?<i>.+?) compare(?: (?:with|to) (?:each other|one another))?"
                    + "(?: (?:in|for|on|in terms of|with regard to) " + QUALITIES + ")?(?<rest> (?:for|in|among) .+)?"),
            Form.of("(?:how (?:does|do) )(?<i>.+?) compare (?:with|to) (?<c>.+?)(?<rest> (?:for|in|among|on) .+)?"),
            Form.of("(?:how " + GOOD + "(?:,? (?:and|or) " + GOOD + ")* " + IS
                    + " )(?<i>.+?)(?<rest> (?:for|in|at|among|against) .+)?"),
            Form.of("(?:what (?:is|are) (?:the )?" + NOUN
                    + " of )(?<i>.+?) (?:on|upon) (?<o>.+?)(?<rest> (?:in|among|for|with|" + COMPARED + ") .+)?"),
            Form.of("(?:what (?:is|are) (?:the )?" + NOUN + " of )(?<i>.+?)(?<rest> (?:for|in|among|" + COMPARED
                    + ") .+)?"),
            Form.of("(?:the )?" + NOUN + " of (?<i>.+?) on (?<o>.+?)(?<rest> (?:in|among|for|" + COMPARED + ") .+)?"),
            Form.of(IS
                    + " (?<i>.+?) (?:effective|useful|beneficial|safe|helpful|efficacious|safe and effective|effective and safe|superior|better)"
                    + "(?<rest> (?:for|in|at|against|among|as|to|" + COMPARED + ") .+)?"),
            Form.of(
                    "(?:what (?:is|are) the (?:risk|incidence) of )(?<o>.+?) (?:with|after|following|under) (?<i>.+?)(?<rest> (?:in|among|"
                            + COMPARED + ") .+)?"),
            Form.of("(?:" + DOES
                    + "|what if) (?:the (?:use|addition) of |adding |giving |treatment with |using )?(?<i>.+?) " + VERB
                    + " (?<o>.+?)(?<rest> (?:in|among|for|" + COMPARED + ") .+)?"),
            Form.of(DOES + " (?<i>.+?) (?:work|help)(?<rest> (?:for|in|against|with) .+)?"),
            Form.of("(?<i>[^?]+?) (?:versus|vs\\.?|compared (?:with|to)) (?<c>.+?)(?<rest> (?:for|in|among|on) .+)?"),
            Form.of(
                    "(?<i>(?!how |why |what |when |which |who |should )[^?]+?) for (?:the )?(?<o>(?:treatment|prevention|management|relief) of .+?)(?<rest> (?:in|among) .+)?"),
            Form.of(
                    "(?<i>(?!how |why |what |when |which |who |should |is |are |does |do |can )[^?]+?) for (?<o>[^?]+?)(?<rest> (?:in|among) .+)?"));

    private static final Pattern LEADING =
            Pattern.compile("^(?:in|among|for) (?<p>[^,]+), (?<q>.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARATOR = Pattern.compile(
            "^(?<before>.*?)\\s*(?:^|\\s)" + COMPARED + " (?<c>.+?)(?<after> (?:in|among) .+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POPULATION =
            Pattern.compile("^(?<before>.*?)(?:^|\\s)(?:in|among) (?<p>.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile(
            "^(?:the )?(?:acute |initial |medical |symptomatic |long[- ]term )?(?:treat(?:ing|ment of)|manag(?:ing|ement of)|therapy of) (?<p>.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OUTCOME_VERB = Pattern.compile(
            "^(?:to )?(?:the )?(?:prevent(?:ing|ion of)?|reduc(?:e|ing|tion of)|reliev(?:e|ing)|relief of|improv(?:e|ing|ement of)|lower(?:ing)?|decreas(?:e|ing)|"
                    + "control(?:ling)?|shorten(?:ing)?|increas(?:e|ing)) (?<o>.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(?:patients?|people|adults?|children|infants?|women|men|adolescents?|neonates?|elderly|individuals|participants|persons|survivors|"
                    + "smokers|athletes|volunteers|students|newborns?|pregnan\\w+|inpatients|outpatients|boys|girls|workers|babies)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_POPULATION = Pattern.compile(
            "^(?:the (?:short|long|first|next)\\b|vitro|vivo|(?:\\d+|one|two|three|six|twelve) (?:days?|weeks?|months?|years?)|terms? of|general|"
                    + "addition|clinical practice|practice)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private QuestionReader() {}

    /// The parts of a question in its own words; all empty where its form is not known.
    public static Pico read(String question) {
        String words = Terms.plain(question).strip().replaceAll("[?.\\s]+$", "").replaceAll("\\s+", " ");
        Matcher leading = LEADING.matcher(words);
        if (leading.matches()) {
            Pico pico = readForms(leading.group("q"));
            return pico.population().isEmpty() && !pico.equals(Pico.NONE)
                    ? new Pico(leading.group("p"), pico.intervention(), pico.comparator(), pico.outcome())
                    : pico;
        }
        return readForms(words);
    }

    private static Pico readForms(String words) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(words);
            if (matcher.matches()) {
                return parts(matcher);
            }
        }
        return Pico.NONE;
    }

    private static Pico parts(Matcher matcher) {
        String intervention = group(matcher, "i").replaceFirst("(?i)^(?:the )?(?:use|addition|administration) of ", "");
        String rest = group(matcher, "rest");
        String comparator = group(matcher, "c");
        String outcome = group(matcher, "o");
        Matcher compared = COMPARATOR.matcher(rest);
        if (comparator.isEmpty() && compared.matches()) {
            comparator = compared.group("c");
            rest = compared.group("before")
                    + Optional.ofNullable(compared.group("after")).orElse("");
        }
        return place(intervention, comparator, outcome, rest.strip());
    }

    /// Puts what follows the known parts where it belongs: "for preventing stroke in adults".
    private static Pico place(String intervention, String comparator, String outcome, String rest) {
        String population = "";
        String left = rest;
        Matcher in = POPULATION.matcher(left);
        if (in.matches() && !NO_POPULATION.matcher(in.group("p")).matches()) {
            population = in.group("p");
            left = in.group("before").strip();
        }
        String purpose = left.replaceFirst("(?i)^(?:for|against|at|as|to|with regard to|with|on|in)\\s+", "")
                .strip();
        if (outcome.isEmpty() || !purpose.isEmpty()) {
            String asked = outcome.isEmpty() ? purpose : outcome;
            String also = outcome.isEmpty() ? "" : purpose;
            return sorted(population, intervention, comparator, asked, also);
        }
        return sorted(population, intervention, comparator, outcome, "");
    }

    private static Pico sorted(String population, String intervention, String comparator, String asked, String also) {
        String people = also.isEmpty() ? population : population.isEmpty() ? also : population + " with " + also;
        Matcher condition = CONDITION.matcher(asked);
        if (condition.matches()) {
            String with = condition.group("p");
            return new Pico(people.isEmpty() ? with : people + " with " + with, intervention, comparator, "");
        }
        Matcher verb = OUTCOME_VERB.matcher(asked);
        String outcome = verb.matches() ? verb.group("o") : asked;
        if (people.isEmpty() && !verb.matches() && PEOPLE.matcher(outcome).find()) {
            return new Pico(outcome, intervention, comparator, "");
        }
        return new Pico(people, intervention, comparator, outcome);
    }

    private static String group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name)
                ? Optional.ofNullable(matcher.group(name)).orElse("").strip()
                : "";
    }
}
