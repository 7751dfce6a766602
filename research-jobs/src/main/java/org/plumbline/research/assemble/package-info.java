/// What the report says: puts verified claims, counts over them, and how they were found into a report. Makes
/// `report.json`; reads the job's files only.
@NullMarked
package org.plumbline.research.assemble;

import org.jspecify.annotations.NullMarked;
