/// What a clinician orders: the question, its parts, and which sources may answer it. Reads words, writes nothing.
@NullMarked
package org.plumbline.research.request;

import org.jspecify.annotations.NullMarked;
