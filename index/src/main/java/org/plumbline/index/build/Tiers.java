package org.plumbline.index.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.index.SnapshotPart;

/// Chooses which parts are joined into one, so that daily updates leave few parts and each article is written anew
/// a few times at most, not at every update.
///
/// Parts are of one tier whose sizes differ by less than eight times. A tier is joined when it has eight parts, or
/// when two or more of it make half a full part. Parts of half the full size and more are left alone; but of those
/// of which more than a fifth is dead, the worst one is written anew, one an update.
final class Tiers {

    static final long FULL_ARTICLES = 250_000;
    static final int MOST_OF_A_TIER = 8;
    static final double MOST_DEAD = 0.2;

    private static final long SMALLEST = 1_000;

    private Tiers() {}

    /// Groups of parts to be joined, each into one new part; a group of one is written anew without its dead.
    static List<List<LivePart>> joins(List<LivePart> parts, long fullArticles) {
        SortedMap<Integer, List<LivePart>> tiers = new TreeMap<>();
        List<LivePart> large = new ArrayList<>();
        for (LivePart part : parts) {
            long articles = part.part().live().articles();
            if (articles >= fullArticles / 2) {
                large.add(part);
            } else if (articles > 0) {
                tiers.computeIfAbsent(tier(articles), _ -> new ArrayList<>()).add(part);
            }
        }
        List<List<LivePart>> joins = new ArrayList<>();
        for (Map.Entry<Integer, List<LivePart>> tier : tiers.entrySet()) {
            List<LivePart> fitting = fitting(tier.getValue(), fullArticles);
            long sum = articles(fitting);
            if (fitting.size() >= 2 && (tier.getValue().size() >= MOST_OF_A_TIER || sum >= fullArticles / 2)) {
                joins.add(fitting);
            }
        }
        large.stream()
                .max(Comparator.comparingDouble(Tiers::deadShare))
                .filter(part -> deadShare(part) > MOST_DEAD)
                .ifPresent(part -> joins.add(List.of(part)));
        return joins;
    }

    /// The smallest that fit into a full part together.
    private static List<LivePart> fitting(List<LivePart> tier, long fullArticles) {
        List<LivePart> fitting = new ArrayList<>();
        for (LivePart part : tier.stream()
                .sorted(Comparator.comparingLong(one -> one.part().live().articles()))
                .toList()) {
            if (articles(fitting) + part.part().live().articles() <= fullArticles) {
                fitting.add(part);
            }
        }
        return fitting;
    }

    private static long articles(List<LivePart> parts) {
        return parts.stream().mapToLong(part -> part.part().live().articles()).sum();
    }

    private static int tier(long articles) {
        int tier = 0;
        for (long end = SMALLEST; articles >= end; end *= MOST_OF_A_TIER) {
            tier++;
        }
        return tier;
    }

    private static double deadShare(LivePart live) {
        SnapshotPart part = live.part();
        return (double) part.dead().articles() / part.holding().articles();
    }
}
