package org.plumbline.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the page that a web server makes of a folder (Apache's and nginx' index, plain or as a table): the files
/// that it links to, of which it may say date and size.
public final class FolderPage {

    private static final Pattern LINK = Pattern.compile(
            "<a\\s[^>]{0,500}?href\\s*=\\s*(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})'|([^\\s\"'<>]{1,2000}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(?::\\d{2})?|\\d{2}-[A-Z][a-z]{2}-\\d{4} \\d{2}:\\d{2}");
    private static final Pattern SIZE =
            Pattern.compile("(?<![\\w.:-])(\\d{1,15}(?:\\.\\d{1,3})?)\\s*([KMGT]?)(?![\\w:.-])");
    private static final Map<String, Double> UNITS =
            Map.of("", 1.0, "K", 1024.0, "M", 1024.0 * 1024, "G", Math.pow(1024, 3), "T", Math.pow(1024, 4));

    private FolderPage() {}

    /// A file of the folder.
    ///
    /// @param stamp date and size as the page says them: where they differ the file may have changed; may be empty
    /// @param aboutBytes as far as the page says; else 0
    public record Row(String name, URI address, String stamp, long aboutBytes) {}

    /// The files directly in the folder, in the page's order, each once.
    ///
    /// @param folder the page's own address, ending with a slash
    public static List<Row> read(URI folder, String html) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Matcher link = LINK.matcher(html);
        List<int[]> places = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        while (link.find()) {
            places.add(new int[] {link.start(), link.end()});
            targets.add(Optional.ofNullable(link.group(1))
                    .or(() -> Optional.ofNullable(link.group(2)))
                    .orElseGet(() -> String.valueOf(link.group(3))));
        }
        for (int i = 0; i < targets.size(); i++) {
            int end = i + 1 < places.size() ? places.get(i + 1)[0] : html.length();
            String beside = html.substring(places.get(i)[1], Math.min(end, places.get(i)[1] + 2_000));
            findRow(folder, targets.get(i).replace("&amp;", "&"), beside)
                    .ifPresent(row -> rows.putIfAbsent(row.name(), row));
        }
        return List.copyOf(rows.values());
    }

    private static Optional<Row> findRow(URI folder, String target, String beside) {
        try {
            URI address = folder.resolve(new URI(target.strip()));
            String path = Optional.ofNullable(address.getPath()).orElse("");
            String name = path.substring(path.lastIndexOf('/') + 1);
            boolean inside = folder.resolve(name).equals(address) && path.startsWith(folder.getPath());
            if (!inside || !name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}")) {
                return Optional.empty();
            }
            return Optional.of(row(name, address, words(beside)));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Row row(String name, URI address, String beside) {
        Matcher date = DATE.matcher(beside);
        if (!date.find()) {
            return new Row(name, address, "", 0);
        }
        Matcher size = SIZE.matcher(beside);
        if (!size.find(date.end())) {
            return new Row(name, address, date.group(), 0);
        }
        double bytes = Double.parseDouble(size.group(1)) * UNITS.getOrDefault(size.group(2), 1.0);
        return new Row(name, address, date.group() + " " + size.group().strip(), (long) bytes);
    }

    /// What stands between the link's own words and the next link, without tags.
    private static String words(String beside) {
        int close = beside.toLowerCase(Locale.ROOT).indexOf("</a>");
        String behind = close < 0 ? beside : beside.substring(close + 4);
        return behind.replaceAll("<[^>]{0,500}>", " ").replace("&nbsp;", " ");
    }
}
