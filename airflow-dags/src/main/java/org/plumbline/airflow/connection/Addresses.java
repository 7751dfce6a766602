package org.plumbline.airflow.connection;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Refusal.Invalid;

/// The web address of a question, built segment by segment: ids may hold `:`, `+`, `%` and blanks.
final class Addresses {

    private final HttpUrl base;

    Addresses(AirflowServer server) {
        HttpUrl url = HttpUrl.get(server.url());
        if (url == null) {
            throw new IllegalArgumentException("no web address: " + server);
        }
        this.base = url;
    }

    Answer<HttpUrl> of(Question question) {
        HttpUrl.Builder url = base.newBuilder();
        Iterator<String> names = question.names().iterator();
        for (String segment : question.operation().path().substring(1).split("/", -1)) {
            boolean isName = segment.startsWith("{");
            String text = isName ? names.next() : segment;
            if (isName && !fits(text, segment)) {
                return unfit(segment.substring(1, segment.length() - 1), text);
            }
            url.addPathSegment(text);
        }
        for (Map.Entry<String, String> each : question.query()) {
            url.addQueryParameter(each.getKey(), each.getValue());
        }
        return new Value<>(url.build());
    }

    /// The server's address, to be shown.
    String server() {
        return base.toString();
    }

    /// What would lead to another path is no id; only XCom's keys may hold a slash.
    private static boolean fits(String text, String segment) {
        boolean mayHoldSlash = segment.equals("{xcom_key}");
        return !text.isEmpty() && !text.matches("\\.{1,2}") && (mayHoldSlash || text.indexOf('/') < 0);
    }

    private static Answer<HttpUrl> unfit(String name, String text) {
        String what = "'" + text + "' is no id";
        return new Refused<>(new Invalid(name + ": " + what, List.of(new Invalid.Reason(name, what))));
    }
}
