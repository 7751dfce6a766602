package org.plumbline.research.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.AlteredQuoteException;
import org.plumbline.citations.Article;
import org.plumbline.citations.Claim;
import org.plumbline.citations.Label;
import org.plumbline.citations.Location;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.Verdict;
import org.plumbline.citations.Verdict.Check;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.text.Span;
import org.plumbline.index.Filter;
import org.plumbline.index.IndexedArticle;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.select.Selected.Use;
import org.plumbline.research.select.StandingAlone;

/// Judges claims: whether the words stand where they are said to, and whether the article may support anything.
public final class Verifier {

    public static final String JUDGE = "verifier 1";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,·][0-9]+)*");

    private final Sources sources;
    private final Filter eligible;

    /// @param eligible the filter that every article in the report passed
    public Verifier(Sources sources, Filter eligible) {
        this.sources = sources;
        this.eligible = eligible;
    }

    /// The verdict on a claim: SUPPORT where every check held.
    public Verdict judge(WrittenClaim claim, Retrieved article, Use use) {
        List<Check> checks = new ArrayList<>();
        checks.add(verbatim(claim));
        checks.add(numbers(claim));
        checks.add(standing(article.article()));
        checks.add(filter(article));
        checks.add(resolvable(claim, article.article()));
        if (use != Use.SAMPLE_SIZE) {
            checks.add(standsAlone(claim, use));
        }
        boolean all = checks.stream().allMatch(Check::held);
        return new Verdict(claim.id(), all ? Label.SUPPORT : Label.NOT_ENOUGH_INFO, JUDGE, checks);
    }

    private Check verbatim(WrittenClaim claim) {
        String name = "quote stands verbatim at its location";
        try {
            Optional<Text> text = claim.quotes().isEmpty()
                    ? Optional.empty()
                    : sources.findText(claim.quotes().getFirst().location().textId());
            if (text.isEmpty()) {
                return new Check(name, false, "its text is not among the sources");
            }
            Claim read = claim.check(text.get());
            return new Check(name, true, read.quotes().getFirst().location().toString());
        } catch (AlteredQuoteException | WrongInputException altered) {
            return new Check(name, false, altered.getMessage());
        }
    }

    private static Check numbers(WrittenClaim claim) {
        Set<String> quoted = new HashSet<>();
        claim.quotes().forEach(quote -> quoted.addAll(numbersOf(quote.words())));
        List<String> said = numbersOf(claim.wording());
        List<String> foreign =
                said.stream().filter(number -> !quoted.contains(number)).toList();
        return new Check(
                "every number stands in the quote",
                foreign.isEmpty(),
                foreign.isEmpty() ? said.size() + " numbers" : "not in the quote: " + String.join(", ", foreign));
    }

    private static List<String> numbersOf(String words) {
        Matcher matcher = NUMBER.matcher(words);
        List<String> numbers = new ArrayList<>();
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    private static Check standing(Article article) {
        return new Check("article may support claims", article.standing().supports(), "standing " + article.standing());
    }

    private Check filter(Retrieved article) {
        boolean accepted = eligible.accepts(new IndexedArticle(article.article(), article.design()));
        return new Check(
                "article passes the request's filter",
                accepted,
                article.article().id());
    }

    private static Check resolvable(WrittenClaim claim, Article article) {
        List<String> ids = article.ids().aliases();
        boolean own = claim.quotes().stream()
                .allMatch(quote -> article.texts().stream()
                        .anyMatch(text -> text.textId().equals(quote.location().textId())));
        boolean held = own && !ids.isEmpty() && claim.articleId().equals(article.id());
        return new Check(
                "source can be looked up and is the article's own text",
                held,
                ids.isEmpty() ? "no PMID, PMCID or DOI" : String.join(", ", ids));
    }

    private Check standsAlone(WrittenClaim claim, Use use) {
        String name = "sentence stands alone";
        Location location = claim.quotes().getFirst().location();
        Optional<Text> text = sources.findText(location.textId());
        if (text.isEmpty() || location.section() >= text.get().sections().size()) {
            return new Check(name, false, "its section is not among the sources");
        }
        Section section = text.get().sections().get(location.section());
        Span span = new Span(location.start(), location.end());
        Optional<String> fault = use == Use.CONCLUSION
                ? StandingAlone.findFaultOfConclusion(claim.wording(), span, section.marks())
                : StandingAlone.findFault(claim.wording(), span, section.marks());
        return new Check(name, fault.isEmpty(), fault.orElse("yes"));
    }
}
