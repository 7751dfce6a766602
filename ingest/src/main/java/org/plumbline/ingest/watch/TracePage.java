package org.plumbline.ingest.watch;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.command.Printable;

/// What made an article, for a person at a terminal.
public final class TracePage {

    private TracePage() {}

    public static String of(Trace trace) {
        StringBuilder page = new StringBuilder();
        if (trace.articleId() == null) {
            line(page, "article", "none answers to " + trace.asked());
        } else {
            line(page, "article", trace.articleId());
            line(page, "title", trace.title());
            line(page, "standing", trace.standing().toLowerCase(Locale.ROOT).replace('_', ' '));
            line(page, "review", trace.peerReview());
            line(page, "ids", String.join(", ", trace.ids()));
        }
        block(page, "once", trace.formerIds(), id -> id);
        block(page, "records", trace.records(), TracePage::words);
        block(page, "texts", trace.texts(), text -> text.textId() + ", " + text.kind() + " of " + text.record());
        block(page, "events", trace.events(), TracePage::words);
        block(page, "files", trace.files(), TracePage::words);
        block(page, "runs", trace.runs(), run -> run.run() + ", " + run.started() + " to " + run.ended());
        block(
                page,
                "quarantine",
                trace.quarantined(),
                entry -> entry.id() + ", " + entry.file() + ": " + entry.reason());
        return page.toString().stripTrailing();
    }

    private static String words(Trace.Kept record) {
        return record.key() + (record.deleted() ? ", taken back" : "") + ", newest in " + record.file() + " (sequence "
                + record.sequence() + ", version " + record.version() + ", position " + record.position() + ")";
    }

    private static String words(IntegrityEvent event) {
        String date = event.date() == null ? "" : ", " + Objects.toString(event.date());
        String notice = event.notice().aliases().isEmpty()
                ? ""
                : ", notice " + String.join(", ", event.notice().aliases());
        return event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + event.target() + date + notice
                + ", said by " + event.record();
    }

    private static String words(Trace.File file) {
        return String.format(
                Locale.ROOT,
                "%s, %,d bytes, sha256 %.12s…, read by %s",
                file.path().isEmpty() ? file.name() : file.path(),
                file.bytes(),
                file.sha256(),
                file.run());
    }

    private static <T> void block(StringBuilder page, String name, List<T> values, Function<T, String> words) {
        for (int i = 0; i < values.size(); i++) {
            line(page, i == 0 ? name : "", words.apply(values.get(i)));
        }
    }

    private static void line(StringBuilder page, String name, String words) {
        page.append("%-12s%s%n".formatted(name, Printable.line(words)));
    }
}
