package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;

import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Body;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.RefusedException;

/// Passwords and tokens show nowhere.
class SecrecyTest {

    private static final String SECRET = ScriptedAirflow.PASSWORD;

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    @Test
    void describesNothingSecret() {
        Login login = new Login.Password("svc", Secret.of(SECRET));
        AirflowServer server = AirflowServer.at(URI.create("https://airflow.example.org"), login)
                .withProxy(URI.create("http://me:secret@proxy.example.org:3128"));
        Body.Credentials credentials = new Body.Credentials("svc", SECRET);
        assertThat(String.join(
                        " ",
                        login.toString(),
                        new Login.Bearer(Secret.of(SECRET)).toString(),
                        server.toString(),
                        credentials.toString(),
                        Question.of(Operation.TOKEN, credentials).toString(),
                        airflow.client().toString()))
                .doesNotContain(SECRET)
                .doesNotContain("secret@")
                .contains("https://airflow.example.org");
    }

    @Test
    void doesNotPassOnAPasswordThatTheServerRepeats() {
        airflow.on(
                "POST /auth/token",
                json(
                        422,
                        "{\"detail\": [{\"loc\": [\"body\"], \"msg\": \"bad: " + SECRET + "\", \"input\": \"" + SECRET
                                + "\"}]}"));
        try (Airflow client = airflow.client()) {
            Refusal refusal = refusal(client.pools().one("p"));
            assertThat(refusal.toString() + new RefusedException(refusal))
                    .doesNotContain(SECRET)
                    .contains("bad: …");
        }
    }

    @Test
    void doesNotPassOnATokenThatTheServerRepeats() {
        airflow.on("POST /auth/token", json(201, "{\"access_token\": \"top.secret\"}"))
                .on("GET /api/v2/pools/p", detail(400, "what is top.secret?"));
        try (Airflow client = airflow.client()) {
            assertThat(refusal(client.pools().one("p")).said()).isEqualTo("what is …?");
        }
    }

    @Test
    void saysNothingOfATokenAnswerThatCannotBeRead() {
        airflow.on("POST /auth/token", json(201, "{\"access_token\": {\"top\": \"top.secret\"}}"));
        try (Airflow client = airflow.client()) {
            assertThat(refusal(client.pools().one("p")).said()).doesNotContain("top.secret");
        }
    }

    private static Refusal refusal(Answer<?> answer) {
        if (answer instanceof Refused<?>(Refusal refusal)) {
            return refusal;
        }
        throw new AssertionError("no refusal: " + answer);
    }
}
