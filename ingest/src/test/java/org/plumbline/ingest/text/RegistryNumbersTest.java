package org.plumbline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryNumbersTest {

    @Test
    void findsNumbersOfManyRegistries() {
        assertThat(
                        RegistryNumbers.in(
                                "ClinicalTrials.gov NCT01234567; ISRCTN 12345678, (EudraCT number: 2006-002319-12),"
                                        + " ACTRN12605000009606, ChiCTR-TRC-09000539, CTRI/2009/091/000013, DRKS00001234 and NTR1234; EU CT number 2023-599999-12-00; EUCTR2004-000446-20-GB."))
                .containsExactly(
                        "NCT01234567",
                        "ISRCTN12345678",
                        "2006-002319-12",
                        "ACTRN12605000009606",
                        "ChiCTR-TRC-09000539",
                        "CTRI/2009/091/000013",
                        "DRKS00001234",
                        "NTR1234",
                        "2023-599999-12-00",
                        "EUCTR2004-000446-20-GB");
    }

    @Test
    void passesOverOtherNumbers() {
        assertThat(RegistryNumbers.in("NCT123, NCT012345678, 2006-002319-12, ISRCTN, GSE12345, p = 0.012"))
                .isEmpty();
    }

    @Test
    void knowsTrialRegistriesFromOtherDataBanks() {
        assertThat(RegistryNumbers.isTrialRegistry("ClinicalTrials.gov")).isTrue();
        assertThat(RegistryNumbers.isTrialRegistry("UMIN-CTR")).isTrue();
        assertThat(RegistryNumbers.isTrialRegistry("GENBANK")).isFalse();
        assertThat(RegistryNumbers.isTrialRegistry("PDB")).isFalse();
    }
}
