package org.plumbline.index.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Text;
import org.plumbline.index.Samples;

/// Commands that cannot be carried out: one line that says why, exit code 2; and words that no terminal should
/// obey.
class BadCommandTest {

    @TempDir
    private Path home;

    @Test
    void refusesToBuildWithoutACorpusOrWithOneThatCannotBeRead() throws IOException {
        refuses("no corpus in", "build");
        Files.writeString(Files.createDirectory(home.resolve("corpus")).resolve("CURRENT.json"), "{\"format\":");
        refuses("CURRENT.json", "build");
        Files.writeString(home.resolve("corpus/CURRENT.json"), "{\"format\":9,\"tables\":{}}");
        refuses("newer Plumbline", "build");
        Files.writeString(home.resolve("corpus/CURRENT.json"), "{\"format\":1,\"tables\":{},\"digest\":\"ab\"}");
        Files.writeString(home.resolve("index"), "");
        refuses("not writable", "build");
        refuses("--master nowhere", "build", "--master", "nowhere");
    }

    @Test
    void refusesToReadAnIndexThatIsNotThere() throws IOException {
        refuses("no index in", "search", "pain");
        refuses("no index in", "show", "a".repeat(64) + "#0:0-1");
        refuses("no index in", "verify");
        Files.writeString(Files.createDirectory(home.resolve("index")).resolve("CURRENT"), "../../etc\n");
        refuses("is no snapshot id", "search", "pain");
        Files.writeString(home.resolve("index/CURRENT"), "s0123456789abcdef\n");
        refuses("no snapshot s0123456789abcdef", "search", "pain");
        Files.writeString(
                Files.createDirectory(home.resolve("index/s0123456789abcdef")).resolve("manifest.json"), "{");
        refuses("manifest.json", "search", "pain");
    }

    @Test
    void refusesHomesThatAreFilesOrOfANewerVersion() throws IOException {
        Files.writeString(home.resolve("format"), "99\n");
        for (List<String> command : List.of(List.of("build"), List.of("list"), List.of("search", "pain"))) {
            refuses("format \"99\"", command.toArray(String[]::new));
        }
    }

    @Test
    void refusesSearchesThatFindNothingByWhatTheyAsk() {
        publish("Sample drug");
        refuses("no year", "search", "pain", "--since", "2020", "--until", "2019");
        refuses("ask for one at least", "search", "pain", "--limit", "0");
        refuses("--design", "search", "pain", "--design", "rct");
        refuses("is no location", "show", "../../etc/passwd");
        refuses("location", "show", "a".repeat(64) + "#0:6-0");
        String many = IntStream.range(0, 5_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        refuses("words", "search", many);
        for (String odd : List.of("", "\"", "\"\"", "AND OR NOT", "*:*", "pain~ [a TO b] (", "\u0000")) {
            Commanded answer = run("search", odd);
            assertThat(answer.code()).as(odd + ": " + answer.err()).isIn(0, 2);
        }
    }

    @Test
    void sendsNoControlCharacterToTheTerminal() {
        publish("Pain \033]0;title\007 \u009b2J drug");
        Commanded found = run("search", "pain");
        assertThat(found.out()).contains("]0;title").doesNotContain("\033", "\007", "\u009b");
        String location = found.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9a-f]{64}#\\d:.*"))
                .findFirst()
                .orElseThrow();
        assertThat(run("show", location.replaceFirst("#\\d+:.*", "#0:0-4")).out())
                .contains("]0;title")
                .doesNotContain("\033", "\007", "\u009b");
    }

    private void publish(String title) {
        Text text = Samples.text(title, "Sample pain fell.");
        Samples.publish(
                home,
                List.of(Samples.article("pmid:1", title, new PublicationDate(2019, 3, 0), Journal.NONE, text)),
                1);
    }

    private void refuses(String because, String... args) {
        Commanded answer = run(args);
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(because).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
    }

    private Commanded run(String... args) {
        return Commanded.run(home, args);
    }
}
