package org.plumbline.research;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.sources.SourceLists;
import org.plumbline.research.job.JobId;
import org.plumbline.research.request.Request;
import org.plumbline.schedule.Messenger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Stores a request and prints the id of its job.
@Command(
        name = "submit",
        description = "Stores a question for the next `research work`; prints the job's id.",
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

    /// Far more than a question may have, and no more of an endless stream.
    private static final int MOST_BYTES = 1 << 16;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--question",
            required = true,
            description =
                    "one sentence, or - to read it from stdin, where no list of processes shows it; never name a patient")
    private String question = "";

    @Option(names = "--population", defaultValue = "", description = "who, where the question alone does not say it")
    private String population = "";

    @Option(names = "--intervention", defaultValue = "", description = "what is done to them")
    private String intervention = "";

    @Option(names = "--comparator", defaultValue = "", description = "what it is compared with")
    private String comparator = "";

    @Option(names = "--outcome", defaultValue = "", description = "what is measured; several with commas")
    private String outcome = "";

    @Option(names = "--since", paramLabel = "YEAR", description = "published in this year or later")
    private @Nullable Integer since;

    @Option(names = "--until", paramLabel = "YEAR", description = "published in this year or earlier")
    private @Nullable Integer until;

    @Option(names = "--journals", split = ",", paramLabel = "JOURNAL", description = "read these only: titles or ISSNs")
    private List<String> journals = List.of();

    @Option(names = "--exclude-journals", split = ",", paramLabel = "JOURNAL", description = "never show these")
    private List<String> excludedJournals = List.of();

    @Option(
            names = "--sources",
            split = ",",
            paramLabel = "LIST",
            description = "read these source lists only; see `research lists`")
    private List<String> sources = List.of();

    @Option(
            names = "--exclude-sources",
            split = ",",
            paramLabel = "LIST",
            description = "never show these lists' sources")
    private List<String> excludedSources = List.of();

    @Option(names = "--design", split = ",", paramLabel = "DESIGN", description = "such as randomised-trial,cohort")
    private List<String> designs = List.of();

    @Option(names = "--include-preprints", description = "also read what no journal has reviewed")
    private boolean includePreprints;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        SourceLists lists = SourceLists.of(home.home());
        Request request = new Request(
                question.equals("-") ? questionFromStdin() : question,
                population,
                intervention,
                comparator,
                outcome,
                since,
                until,
                journals,
                excludedJournals,
                lists.named(sources),
                lists.named(excludedSources),
                Request.designsNamed(designs),
                includePreprints ? Request.Preprints.INCLUDED : Request.Preprints.EXCLUDED);
        JobId id = HomeQueue.of(home).submit(request);
        System.out.println(json ? Json.line(Map.of("id", id)) : id.value());
        Messenger.send(home.home(), id.value());
        return Commands.DONE;
    }

    private static String questionFromStdin() {
        try {
            return new String(System.in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WrongInputException("--question -: stdin cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
