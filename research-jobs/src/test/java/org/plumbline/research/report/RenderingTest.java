package org.plumbline.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.research.report.export.BibtexRenderer;
import org.plumbline.research.report.export.RisRenderer;
import org.plumbline.research.report.html.HtmlRenderer;
import org.plumbline.research.report.markdown.MarkdownRenderer;

/// Walks the golden reports: `NAME.json` is the sample report, `NAME.html` and the others are its renderings. Run
/// with `-Dplumbline.goldens=write` to write them anew, then look at the difference before keeping it.
class RenderingTest {

    private static final Path GOLDENS = Path.of("src", "test", "resources", "reports");
    private static final boolean WRITE = "write".equals(System.getProperty("plumbline.goldens"));

    @Test
    void rendersEverySampleAsItsGoldenFilesSay() throws IOException {
        for (Map.Entry<String, Report> sample : SampleReports.all().entrySet()) {
            String json = JsonReport.write(sample.getValue());
            check(sample.getKey() + ".json", json);
            Report read = JsonReport.read(json);
            check(sample.getKey() + ".html", HtmlRenderer.render(read));
            check(sample.getKey() + ".md", MarkdownRenderer.render(read));
            check(sample.getKey() + ".ris", RisRenderer.render(read));
            check(sample.getKey() + ".bib", BibtexRenderer.render(read));
        }
        assertThat(WRITE).as("golden files were written, not compared").isFalse();
    }

    private static void check(String name, String content) throws IOException {
        Path golden = GOLDENS.resolve(name);
        if (WRITE) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, content);
        }
        assertThat(content).as(name).isEqualTo(Files.readString(golden));
    }
}
