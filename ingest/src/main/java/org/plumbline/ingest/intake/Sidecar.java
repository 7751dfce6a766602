package org.plumbline.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;

/// The metadata that the bucket `pmc-oa-opendata` keeps beside an article (`PMC1.1.xml`, `PMC1.1.json`): its ids,
/// licence and standing as PMC knows them, and the MD5 of its XML.
public final class Sidecar {

    private static final Pattern MD5 = Pattern.compile("[?&]md5=([0-9a-fA-F]{32})\\b");
    private static final long LONGEST_BYTES = 1 << 20;

    /// The publication type by which an integrity event is told: see
    /// [org.plumbline.citations.IntegrityEvent#in].
    private static final Term RETRACTED = Term.of("D016441", "Retracted Publication");

    private final JsonNode metadata;

    private Sidecar(JsonNode metadata) {
        this.metadata = metadata;
    }

    /// The sidecar of an XML file, where there is a readable one beside it.
    public static Optional<Sidecar> find(Path xml) {
        String name = String.valueOf(xml.getFileName());
        if (!name.endsWith(".xml")) {
            return Optional.empty();
        }
        Path json = xml.resolveSibling(name.substring(0, name.length() - ".xml".length()) + ".json");
        try {
            if (!Files.isRegularFile(json) || Files.size(json) > LONGEST_BYTES) {
                return Optional.empty();
            }
            JsonNode metadata = Json.LINE.readTree(Files.readString(json));
            return metadata.isObject() ? Optional.of(new Sidecar(metadata)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The MD5 that the XML should have, in lower-case hex.
    Optional<String> findMd5() {
        Matcher md5 = MD5.matcher(metadata.path("xml_url").asText(""));
        return md5.find() ? Optional.of(md5.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /// The record with what only the sidecar knows. What the article itself says of its ids stands.
    public SourceRecord complete(SourceRecord record) {
        if (record.source() != Source.PMC || record.deleted()) {
            return record;
        }
        List<Term> types = new ArrayList<>(record.publicationTypes());
        if (metadata.path("is_retracted").asBoolean(false) && !types.contains(RETRACTED)) {
            types.add(RETRACTED);
        }
        return new SourceRecord(
                record.source(),
                record.sourceId(),
                record.order(),
                record.deleted(),
                new ArticleIds(
                        orElse(record.ids().pmid(), "pmid"),
                        orElse(record.ids().pmcid(), "pmcid"),
                        orElse(record.ids().doi(), "doi")),
                record.textId(),
                record.bibliography(),
                record.articleType(),
                record.status(),
                types,
                record.mesh(),
                record.keywords(),
                record.registryNumbers(),
                record.grants(),
                record.relations(),
                record.references(),
                license(record),
                record.funding(),
                record.competingInterests());
    }

    private String license(SourceRecord record) {
        String code = metadata.path("license_code").asText("").strip();
        return code.isEmpty() || code.equals("null") ? record.license() : code.equals("CC-zero") ? "CC0" : code;
    }

    private @Nullable String orElse(@Nullable String stated, String field) {
        if (stated != null) {
            return stated;
        }
        JsonNode value = metadata.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
