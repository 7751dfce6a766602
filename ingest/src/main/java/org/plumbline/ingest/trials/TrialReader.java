package org.plumbline.ingest.trials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.identity.StudyIds;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.JsonItems;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RecordReader;

/// Reads studies as ClinicalTrials.gov's interface, version 2, answers them: a page (`studies`), a single one, or
/// studies alone, one a line; gzipped or not. Of each study the NCT number, the other registries' numbers among its
/// secondary ids, its title and the publications that report it are kept: a registration is not peer-reviewed, so
/// there is never a text to quote.
public final class TrialReader implements RecordReader {

    private static final JsonItems STUDIES =
            new JsonItems(Source.CLINICAL_TRIALS, List.of("studies"), TrialReader::study);

    /// Publications of the study itself; the others (BACKGROUND) are what its protocol cites.
    private static final Set<String> REPORTS = Set.of("RESULT", "DERIVED");

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        STUDIES.read(in, file, out);
    }

    private static Delivery study(ObjectNode item, long position, InputFile file) {
        JsonNode protocol = item.path("protocolSection");
        JsonNode identification = protocol.path("identificationModule");
        String nctId = identification.path("nctId").asText("");
        if (!nctId.matches("NCT[0-9]{8}")) {
            return JsonItems.refused(
                    Source.CLINICAL_TRIALS,
                    file,
                    position,
                    Reason.MISSING_ID,
                    "no study with an NCT number; perhaps an answer that tells of an error",
                    item);
        }
        String brief = identification.path("briefTitle").asText("");
        String title = identification.path("officialTitle").asText(brief);
        SourceRecord record = SourceRecord.draft(
                        Source.CLINICAL_TRIALS, nctId, new SourceOrder(file.sequence(), 1, position))
                .bibliography(Bibliography.ofTitle(title))
                .status(protocol.path("statusModule").path("overallStatus").asText(""))
                .registryNumbers(registryNumbers(nctId, identification))
                .relations(reports(protocol.path("referencesModule").path("references")))
                .record();
        return new Delivery.Read(record, null);
    }

    /// Normalised, the study's own first. Sponsors' and funders' numbers name no study to others.
    private static List<String> registryNumbers(String nctId, JsonNode identification) {
        List<String> numbers = new ArrayList<>(List.of(nctId));
        identification.path("nctIdAliases").forEach(alias -> numbers.addAll(StudyIds.recognised(alias.asText(""))));
        identification
                .path("secondaryIdInfos")
                .forEach(info ->
                        numbers.addAll(StudyIds.recognised(info.path("id").asText(""))));
        return numbers.stream().distinct().toList();
    }

    private static List<Relation> reports(JsonNode references) {
        List<Relation> reports = new ArrayList<>();
        for (JsonNode reference : references) {
            ArticleIds ids = new ArticleIds(reference.path("pmid").asText(""), null, null);
            if (ids.pmid() != null && REPORTS.contains(reference.path("type").asText(""))) {
                reports.add(new Relation(
                        Relation.Kind.REPORTED_IN,
                        ids,
                        reference.path("citation").asText("")));
            }
        }
        return reports.stream().distinct().toList();
    }
}
