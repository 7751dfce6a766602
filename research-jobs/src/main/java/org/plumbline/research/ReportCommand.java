package org.plumbline.research;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.WholeFile;
import org.plumbline.research.pipeline.JobFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Renders a job's report.
@Command(name = "report", description = "Writes a job's report.", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ID", description = "a job's id or the beginning or end of it")
    private String id = "";

    @Option(names = "--format", defaultValue = "html", description = "${COMPLETION-CANDIDATES}; default html")
    private ReportFormat format = ReportFormat.html;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write; - for stdout")
    private String out = "";

    @Override
    public Integer call() throws IOException {
        JobDirectory job = HomeQueue.of(home).job(id);
        if (!new JobFiles(job).hasReport()) {
            throw new WrongInputException("job %s is %s and has no report yet: `plumbline research work --drain` first"
                    .formatted(job.id(), Shown.of(job).state()));
        }
        byte[] content = format.render(job).getBytes(StandardCharsets.UTF_8);
        if (out.equals("-")) {
            System.out.write(content);
            System.out.flush();
            return Commands.DONE;
        }
        Path file = Path.of(out).toAbsolutePath();
        if (Files.isDirectory(file) || !Files.isDirectory(file.resolveSibling("."))) {
            throw new WrongInputException("--out %s: expected a file in a folder that is there".formatted(out));
        }
        write(file, content);
        System.err.println("wrote " + file);
        return Commands.DONE;
    }

    private void write(Path file, byte[] content) {
        try {
            WholeFile.write(file, content);
        } catch (UncheckedIOException e) {
            throw new WrongInputException(
                    "--out %s: cannot be written (%s); choose a folder that you may write to"
                            .formatted(out, String.valueOf(e.getCause())),
                    e);
        }
    }
}
