package org.plumbline.citations.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.Term;

/// The design levels that NLM's publication types name, by unique identifier: names get renamed. Where an article
/// has several, the earlier in this table decides. "Clinical Trial" and its phases do not say whether there was a
/// control group, and "Observational Study" does not say which kind it is: those are left to the cues.
final class PublicationTypes {

    private static final Map<String, DesignLevel.Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("D016440", DesignLevel.Kind.NOTICE); // Retraction of Publication (Retraction Notice)
        KINDS.put("D016425", DesignLevel.Kind.NOTICE); // Published Erratum
        KINDS.put("D000078325", DesignLevel.Kind.PROTOCOL); // Clinical Trial Protocol
        KINDS.put("D017065", DesignLevel.Kind.GUIDELINE); // Practice Guideline
        KINDS.put("D016431", DesignLevel.Kind.GUIDELINE); // Guideline
        KINDS.put("D017418", DesignLevel.Kind.META_ANALYSIS); // Meta-Analysis
        KINDS.put("D000078182", DesignLevel.Kind.SYSTEMATIC_REVIEW); // Systematic Review
        KINDS.put("D016449", DesignLevel.Kind.RANDOMISED_TRIAL); // Randomized Controlled Trial
        KINDS.put("D018848", DesignLevel.Kind.CONTROLLED_TRIAL); // Controlled Clinical Trial
        KINDS.put("D002363", DesignLevel.Kind.CASE_REPORT); // Case Reports
        KINDS.put("D016421", DesignLevel.Kind.OPINION); // Editorial
        KINDS.put("D016420", DesignLevel.Kind.OPINION); // Comment
        KINDS.put("D016433", DesignLevel.Kind.OPINION); // News
        KINDS.put("D016454", DesignLevel.Kind.REVIEW); // Review
        KINDS.put("D016422", DesignLevel.Kind.OPINION); // Letter
    }

    private PublicationTypes() {}

    static Optional<DesignLevel> find(List<Term> types) {
        for (Map.Entry<String, DesignLevel.Kind> entry : KINDS.entrySet()) {
            for (Term type : types) {
                if (type.id().equals(entry.getKey())) {
                    String signal = "publication type \"" + type.name() + "\"";
                    return Optional.of(new DesignLevel(entry.getValue(), signal));
                }
            }
        }
        return Optional.empty();
    }
}
