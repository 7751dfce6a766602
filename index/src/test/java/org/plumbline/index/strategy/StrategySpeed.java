package org.plumbline.index.strategy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.Article;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Term;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.StrategySearch;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.mesh.MeshFile;
import org.plumbline.index.mesh.MeshSource;
import org.plumbline.index.pubmed.Strategy;

/// Measures how long a strategy of twenty lines takes over real records that are multiplied under new ids.
///
/// Arguments: an empty home; the folder of test data; how many articles.
final class StrategySpeed {

    private static final int ROUNDS = 5;

    private static final String STRATEGY = """
            1. "Attention Deficit Disorder with Hyperactivity"[mh]
            2. "attention deficit"[tiab] OR adhd[tiab] OR hyperactiv*[tiab] OR hyperkine*[tiab] OR inattent*[tiab]
            3. #1 OR #2
            4. "Migraine Disorders"[mh] OR "Headache Disorders"[mh] OR migrain*[tiab] OR cephalalg*[tiab]
            5. "Urinary Incontinence"[mh] OR incontinen*[tiab] OR "overactive bladder"[tiab] OR "bladder control"[tiab:~3]
            6. #3 OR #4 OR #5
            7. "Central Nervous System Stimulants"[mh] OR methylphenidat*[tiab] OR amphetamin*[tiab] OR pemolin*[tiab]
            8. triptan*[tiab] OR sumatriptan[tiab] OR "Serotonin Receptor Agonists"[mh] OR rizatriptan[tiab]
            9. "Cholinergic Antagonists"[mh] OR tolterodin*[tiab] OR oxybutynin*[tiab] OR "muscarinic antagonist*"[tiab]
            10. or/7-9
            11. randomized controlled trial[pt] OR controlled clinical trial[pt]
            12. randomized[tiab] OR placebo[tiab] OR randomly[tiab] OR trial[tiab] OR groups[tiab]
            13. "Clinical Trials as Topic"[mh:noexp] OR "Double-Blind Method"[mh] OR "Random Allocation"[mh]
            14. or/11-13
            15. animals[mh] NOT humans[mh]
            16. #14 NOT #15
            17. #6 AND #10 AND #16
            18. child*[tw] OR adolescen*[tw] OR "Child"[mh] OR "Adolescent"[mh] OR pediatric*[tw]
            19. #17 AND #18 AND therapy/broad[filter]
            20. #19 AND english[la] AND 1990:2010[dp]
            """;

    private StrategySpeed() {}

    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]);
        Path data = Path.of(args[1]);
        int count = Integer.parseInt(args[2]);
        List<ArticleWithTexts> records =
                ScreeningRecords.read(data, "ADHD", "Triptans", "UrinaryIncontinence", "Estrogens", "NSAIDS");
        List<ArticleWithTexts> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(renamed(records.get(i % records.size()), i));
        }
        many.sort(Comparator.comparing(one -> one.article().id()));
        long start = System.nanoTime();
        Samples.publish(home, many, 2);
        System.out.printf("built %,d articles in %.1f s%n", count, (System.nanoTime() - start) / 1e9);
        MeshFile.write(home, MeshSource.read(data.resolve("vocab").resolve("mesh2015")));
        start = System.nanoTime();
        var mesh = MeshFile.find(home);
        System.out.printf("vocabulary read in %.0f ms%n", (System.nanoTime() - start) / 1e6);
        Strategy strategy = Strategy.parse(STRATEGY);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            for (int round = 1; round <= ROUNDS; round++) {
                long from = System.nanoTime();
                StrategySearch search = snapshot.strategies(Optional.of(mesh.orElseThrow()));
                var lines = search.lines(strategy);
                System.out.printf(
                        "round %d: %d lines in %.0f ms; the last line has %,d articles%n",
                        round,
                        lines.size(),
                        (System.nanoTime() - from) / 1e6,
                        lines.getLast().articles().count());
            }
        }
    }

    private static ArticleWithTexts renamed(ArticleWithTexts record, int number) {
        Article article = record.article();
        Bibliography old = article.bibliography();
        Bibliography dated = new Bibliography(
                old.title(),
                "",
                old.authors(),
                old.journal(),
                new PublicationDate(1985 + number % 30, 1 + number % 12, 0),
                "",
                "",
                "",
                number % 9 == 0 ? "ger" : "eng");
        return StrategyArticles.of(
                "pmid:" + (1_000_000 + number),
                dated,
                List.of(Term.of("D016449", "Randomized Controlled Trial")),
                article.mesh(),
                article.keywords(),
                record.texts().getFirst());
    }
}
