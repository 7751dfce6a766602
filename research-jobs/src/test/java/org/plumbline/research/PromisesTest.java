package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Plumbline promises, held against jobs whose files someone forged: the digests are taken away, so that only
/// the checks themselves can find it.
class PromisesTest {

    private static final String[] GOUT = {
        "--question", "Does zelotrine prevent gout flares in adults with gout?",
        "--population", "adults with gout",
        "--intervention", "zelotrine",
        "--comparator", "placebo",
        "--outcome", "gout flares"
    };

    private static final List<String> OUTPUTS = List.of(
            "plan.json",
            "passages.jsonl",
            "evidence.jsonl",
            "claims.jsonl",
            "verdicts.jsonl",
            "report.json",
            "report.html");

    @TempDir
    private Path home;

    private Runs runs = new Runs(Path.of("."));
    private String id = "";

    @BeforeEach
    void answerAQuestion() throws IOException {
        Library.onGout().publish(home);
        runs = new Runs(home);
        id = runs.done(GOUT);
        Path state = runs.job(id).resolve("job.json");
        Files.writeString(state, Files.readString(state).replaceAll(",\"digests\":\\{[^}]*}", ""));
        assertThat(runs.run("verify", id).exit()).isZero();
    }

    /// Every number of every counted sentence, one after the other.
    @Test
    void aForgedCountIsFoundByCountingAgain() throws IOException {
        String report = runs.file(id, "report.json");
        Matcher counted = Pattern.compile("\"value\" : \"[^\"]*?([0-9])").matcher(report);
        int forged = 0;
        while (counted.find()) {
            int at = counted.start(1);
            char digit = report.charAt(at) == '9' ? '8' : '9';
            finds("report.json", report.substring(0, at) + digit + report.substring(at + 1));
            forged++;
        }
        assertThat(forged).as("counted statements in the report").isPositive();
    }

    @Test
    void aForgedCountIsFoundWhereTheSentenceAgreesWithIt() throws IOException {
        String report = runs.file(id, "report.json");
        Matcher sentence = Pattern.compile("\"value\" : \"([0-9]+)\",\\s+\"sentence\" : \"([^\"]*\\b\\1\\b[^\"]*)\"")
                .matcher(report);
        assertThat(sentence.find()).as("a counted sentence with its value").isTrue();
        String forged = sentence.group().replaceAll("\\b" + sentence.group(1) + "\\b", "77");
        finds("report.json", report.replace(sentence.group(), forged));
    }

    @Test
    void aCitedSourceThatTheRequestExcludesIsFound() throws IOException {
        String request = runs.file(id, "request.json");
        String excluding = request.replaceFirst(
                "\"preprints\"", "\"excludedJournals\" : [ \"Annals of Made-up Medicine\" ],\n  \"preprints\"");
        assertThat(excluding).isNotEqualTo(request);
        assertThat(finds("request.json", excluding)).contains("pmid:2 is in the job although the request excludes it");
    }

    @Test
    void aSupportingArticleThatIsRetractedIsFound() throws IOException {
        String passages = runs.file(id, "passages.jsonl");
        String retracted = passages.replaceFirst("NO_KNOWN_EVENT", "RETRACTED");
        assertThat(retracted).isNotEqualTo(passages);
        assertThat(finds("passages.jsonl", retracted)).contains("although the request excludes it");
    }

    @Test
    void aSentenceWithoutItsSourceIsFound() throws IOException {
        String sources = runs.file(id, "sources.jsonl");
        finds("sources.jsonl", sources.substring(sources.indexOf('\n') + 1));
        String claims = runs.file(id, "claims.jsonl");
        finds("claims.jsonl", claims.substring(claims.indexOf('\n') + 1));
    }

    /// Killed between any two steps, or in the middle of one, the next worker leaves the same bytes.
    @Test
    void aJobGoesOnAfterWhicheverStepItWasStopped() throws IOException {
        Map<String, String> whole = runs.files(id);
        Path state = runs.job(id).resolve("job.json");
        for (int done = 0; done < OUTPUTS.size(); done++) {
            for (String output : OUTPUTS.subList(done, OUTPUTS.size())) {
                Files.deleteIfExists(runs.job(id).resolve(output));
            }
            Files.writeString(runs.job(id).resolve("." + OUTPUTS.get(done) + ".1.part"), "half a fi");
            Files.writeString(state, Files.readString(state).replace("\"phase\":\"DONE\"", "\"phase\":\"RUNNING\""));
            assertThat(runs.run("work", "--drain").out()).isEqualTo("1 done, 0 failed\n");
            Map<String, String> files = runs.files(id);
            files.keySet().removeIf(name -> name.endsWith(".part"));
            assertThat(files).as("stopped before " + OUTPUTS.get(done)).isEqualTo(whole);
        }
    }

    private String finds(String file, String forged) throws IOException {
        String words = runs.file(id, file);
        assertThat(forged).as("forged " + file).isNotEqualTo(words);
        Files.writeString(runs.job(id).resolve(file), forged);
        Runs.Answer answer = runs.run("verify", id);
        assertThat(answer.exit()).as(answer.out() + answer.err()).isEqualTo(1);
        Files.writeString(runs.job(id).resolve(file), words);
        return answer.out();
    }
}
