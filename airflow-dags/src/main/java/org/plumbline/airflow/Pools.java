package org.plumbline.airflow;

import java.util.stream.Stream;
import org.plumbline.airflow.connection.Body;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Pool;
import org.plumbline.airflow.model.PoolOrder;

/// Bounds on how many tasks run at once.
public final class Pools {

    private final Exchange exchange;

    Pools(Exchange exchange) {
        this.exchange = exchange;
    }

    /// In the order in which they were made; pages as in [Runs#list].
    public Answer<Stream<Pool>> list() {
        return exchange.askPages(Question.of(Operation.POOLS).with("order_by", "id"), Pool.class, Pool::name);
    }

    public Answer<Pool> one(String name) {
        return exchange.ask(Question.of(Operation.POOL, name), Pool.class);
    }

    /// The pool of this name: made where it is not there, as it is where it is, whatever its slots.
    public Answer<Pool> createIfAbsent(PoolOrder order) {
        Body.PoolMade body = new Body.PoolMade(order.name(), order.slots(), order.description(), false);
        Question create = Question.of(Operation.POOL_CREATE, body);
        return new Once<>(exchange, () -> exchange.ask(create, Pool.class), () -> one(order.name()))
                .make()
                .map(Once.Made::thing);
    }
}
