package org.plumbline.index.lucene;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A public class with Lucene's types in its signatures, for the packages of the index alone: no other module may use
/// it.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WithinIndex {

    /// Why it is public.
    String value();
}
