package org.plumbline.ingest.jats;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Json;
import org.plumbline.citations.LicenseTerms;
import org.plumbline.citations.RecordDraft;
import org.plumbline.citations.Relation;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.WrongInputException;

/// What PMC's bucket says of an article version beside its XML (`PMC<id>.<version>.json`, and the same under
/// `metadata/`). Fields that it does not have are null, empty or false.
///
/// @param licenseCode such as "CC BY", "CC BY-NC", "TDM"
/// @param retracted PMC knows that the article is retracted
/// @param manuscript an author's accepted manuscript
/// @param xmlUrl where the XML is, with its MD5 as `?md5=`
/// @param changedSeconds when these metadata were written, in seconds since 1970, where the inventory's row says
///     so; else 0
public record PmcMetadata(
        @JsonProperty("pmcid") @Nullable String pmcid,
        @JsonProperty("version") int version,
        @JsonProperty("pmid") @Nullable String pmid,
        @JsonProperty("doi") @Nullable String doi,
        @JsonProperty("license_code") String licenseCode,
        @JsonProperty("is_retracted") boolean retracted,
        @JsonProperty("is_pmc_openaccess") boolean openAccess,
        @JsonProperty("is_manuscript") boolean manuscript,
        @JsonProperty("is_historical_ocr") boolean historicalOcr,
        @JsonProperty("xml_url") String xmlUrl,
        @JsonIgnore long changedSeconds) {

    /// Such a file has a few kilobytes.
    private static final int MOST_BYTES = 1 << 22;

    public PmcMetadata {
        licenseCode = licenseCode == null ? "" : licenseCode.replace("CC-zero", "CC0");
        xmlUrl = xmlUrl == null ? "" : xmlUrl;
    }

    /// Reads one such file.
    ///
    /// @throws WrongInputException where it is none
    public static PmcMetadata read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES);
        return Json.read(new String(bytes, StandardCharsets.UTF_8), PmcMetadata.class);
    }

    /// The same, written at a time.
    public PmcMetadata changedAt(Instant time) {
        return new PmcMetadata(
                pmcid,
                version,
                pmid,
                doi,
                licenseCode,
                retracted,
                openAccess,
                manuscript,
                historicalOcr,
                xmlUrl,
                time.getEpochSecond());
    }

    /// The identifiers, normalised.
    public ArticleIds ids() {
        return new ArticleIds(pmid, pmcid, doi);
    }

    /// A record completed with what its XML does not say: identifiers, licence, that it is retracted, and which of
    /// two deliveries of one version is the newer. What the XML says stands, but of two licences the narrower
    /// holds. A record of another PMCID stays as it is.
    public SourceRecord complete(SourceRecord record) {
        ArticleIds ours = ids();
        ArticleIds its = record.ids();
        if (its.pmcid() != null && ours.pmcid() != null && !its.pmcid().equals(ours.pmcid())) {
            return record;
        }
        ArticleIds completed = new ArticleIds(
                its.pmid() == null ? ours.pmid() : its.pmid(),
                its.pmcid() == null ? ours.pmcid() : its.pmcid(),
                its.doi() == null ? ours.doi() : its.doi());
        return RecordDraft.of(record)
                .order(order(record.order()))
                .ids(completed)
                .relations(relations(record))
                .license(LicenseTerms.narrower(record.license(), licenseCode))
                .record();
    }

    private SourceOrder order(SourceOrder order) {
        return changedSeconds == 0 ? order : new SourceOrder(order.sequence(), order.version(), changedSeconds);
    }

    private List<Relation> relations(SourceRecord record) {
        boolean said = record.relations().stream().anyMatch(relation -> relation.kind() == Relation.Kind.RETRACTION_IN);
        if (!retracted || said) {
            return record.relations();
        }
        List<Relation> relations = new ArrayList<>(record.relations());
        relations.add(new Relation(Relation.Kind.RETRACTION_IN, ArticleIds.NONE, "PMC metadata: is_retracted"));
        return relations;
    }
}
