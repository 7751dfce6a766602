package org.plumbline.index.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Json;
import org.plumbline.citations.Location;
import org.plumbline.citations.Section;
import org.plumbline.citations.TextId;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `index show`: what stands at a location.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints the words at a location, with those before and after.")
final class ShowCommand implements Callable<Integer> {

    private static final Pattern LOCATION = Pattern.compile("([0-9a-f]{64})#(\\d{1,9}):(\\d{1,9})-(\\d{1,9})");
    private static final int CONTEXT = 300;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "LOCATION", description = "as search prints it: text#section:start-end")
    private String location = "";

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    /// What `--json` prints.
    record Shown(String location, List<String> heading, String before, String words, String after) {}

    @Override
    public Integer call() {
        Location wanted = parsed(location);
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            Section section = snapshot.findSection(wanted.textId(), wanted.section())
                    .orElseThrow(() -> new WrongInputException("location " + location + ": snapshot "
                            + snapshot.manifest().id() + " has no such section"));
            Shown shown = shown(section, wanted);
            System.out.println(json ? Json.line(shown) : page(shown));
        }
        return Commands.DONE;
    }

    private static Location parsed(String location) {
        Matcher matcher = LOCATION.matcher(location);
        if (!matcher.matches()) {
            throw new WrongInputException(
                    "\"" + location + "\" is no location: write <text id>#<section>:<start>-<end>");
        }
        return new Location(
                new TextId(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)));
    }

    private static Shown shown(Section section, Location wanted) {
        String content = section.content();
        if (wanted.end() > content.length()) {
            throw new WrongInputException("location " + wanted + ": the section ends at " + content.length());
        }
        int from = Math.max(0, wanted.start() - CONTEXT);
        int to = Math.min(content.length(), wanted.end() + CONTEXT);
        return new Shown(
                wanted.toString(),
                section.heading(),
                content.substring(from, wanted.start()),
                content.substring(wanted.start(), wanted.end()),
                content.substring(wanted.end(), to));
    }

    private static String page(Shown shown) {
        boolean terminal = Terminal.isAttached();
        String heading = shown.heading().isEmpty() ? "" : Printable.line(String.join(" > ", shown.heading())) + "\n\n";
        return heading
                + Printable.page(shown.before())
                + (terminal ? "\033[1m" : "«")
                + Printable.page(shown.words())
                + (terminal ? "\033[0m" : "»")
                + Printable.page(shown.after());
    }
}
