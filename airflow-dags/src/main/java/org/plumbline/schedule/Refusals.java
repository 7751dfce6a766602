package org.plumbline.schedule;

import org.plumbline.airflow.model.Refusal;
import org.plumbline.citations.WrongInputException;

/// What Airflow refused, in one line that says what to do.
final class Refusals {

    private Refusals() {}

    static WrongInputException wrong(Refusal refusal, Target target) {
        return new WrongInputException(line(refusal, target));
    }

    private static String line(Refusal refusal, Target target) {
        return switch (refusal) {
            case Refusal.Unauthorised(String said) ->
                target.server() + ": does not accept " + target.user() + " (" + said + "); "
                        + (target.kind() == Target.Kind.LOCAL
                                ? "run plumbline schedule up"
                                : "check user and secret in " + target.home().resolve("plumbline.yaml"));
            case Refusal.Forbidden(String said) ->
                target.server() + ": " + target.user() + " may not do this (" + said
                        + "); give the user Airflow's role op";
            case Refusal.NotFound(String said) -> said + "; see plumbline schedule status, and schedule runs";
            case Refusal.Conflict(String said) -> said;
            case Refusal.Invalid(String said, var _) -> said;
            case Refusal.Unavailable(String said, Refusal.Effect effect) -> unavailable(said, effect, target);
        };
    }

    private static String unavailable(String said, Refusal.Effect effect, Target target) {
        String perhaps = effect == Refusal.Effect.PERHAPS_DONE
                ? "; what was asked may have been done: look at plumbline schedule runs first"
                : "";
        String act = target.kind() == Target.Kind.LOCAL
                ? "; start it with plumbline schedule up"
                : "; check url and proxy in " + target.home().resolve("plumbline.yaml") + ", and whether it runs";
        return "Airflow at " + target.server() + " does not answer (" + said + ")" + perhaps + act;
    }
}
