package org.plumbline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.ingest.fetch.FolderPage.Row;

class FolderPageTest {

    private static final URI FOLDER = URI.create("https://ftp.example.org/pubmed/baseline/");

    @Test
    void readsApachesPlainPage() {
        List<Row> rows = FolderPage.read(FOLDER, """
                <h1>Index of /pubmed/baseline</h1><pre>Name   Last modified   Size  <hr>
                <a href="/pubmed/">Parent Directory</a>                             -
                <a href="README.txt">README.txt</a>              2026-01-29 14:05  4.8K
                <a href="pubmed26n0001.xml.gz">pubmed26n0001.xml.gz</a>    2026-01-29 14:05   19M
                <a href="pubmed26n0001.xml.gz.md5">pubmed26n0001.xml.gz.md5</a> 2026-01-29 14:05   60
                """);
        assertThat(rows)
                .containsExactly(
                        row("README.txt", "2026-01-29 14:05 4.8K", 4_915),
                        row("pubmed26n0001.xml.gz", "2026-01-29 14:05 19M", 19 << 20),
                        row("pubmed26n0001.xml.gz.md5", "2026-01-29 14:05 60", 60));
    }

    @Test
    void readsATableAndNginxPage() {
        assertThat(FolderPage.read(FOLDER, """
                        <tr><td><A class=x HREF='./a.xml.gz'>a&nbsp;</A></td><td align="right">2026-01-29 14:05 </td>
                        <td align="right">1.5K</td><td>&nbsp;</td></tr>
                        """)).containsExactly(row("a.xml.gz", "2026-01-29 14:05 1.5K", 1_536));
        assertThat(FolderPage.read(FOLDER, """
                        <a href="../">../</a>
                        <a href="b.xml.gz">b.xml.gz</a>                29-Jan-2026 14:05            19923456
                        """))
                .containsExactly(row("b.xml.gz", "29-Jan-2026 14:05 19923456", 19_923_456));
    }

    @Test
    void passesOverWhatIsNoFileOfTheFolder() {
        assertThat(FolderPage.read(FOLDER, """
                        <a href="https://elsewhere.example.org/pubmed/baseline/x.xml.gz">x</a>
                        <a href="/pubmed/updatefiles/y.xml.gz">y</a>
                        <a href="../../etc/passwd">z</a>
                        <a href="sub/">sub</a>
                        <a href="?C=N;O=D">Name</a>
                        <a href="%2e%2e%2fup.xml.gz">up</a>
                        <a href="ht tp:bad">bad</a>
                        <a href="same.xml.gz">1</a><a href="same.xml.gz">2</a>
                        """)).extracting(Row::name).containsExactly("same.xml.gz");
        assertThat(FolderPage.read(FOLDER, "")).isEmpty();
    }

    private static Row row(String name, String stamp, long bytes) {
        return new Row(name, FOLDER.resolve(name), stamp, bytes);
    }
}
