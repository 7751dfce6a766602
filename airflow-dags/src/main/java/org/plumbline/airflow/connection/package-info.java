/// How an Airflow is reached: address, login, trusted certificates, proxy, bounds; and every operation that this
/// client knows, each described once. Writes nothing to disk and logs nothing.
@NullMarked
package org.plumbline.airflow.connection;

import org.jspecify.annotations.NullMarked;
