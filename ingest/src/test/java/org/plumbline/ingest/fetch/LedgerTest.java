package org.plumbline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;

class LedgerTest {

    @TempDir
    private Path home;

    @Test
    void remembersAcrossProcesses() {
        URI address = URI.create("https://example.org/a");
        Page page = new Page("one\ntwo\n", "\"e\"", "");
        try (Ledger ledger = Ledger.open(home)) {
            ledger.keep("pubmed", "a", Fields.of("x\ty", "", "z"));
            ledger.keepPage(address, page);
            ledger.commit();
        }
        try (Ledger ledger = Ledger.open(home)) {
            assertThat(ledger.find("pubmed", "a")).contains(Fields.of("x y", "", "z"));
            assertThat(ledger.find("pmc", "a")).isEmpty();
            assertThat(ledger.findPage(address)).contains(page);
            ledger.forgetAll("pubmed");
            assertThat(ledger.find("pubmed", "a")).isEmpty();
        }
    }

    @Test
    void isForOneProcess() {
        try (Ledger _ = Ledger.open(home)) {
            assertThatThrownBy(() -> Ledger.open(home))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("another ingest is fetching here");
        }
    }

    /// More than the walk holds at a time, changed behind and before it while it goes.
    @Test
    void walksInOrderWhileItIsWritten() {
        try (Ledger ledger = Ledger.open(home)) {
            for (int i = 0; i < 2_500; i++) {
                ledger.keep("pmc", "k%05d".formatted(i), Fields.of("old"));
            }
            List<String> seen = new ArrayList<>();
            Iterator<Map.Entry<String, String>> walk = ledger.lines("pmc");
            while (walk.hasNext()) {
                String key = walk.next().getKey();
                seen.add(key);
                ledger.keep("pmc", key, Fields.of("new"));
                if (seen.size() % 500 == 0) {
                    ledger.commit();
                }
            }
            assertThat(seen).hasSize(2_500).isSorted();
            assertThat(ledger.find("pmc", "k02499")).contains(Fields.of("new"));
        }
    }
}
