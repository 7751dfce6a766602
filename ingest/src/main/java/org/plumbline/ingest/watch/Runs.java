package org.plumbline.ingest.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.Attempt;
import org.plumbline.ingest.corpus.Attempts;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.KernelTable;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.watch.RunLine.Outcome;

/// The runs that published something, with the newest tries that did not.
public final class Runs {

    /// The table that keeps them.
    static final String TABLE = "runs";

    private static final List<String> COLUMNS = List.of("run", "source", "started", "ended", "report");

    private Runs() {}

    /// The newest, newest first.
    ///
    /// @param source of which; of all where it is empty
    /// @param most how many
    public static List<RunLine> newest(CorpusHome home, Optional<Source> source, int most) {
        PriorityQueue<RunLine> newest = new PriorityQueue<>(Comparator.comparing(RunLine::started));
        for (Source each : source.map(List::of).orElseGet(() -> List.of(Source.values()))) {
            tries(home, each).forEach(line -> add(newest, line, most));
        }
        published(home)
                .ifPresent(version -> new KernelTable(home.table(TABLE)).forEach(version, COLUMNS, row -> {
                    Source its = Source.valueOf(row.getString(1));
                    if (source.isEmpty() || source.get() == its) {
                        add(
                                newest,
                                new RunLine(
                                        row.getString(0),
                                        its.word(),
                                        Outcome.PUBLISHED,
                                        row.getString(2),
                                        row.getString(3),
                                        "",
                                        Json.read(row.getString(4), RunReport.class)),
                                most);
                    }
                }));
        List<RunLine> lines = new ArrayList<>(newest);
        lines.sort(Comparator.comparing(RunLine::started).reversed());
        return List.copyOf(lines);
    }

    private static void add(PriorityQueue<RunLine> newest, RunLine line, int most) {
        newest.add(line);
        if (newest.size() > most) {
            newest.remove();
        }
    }

    private static List<RunLine> tries(CorpusHome home, Source source) {
        List<Attempt> attempts = new ArrayList<>(Attempts.of(home, source, Attempts.Work.FETCH));
        attempts.addAll(Attempts.of(home, source, Attempts.Work.TAKE));
        return attempts.stream()
                .filter(attempt -> attempt.state() != Attempt.State.DONE)
                .map(Runs::line)
                .toList();
    }

    private static RunLine line(Attempt attempt) {
        Outcome outcome = switch (attempt.state()) {
            case FAILED -> Outcome.FAILED;
            case CUT_OFF -> Outcome.CUT_OFF;
            case RUNNING, ELSEWHERE, DONE -> Outcome.RUNNING;
        };
        return new RunLine(
                "", attempt.source().word(), outcome, attempt.began(), attempt.ended(), attempt.explain(), null);
    }

    private static Optional<Long> published(CorpusHome home) {
        return CurrentCorpus.find(home)
                .flatMap(current -> Optional.ofNullable(current.tables().get(TABLE)));
    }
}
