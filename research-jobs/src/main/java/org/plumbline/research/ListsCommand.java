package org.plumbline.research;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.sources.SourceList;
import org.plumbline.citations.sources.SourceLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the source lists that a request can choose or leave out.
@Command(
        name = "lists",
        description = "Shows the source lists that `research submit --sources` and `--exclude-sources` can name.",
        footer = {
            "",
            "Example: plumbline research lists guidelines",
            "Your own lists are <home>/lists/*.yaml (docs/settings.md)."
        },
        mixinStandardHelpOptions = true)
final class ListsCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(arity = "0..*", paramLabel = "LIST", description = "these only, with all that is on them")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "print one JSON object a line, the count last")
    private boolean json;

    @Override
    public Integer call() {
        SourceLists known = SourceLists.of(home.home());
        Collection<SourceList> lists = ids.isEmpty() ? known.all() : known.named(ids);
        lists.forEach(list -> System.out.println(json ? Json.line(list) : words(list)));
        if (json) {
            System.out.println(Json.line(Map.of("lists", lists.size())));
        }
        return Commands.DONE;
    }

    private String words(SourceList list) {
        StringBuilder words = new StringBuilder("%-20s %s: %d journals, %d publishers, %d publication types"
                .formatted(
                        list.id(),
                        Printable.line(list.title()),
                        list.journals().size(),
                        list.publishers().size(),
                        list.publicationTypes().size()));
        if (!ids.isEmpty()) {
            words.append("%n  %s".formatted(Printable.line(list.description())));
            list.journals()
                    .forEach(journal -> words.append("%n  journal    %-10s %-10s %s"
                            .formatted(journal.issn(), journal.nlmId(), Printable.line(journal.title()))));
            list.publishers().forEach(name -> words.append("%n  publisher  %s".formatted(Printable.line(name))));
            list.publicationTypes().forEach(type -> words.append("%n  type       %s".formatted(Printable.line(type))));
        }
        return words.toString();
    }
}
