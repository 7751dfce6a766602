package org.plumbline.ingest.services;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.Web;

/// Fetches what a service answers to a query, page by page, and keeps each page as it came. For one thread.
public final class Pages {

    private static final long PAGE_BYTES = 128L << 20;

    /// A page that is no whole JSON is asked for again, so often in all.
    private static final int ATTEMPTS = 3;

    /// No service is asked for more: a mark that never ends would fill the disk.
    private static final int MOST_PAGES = 100_000;

    private final Web web;
    private final Answers answers;

    /// What was fetched.
    ///
    /// @param records in the pages
    /// @param missing what is missing and what to do, one line; null where all came
    public record Outcome(int pages, long records, @Nullable String missing) {

        /// What is missing and what to do, one line; empty where all came.
        public Optional<String> findMissing() {
            return Optional.ofNullable(missing);
        }
    }

    public Pages(Web web, Answers answers) {
        this.web = web;
        this.answers = answers;
    }

    /// Fetches all pages, or as many as can be had: those that came are kept in any case.
    public Outcome fetch(Query query) {
        Progress progress = new Progress(answers.stamp());
        Optional<URI> next = query.first();
        try {
            while (next.isPresent() && progress.pages < MOST_PAGES) {
                Optional<Answer> answer = ask(next.get(), query);
                answer.ifPresent(each -> progress.keep(each, query));
                next = query.next(next.get(), answer.map(Answer::head));
            }
        } catch (NotFetchedException | CutException e) {
            return progress.outcome(e.getMessage() + "; run this again");
        }
        return progress.outcome(
                progress.total > progress.records
                        ? "the service said " + progress.total + " records and gave " + progress.records
                                + "; run this again"
                        : null);
    }

    private Optional<Answer> ask(URI address, Query query) throws NotFetchedException, CutException {
        for (int attempt = 1; ; attempt++) {
            try {
                String body = web.text(address, PAGE_BYTES);
                return Optional.of(new Answer(body, AnswerHead.read(body)));
            } catch (NotFetchedException e) {
                if (e.reason() != NotFetchedException.Reason.GONE || !query.mayBeUnknown()) {
                    throw e;
                }
                return Optional.empty();
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new CutException(address, e);
                }
            }
        }
    }

    private record Answer(String body, AnswerHead head) {}

    /// Each time it was asked for, a page came that was no whole JSON.
    private static final class CutException extends Exception {

        private static final long serialVersionUID = 1L;

        CutException(URI address, IOException cause) {
            super(address.getHost() + address.getPath() + ": no whole JSON came, " + ATTEMPTS + " times", cause);
        }
    }

    private final class Progress {

        private final String run;
        private int pages;
        private long records;
        private long total;

        Progress(String run) {
            this.run = run;
        }

        void keep(Answer answer, Query query) {
            pages++;
            answers.keep(run, pages, ".json", answer.body());
            records += query.records(answer.head());
            total = query.total(answer.head()).orElse(total);
        }

        Outcome outcome(@Nullable String missing) {
            String came = "after " + pages + " pages with " + records + " records: ";
            return new Outcome(pages, records, missing == null ? null : came + missing);
        }
    }
}
