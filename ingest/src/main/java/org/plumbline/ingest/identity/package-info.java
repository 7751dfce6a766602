/// Which records speak of one publication, and what they add up to: the article.
///
/// Reads records and integrity events in memory, writes nothing, knows neither files nor Spark. Everything here is
/// a pure function of the *set* of deliveries: order, repetition and splitting of the intake cannot matter.
@NullMarked
package org.plumbline.ingest.identity;

import org.jspecify.annotations.NullMarked;
