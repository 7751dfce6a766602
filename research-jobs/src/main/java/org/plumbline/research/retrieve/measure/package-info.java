/// How many of the articles that answer a question a job reads, measured on questions whose articles are known.
@NullMarked
package org.plumbline.research.retrieve.measure;

import org.jspecify.annotations.NullMarked;
