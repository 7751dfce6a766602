package org.plumbline.ingest.fetch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The page that NLM's web server makes of a folder.
final class IndexPage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IndexPage() {}

    static Optional<String> find(NavigableMap<String, Served> files, String folder) {
        StringBuilder rows = new StringBuilder();
        TreeMap<String, String> names = new TreeMap<>();
        files.tailMap(folder, true).forEach((path, file) -> {
            if (path.startsWith(folder)) {
                String rest = path.substring(folder.length());
                int slash = rest.indexOf('/');
                if (slash < 0) {
                    names.put(rest, row(rest, file.modified(), size(file.bytes().length)));
                } else {
                    names.put(rest.substring(0, slash + 1), row(rest.substring(0, slash + 1), file.modified(), "-"));
                }
            }
        });
        if (names.isEmpty()) {
            return Optional.empty();
        }
        names.values().forEach(rows::append);
        return Optional.of("""
                <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
                <html><head><title>Index of %s</title></head><body>
                <h1>Index of %s</h1>
                <pre>Name                                    Last modified      Size  <hr><a href="/">Parent Directory</a>                             -
                %s<hr></pre></body></html>
                """.formatted(folder, folder, rows));
    }

    private static String row(String name, Instant modified, String size) {
        return "<a href=\"%s\">%s</a>   %s  %5s\n".formatted(name, name, DATE.format(modified), size);
    }

    private static String size(int bytes) {
        return bytes < 1024
                ? Integer.toString(bytes)
                : bytes < 1024 * 1024
                        ? String.format(Locale.ROOT, "%.1fK", bytes / 1024.0)
                        : String.format(Locale.ROOT, "%.1fM", bytes / 1024.0 / 1024.0);
    }
}
