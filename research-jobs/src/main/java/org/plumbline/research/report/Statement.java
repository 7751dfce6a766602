package org.plumbline.research.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A sentence that a report says: a quote, or a computed value. There is no third kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "says")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Quoted.class, name = "quote"),
    @JsonSubTypes.Type(value = Computed.class, name = "computed")
})
public sealed interface Statement permits Quoted, Computed {}
