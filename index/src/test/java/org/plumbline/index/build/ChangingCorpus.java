package org.plumbline.index.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.citations.Article;
import org.plumbline.citations.Article.ArticleText;
import org.plumbline.citations.Json;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.index.Samples;

/// A corpus in memory that changes as ingest changes it: records come, are revised, merged into one article, parted
/// again, taken back and delivered once more; older wordings arrive late; two records have the same words.
public final class ChangingCorpus {

    /// A text and the record that brought it first.
    public record Kept(Text text, String record) {}

    private final Random random;
    private int next = 1000;

    /// The texts of each live record, the newest last.
    private final Map<String, List<Text>> records = new TreeMap<>();

    /// The article of each live record; several may have one.
    private final Map<String, String> groups = new HashMap<>();

    private final Map<String, List<Text>> takenBack = new LinkedHashMap<>();
    private final Map<String, Integer> years = new HashMap<>();
    private final Map<TextId, Kept> texts = new LinkedHashMap<>();
    private final Set<String> everSeen = new HashSet<>();

    public ChangingCorpus(Random random) {
        this.random = random;
    }

    public Map<String, Article> articles() {
        Map<String, List<String>> members = new TreeMap<>();
        groups.forEach((record, group) ->
                members.computeIfAbsent(group, _ -> new ArrayList<>()).add(record));
        Map<String, Article> articles = new TreeMap<>();
        members.values().forEach(group -> {
            Article article = article(new TreeSet<>(group));
            articles.put(article.id(), article);
        });
        return articles;
    }

    public Collection<Kept> texts() {
        return List.copyOf(texts.values());
    }

    /// Every record there ever was.
    public Set<String> everSeen() {
        return Set.copyOf(everSeen);
    }

    /// The records that are not taken back.
    public Set<String> live() {
        return Set.copyOf(records.keySet());
    }

    private Article article(Set<String> group) {
        List<ArticleText> listed = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        for (String record : group) {
            Text newest = textsOf(record).getLast();
            if (listed.stream().noneMatch(one -> one.textId().equals(newest.id()))) {
                listed.add(new ArticleText(newest.id(), newest.kind(), record));
            }
            aliases.add(id(record));
        }
        String first = group.iterator().next();
        return Samples.listing(id(first), aliases, "Title " + first, years.getOrDefault(first, 0), listed);
    }

    private List<Text> textsOf(String record) {
        return Objects.requireNonNull(records.get(record));
    }

    private static String id(String record) {
        return "pmid:" + record.substring("PUBMED:".length());
    }

    /// What a build in full is given.
    public List<ArticleWithTexts> whole() {
        return articles().values().stream().map(this::whole).toList();
    }

    private ArticleWithTexts whole(Article article) {
        return Samples.of(article, texts.values(), BaseSnapshot.listedRecords(article));
    }

    /// One day's changes.
    public void change(int changes) {
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(9)) {
                case 0, 1 -> arrive();
                case 2 -> revise();
                case 3 -> arriveLate();
                case 4 -> takeBack();
                case 5 -> merge();
                case 6 -> part();
                case 7 -> deliverAgain();
                default -> correct();
            }
        }
    }

    public void arrive() {
        String record = "PUBMED:" + next++;
        everSeen.add(record);
        years.put(record, 2000 + random.nextInt(20));
        groups.put(record, record);
        Text words = random.nextInt(10) == 0 && !texts.isEmpty()
                ? any(List.copyOf(texts.values())).text()
                : words();
        records.put(record, new ArrayList<>(List.of(words)));
        keep(words, record);
    }

    private void revise() {
        if (!records.isEmpty()) {
            String record = any(List.copyOf(records.keySet()));
            Text words = words();
            textsOf(record).add(words);
            keep(words, record);
        }
    }

    private void arriveLate() {
        if (!records.isEmpty()) {
            keep(words(), any(List.copyOf(records.keySet())));
        }
    }

    private void takeBack() {
        if (records.size() > 3) {
            String record = any(List.copyOf(records.keySet()));
            takenBack.put(record, records.remove(record));
            groups.remove(record);
        }
    }

    private void deliverAgain() {
        if (!takenBack.isEmpty()) {
            String record = any(List.copyOf(takenBack.keySet()));
            records.put(record, takenBack.remove(record));
            groups.put(record, record);
            if (random.nextBoolean()) {
                Text words = words();
                textsOf(record).add(words);
                keep(words, record);
            }
        }
    }

    private void merge() {
        if (groups.size() > 1) {
            String group = any(List.copyOf(groups.values()));
            String other = any(List.copyOf(groups.values()));
            groups.replaceAll((_, its) -> its.equals(other) ? group : its);
        }
    }

    private void part() {
        if (!groups.isEmpty()) {
            String record = any(List.copyOf(groups.keySet()));
            groups.put(record, record + " alone " + random.nextInt());
        }
    }

    private void correct() {
        if (!records.isEmpty()) {
            years.merge(any(List.copyOf(records.keySet())), 1, Integer::sum);
        }
    }

    private void keep(Text text, String record) {
        texts.putIfAbsent(text.id(), new Kept(text, record));
    }

    private Text words() {
        return Samples.random(random.nextLong(), 1).getFirst().texts().getFirst();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// The ids whose article differs between two states, in either.
    static Set<String> differing(Map<String, Article> before, Map<String, Article> after) {
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.removeIf(id -> before.containsKey(id)
                && after.containsKey(id)
                && Json.line(before.get(id)).equals(Json.line(after.get(id))));
        return ids;
    }
}
