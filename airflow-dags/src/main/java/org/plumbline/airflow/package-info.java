/// What Java needs to drive Apache Airflow: reads and writes its REST interface. Holds nothing yet but its place.
@NullMarked
package org.plumbline.airflow;

import org.jspecify.annotations.NullMarked;
