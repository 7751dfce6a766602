package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.plumbline.index.DigestSum;
import org.plumbline.index.Holding;
import org.plumbline.index.SnapshotPart;

class TiersTest {

    private static final long FULL = 250_000;

    @Test
    void leavesFewSmallPartsAlone() {
        assertThat(Tiers.joins(parts(250_000, 200_000, 300, 300, 300, 20_000), FULL))
                .isEmpty();
    }

    @Test
    void joinsEightOfOneTier() {
        List<LivePart> parts = parts(250_000, 10, 20, 30, 40, 50, 60, 70, 80);
        assertThat(Tiers.joins(parts, FULL)).containsExactly(parts.subList(1, 9));
    }

    @Test
    void joinsWhatMakesHalfAFullPartAndNotMoreThanAFullOne() {
        List<LivePart> parts = parts(60_000, 50_000, 40_000);
        assertThat(Tiers.joins(parts, FULL))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.list(LivePart.class))
                .containsExactlyInAnyOrderElementsOf(parts);
        assertThat(Tiers.joins(parts(120_000, 110_000, 100_000), FULL))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.list(LivePart.class))
                .hasSize(2);
    }

    @Test
    void writesTheWorstLargePartAnewAndOnlyThat() {
        LivePart fifth = part("a", 250_000, 55_000);
        LivePart third = part("b", 250_000, 83_000);
        LivePart little = part("c", 250_000, 2_000);
        assertThat(Tiers.joins(List.of(fifth, third, little), FULL)).containsExactly(List.of(third));
        assertThat(Tiers.joins(List.of(little), FULL)).isEmpty();
    }

    /// A year of days: each article is written anew a few times, and few parts are left.
    @Test
    void keepsCostProportionalAndPartsFew() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<LivePart> parts = new ArrayList<>(parts(250_000, 250_000, 250_000, 250_000));
        long added = 0;
        long written = 0;
        int most = 0;
        for (int day = 0; day < 365; day++) {
            long articles = 500L + random.nextInt(4_000);
            added += articles;
            parts.add(part("day" + day, articles, 0));
            List<List<LivePart>> joins = Tiers.joins(parts, FULL);
            while (!joins.isEmpty()) {
                for (List<LivePart> group : joins) {
                    long sum = group.stream()
                            .mapToLong(one -> one.part().live().articles())
                            .sum();
                    written += sum;
                    parts.removeAll(group);
                    parts.add(part("join" + written, sum, 0));
                }
                joins = Tiers.joins(parts, FULL);
            }
            most = Math.max(most, parts.size());
        }
        assertThat((double) written / added).as("seed %d: written anew", seed).isLessThan(4);
        assertThat(most).as("seed %d: parts", seed).isLessThan(35);
    }

    private static List<LivePart> parts(long... articles) {
        List<LivePart> parts = new ArrayList<>();
        for (int i = 0; i < articles.length; i++) {
            parts.add(part("part" + i, articles[i], 0));
        }
        return parts;
    }

    private static LivePart part(String id, long articles, long dead) {
        SnapshotPart part = new SnapshotPart(id, holding(articles), new TreeMap<>());
        return new LivePart(dead == 0 ? part : part.withDead(holding(dead), "dead", ""), Path.of(id), Optional.empty());
    }

    private static Holding holding(long articles) {
        return new Holding(articles, articles, articles, DigestSum.ZERO);
    }
}
