package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.KernelTable;
import org.plumbline.ingest.identity.KnownRecord;
import org.plumbline.ingest.identity.RandomPublications;
import org.plumbline.ingest.identity.RandomPublications.Delivered;
import org.plumbline.ingest.text.JsonLinesReader;

class NewBaselineTest {

    private static final long SEED = 41;
    private static final String GENERATION = "pubmed27n";

    @TempDir
    private Path folder;

    @Test
    void isLoadedBesideTheCorpusInUseAndSwappedIn() {
        List<Delivered> all = RandomPublications.deliveries(SEED, 40);
        List<Delivered> ofPubmed = all.stream()
                .filter(each -> each.record().source() == Source.PUBMED)
                .toList();
        List<Delivered> baseline = ofPubmed.subList(0, ofPubmed.size() / 2);
        try (Intake intake = Intake.open(home(), "local[2]", Clock.systemUTC())) {
            take(intake, "pubmed26n0001.xml", all);
        }
        CurrentCorpus old = current();
        Set<String> oldAliases = column("aliases", "alias");
        Set<String> oldTexts = column("texts", "text_id");

        try (Intake intake = Intake.openBeside(home(), GENERATION, "local[2]", Clock.systemUTC())) {
            take(intake, "pubmed27n0001.xml", baseline);
            assertThat(current()).as("readers still see the old one").isEqualTo(old);
            intake.swapIn();
        }

        CurrentCorpus swapped = current();
        assertThat(swapped.generation()).isEqualTo(GENERATION);
        assertThat(swapped.version()).isGreaterThan(old.version());
        assertThat(column("texts", "text_id")).as("quotes stand on every text").isEqualTo(oldTexts);
        assertThat(live(Source.PUBMED)).isEqualTo(keysThatLive(baseline, Source.PUBMED));
        assertThat(live(Source.PMC)).isEqualTo(keysThatLive(all, Source.PMC));
        assertThat(live(Source.JATS)).isEqualTo(keysThatLive(all, Source.JATS));
        assertThat(oldAliases).as("what is resolvable was so before").containsAll(column("aliases", "alias"));

        try (Intake intake = Intake.open(home(), "local[2]", Clock.systemUTC())) {
            take(intake, "pubmed27n0002.xml", ofPubmed);
        }
        assertThat(current().generation()).isEqualTo(GENERATION);
        assertThat(live(Source.PUBMED)).isEqualTo(keysThatLive(ofPubmed, Source.PUBMED));
        assertThat(current().counts().articles()).isEqualTo(old.counts().articles());
        assertThatThrownBy(() -> Intake.openBeside(home(), GENERATION, "local[2]", Clock.systemUTC()))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("in use already");
    }

    @Test
    void refusesFilesOfAnotherYear() {
        List<Delivered> some = RandomPublications.deliveries(SEED, 5);
        try (Intake intake = Intake.openBeside(home(), GENERATION, "local[2]", Clock.systemUTC())) {
            assertThatThrownBy(() -> take(intake, "pubmed26n0001.xml", some))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessage("pubmed26n0001.xml: not of the baseline pubmed27n that is to be loaded; give"
                            + " --new-baseline the year of the files' names");
        }
        assertThat(CurrentCorpus.find(CorpusHome.existing(home()))).isEmpty();
    }

    private void take(Intake intake, String name, List<Delivered> deliveries) {
        Path file = JsonLinesReader.write(folder.resolve("in").resolve(name), deliveries);
        var _ = intake.take(Source.PUBMED, JsonLinesReader::new, List.of(file));
    }

    private static Set<String> keysThatLive(List<Delivered> deliveries, Source source) {
        return KnownRecord.newest(deliveries.stream().map(Delivered::record).toList()).stream()
                .filter(known ->
                        known.record().source() == source && !known.record().deleted())
                .map(known -> known.record().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> live(Source source) {
        Set<String> keys = new TreeSet<>();
        CorpusHome corpus = CorpusHome.existing(home());
        new KernelTable(corpus.table("records"))
                .forEach(version("records"), List.of("key", "source", "deleted"), row -> {
                    if (row.getString(1).equals(source.name()) && !row.getBoolean(2)) {
                        keys.add(row.getString(0));
                    }
                });
        return keys;
    }

    private Set<String> column(String table, String column) {
        Set<String> values = new TreeSet<>();
        CorpusHome corpus = CorpusHome.existing(home());
        new KernelTable(corpus.table(table))
                .forEach(version(table), List.of(column), row -> values.add(row.getString(0)));
        return values;
    }

    private long version(String table) {
        return Objects.requireNonNull(current().tables().get(table));
    }

    private CurrentCorpus current() {
        return CurrentCorpus.find(CorpusHome.existing(home())).orElseThrow();
    }

    private Path home() {
        return folder.resolve("home");
    }
}
