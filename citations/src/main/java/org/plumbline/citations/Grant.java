package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Money behind a publication: the grant's number and who gave it; what is not there is empty.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Grant(String number, String funder, String country) {

    public Grant {
        number = number == null ? "" : number;
        funder = funder == null ? "" : funder;
        country = country == null ? "" : country;
    }
}
