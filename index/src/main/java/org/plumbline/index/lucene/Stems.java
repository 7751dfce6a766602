package org.plumbline.index.lucene;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where Porter's rules go wrong in biomedical English: plurals they do not know (`metastases`), different words
/// they give one stem (`severe` and `several`, `hepatic` and `hepatitis`, `lactate` and `lactation`), and acronyms
/// whose last letter they take for a plural's (`ALS`, `KRAS`). Words in lower case and in American spelling.
final class Stems {

    private static final Map<String, String> SINGULARS = new HashMap<>();
    private static final Map<String, String> STEMS = new HashMap<>();
    private static final Set<String> ACRONYMS = new HashSet<>();

    static {
        singulars(
                "metastases metastasis, diagnoses diagnosis, prognoses prognosis, analyses analysis, stenoses stenosis,"
                        + " thromboses thrombosis, fibroses fibrosis, anastomoses anastomosis, hypotheses hypothesis,"
                        + " syntheses synthesis, crises crisis, testes testis, psychoses psychosis, neuroses neurosis,"
                        + " necroses necrosis, scleroses sclerosis, biases bias, criteria criterion, phenomena phenomenon,"
                        + " mitochondria mitochondrion, bacteria bacterium, ova ovum, sera serum, strata stratum, septa septum,"
                        + " diverticula diverticulum, atria atrium, crania cranium, epithelia epithelium, endothelia endothelium,"
                        + " spermatozoa spermatozoon, ganglia ganglion, foci focus, fungi fungus, loci locus, nuclei nucleus,"
                        + " stimuli stimulus, emboli embolus, thrombi thrombus, bronchi bronchus, alveoli alveolus, bacilli bacillus,"
                        + " villi villus, humeri humerus, radii radius, indices index, matrices matrix, cortices cortex,"
                        + " helices helix, appendices appendix, vertices vertex, cervices cervix, biopsies biopsy, mice mouse, lice louse,"
                        + " children child, women woman, men man, feet foot, teeth tooth, geese goose, oxen ox, larve larva,"
                        + " verteber vertebra, fistule fistula, petechie petechia, papille papilla, maxille maxilla, aorte aorta,"
                        + " carcinomata carcinoma, stigmata stigma, schemata schema, mcg ug, lenses lens, viscera viscus,"
                        + " gases gas, gasses gas, buses bus, irises iris, pelvises pelvis, pelves pelvis, penises penis, atlases atlas,"
                        + " pancreases pancreas, alge alga, burse bursa, bulle bulla, formule formula, lacune lacuna, scapule scapula,"
                        + " sequele sequela, trabecule trabecula, menus menu, gurus guru");
        stems(
                "several several, general generally generalize generalized generalization general, generic generics generic,"
                        + " position positions positional positioning positioned position, experiment experiments experimental"
                        + " experimentally experimentation experiment, systemic systemically systemic, united united, unite united,"
                        + " organism organisms organism, organic organically organic, organization organizations organizational"
                        + " organize organized organizing organization, communication communications communicate communicated"
                        + " communicating communication, international internationally international, interns internship intern,"
                        + " internal internally internal, publication publications publication, subjective subjectively subjective,"
                        + " personality personalities personality, localization localize localized localizing localization,"
                        + " lateral laterally lateral, university universities university, format formats formatted format,"
                        + " emergency emergencies emergency, index indexes index, evening evenings evening, putative putatively putative,"
                        + " willing willingness willing, authority authorities authority, topical topically topical, quite quite,"
                        + " reporter reporters reporter, terminal terminally terminal, conception conceptions conception,"
                        + " module modules module, fitness fitness, vertebrate vertebrates vertebrate, vertebra vertebra,"
                        + " identical identically identical, extremity extremities extremity, competent competence competency competent,"
                        + " numerous numerous, colonization colonize colonized colonizing colonization,"
                        + " lactation lactational lactating lactation, vague vaguely vague, hazard hazards hazard, carbonate carbonates"
                        + " carbonate, vegetable vegetables vegetable, factory factories factory, convers conversely conversely,"
                        + " diversion diversions diversion, edition editions edition, access accesses accessible accessibility access,"
                        + " namely namely, useful usefulness useful, news news, conjunction conjunctions conjunction, fibril fibrils fibril,"
                        + " multiplication multiplication, induction inductions induction, cation cations cation, station stations station,"
                        + " sediment sediments sediment, memorial memorials memorial, stimulant stimulants stimulant,"
                        + " secret secrets secret, policy policies policy, police police, incidental incidentally incidental,"
                        + " bronchiole bronchioles bronchiole, meninges meninges, remission remissions remission");
        for (String acronym :
                ("sars kras nras hras aids ards pcos sirs mods dcis luts sids gwas spss bprs panss edss hdrs ukpds hads"
                                + " nihss rantes oxphos updrs madrs ymrs nhanes dheas facs ace")
                        .split(" ", -1)) {
            ACRONYMS.add(acronym);
        }
    }

    private Stems() {}

    /// The singular of a plural that only a list can know; any other word as it is.
    static String singular(String word) {
        String singular = SINGULARS.get(word);
        return singular == null ? word : singular;
    }

    /// Whether rules for English words apply to it at all: the end of `virus` is no plural's.
    static boolean mayBeStemmed(String word) {
        boolean acronym = ACRONYMS.contains(word) || (word.length() <= 3 && word.endsWith("s"));
        boolean latin = word.endsWith("itis") || (word.endsWith("us") && !word.endsWith("ous"));
        return !acronym && !latin && word.chars().noneMatch(Character::isDigit);
    }

    /// The stem of a word that Porter's rules would give another word's.
    static Optional<String> find(String word) {
        return Optional.ofNullable(STEMS.get(word));
    }

    private static void singulars(String pairs) {
        for (String pair : pairs.split(", ", -1)) {
            String[] words = pair.split(" ", -1);
            SINGULARS.put(words[0], words[1]);
        }
    }

    /// Groups of words that have one stem; the last of a group is its stem.
    private static void stems(String groups) {
        for (String group : groups.split(", ", -1)) {
            String[] words = group.split(" ", -1);
            for (String word : words) {
                STEMS.put(word, words[words.length - 1]);
            }
        }
    }
}
