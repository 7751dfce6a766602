package org.plumbline.research.plan;

import java.util.List;
import java.util.Set;

/// Words of questions that name nothing that an article must speak of, and where they do after all.
final class EmptyWords {

    /// Of the language itself, wherever they stand.
    static final Set<String> EMPTY = words("a an the of for to in on at by with without and or vs versus from than"
            + " as is are be been was were being has have had do does did can could should would may might must shall will"
            + " it its this that these those they them their theirs he him his she her hers we us our ours you your my"
            + " me one such related associated who whom whose which what when how why where whether if there here any some"
            + " no not into during per compared compare compares comparison about between among amongst over under both each"
            + " either neither nor but so then also only just still yet ever never always often really very more most less"
            + " least much many few other another same own through via within upon after before until while"
            + " because due depending according");

    /// In a question whose parts could not be told, these ask or judge: they name nothing.
    static final Set<String> OF_QUESTIONS = words("useful usefulness reliable reliability feasible feasibility"
            + " justified justifiable worthwhile worth necessary necessity needed need needs mandatory sufficient enough"
            + " appropriate adequate reasonable realistic acceptable possible valid accurate accuracy important importance"
            + " helpful safe safely different difference differences similar equivalent better best good true"
            + " role link relationship relation association associations correlation correlate correlates impact influence"
            + " influences determinant determinants factor factors option alternative tool way question issue myth reality truth"
            + " fact evidence answer lesson lessons learned experience implications time future past present first second new"
            + " updated current modern really exist exists happen matter matters depend depends know want give gives get gets"
            + " getting make makes take takes become becomes remain remains predict predicts predictor predictors predictive"
            + " prognostic affect affects influence influenced change changed offer offers continue lead leads cause causes"
            + " study studies trial trials review analysis assessment evaluation measurement investigation survey report"
            + " single center centre multicenter academic hospital hospitals");

    /// Of treatments in general.
    static final Set<String> OF_INTERVENTIONS = words("use using treatment treatments treating therapy therapies"
            + " supplementation supplement supplements dose doses dosing low high daily once twice weekly administration intake"
            + " intervention interventions program programme programs programmes based drug drugs medication medications"
            + " agent agents regimen oral adjunctive adjuvant additional standard routine regular short long term"
            + " newer new older latest first second third generation various different available common preparation"
            + " preparations product products formulation formulations option options");

    /// Before these words a generic one names the thing with them: "physical therapy".
    static final Set<String> LEAN = words("physical radiation hormone hormonal oxygen cognitive cell gene group"
            + " family music art light heat cold manual speech occupational compression laser shock wave replacement"
            + " combination pressure water salt fluid early immune");

    /// Of people in general.
    static final Set<String> OF_POPULATIONS = words("patients patient people persons person adults adult individuals"
            + " subjects participants cases population populations human humans men women male female males females"
            + " treated history diagnosis diagnosed hospitalized hospitalised inpatients outpatients all general healthy"
            + " severe moderate mild years year old age ages aged");

    /// Of results in general.
    static final Set<String> OF_OUTCOMES = words("risk rate rates incidence prevalence level levels score scores"
            + " number frequency change changes reduction reduce reduces reduced improvement improve improves increase"
            + " increases decrease outcome outcomes effect effects effective effectiveness efficacy efficacious benefit"
            + " benefits beneficial work works working help helps helpful prevent prevents prevention preventing lower"
            + " lowers better worse clinical primary secondary new overall total all cause course results result symptoms"
            + " management manage treat treating cure relieve relief severity mean");

    private EmptyWords() {}

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
