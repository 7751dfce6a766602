package org.plumbline.citations.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;

class SourceListsTest {

    @TempDir
    private Path home;

    @Test
    void knowsItsOwnListsAndThoseOfTheHome() throws IOException {
        write("mine.yaml", """
                id: mine
                journals:
                  - issn: 9999-0008
                  - title: The Journal of Nothing (London)
                publishers: [Made-up Press]
                """);
        SourceLists lists = SourceLists.of(home);
        assertThat(lists.all())
                .extracting(SourceList::id)
                .containsExactly("cochrane", "guidelines", "mine", "preprint-servers");
        assertThat(lists.named(List.of("mine")).getFirst().keys())
                .containsExactly("issn:99990008", "journal:journalofnothinglondon", "publisher:madeuppress");
        assertThat(lists.named(List.of("cochrane")).getFirst().keys())
                .containsExactly("issn:1469493x", "nlm:100909747");
        assertThatThrownBy(() -> lists.named(List.of("cochran")))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("there are cochrane, guidelines, mine, preprint-servers");
    }

    @Test
    void refusesWithFileAndLine() throws IOException {
        refuses("id: a\njournals:\n  - title: One\n  - issn: 1469-4930\n  - title: Two\n", "line 4", "should be X");
        refuses("id: a\njournals:\n  - issn: 14694930\n", "line 3", "four digits, a hyphen");
        refuses("id: a\njournals:\n  - nlmId: one\n", "line 3", "nlmId ONE");
        refuses("id: a\njournals:\n  - {}\n", "line ", "without issn, nlmId and title");
        refuses("id: a\n", "line ", "is empty");
        refuses("id: An Id\npublishers: [x]\n", "line 1", "expected lower-case letters");
        refuses("id: a\npublishers: [x]\njornals: []\n", "line ", "unknown key \"jornals\"");
        refuses("id: a\njournals: [\n", "line ", "");
        refuses("", "", "empty");
        refuses("id: cochrane\npublishers: [x]\n", "", "is another list's");
    }

    @Test
    void computesCheckDigits() {
        assertThat(List.of("1469-493X", "0028-4793", "1533-4406", "0140-6736", "0317-8471"))
                .as("of known journals")
                .allMatch(Issn::isValid);
        assertThat(Issn.isValid("0028-4794")).isFalse();
        assertThat(Issn.isValid("1469-493")).isFalse();
    }

    private void refuses(String yaml, String line, String words) throws IOException {
        write("list.yaml", yaml);
        assertThatThrownBy(() -> SourceLists.of(home))
                .as(yaml)
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("list.yaml")
                .hasMessageContaining(line)
                .hasMessageContaining(words);
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("lists")).resolve(name), yaml);
    }
}
