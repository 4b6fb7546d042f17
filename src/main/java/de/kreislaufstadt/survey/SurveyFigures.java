package de.kreislaufstadt.survey;

import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.survey.StatusQuoTable.Counts;
import de.kreislaufstadt.survey.StatusQuoTable.Mean;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What came out of a survey, for the two forms that sum it up and release it. */
@Component
class SurveyFigures {

    private final SurveyTable surveys;
    private final StatusQuoTable statusQuo;
    private final SurveyAnswerTable answers;
    private final StakeholderTable stakeholders;
    private final SurveyView view;
    private final StakeholderView stakeholderView;

    SurveyFigures(
            SurveyTable surveys,
            StatusQuoTable statusQuo,
            SurveyAnswerTable answers,
            StakeholderTable stakeholders,
            SurveyView view,
            StakeholderView stakeholderView) {
        this.surveys = surveys;
        this.statusQuo = statusQuo;
        this.answers = answers;
        this.stakeholders = stakeholders;
        this.view = view;
        this.stakeholderView = stakeholderView;
    }

    /** Sizes and maturity as read-only text. */
    String counts(TaskContext task) {
        Optional<Survey> survey = surveys.find(task);
        Counts counts = survey.map(found -> statusQuo.counts(task, found.id())).orElse(new Counts(0, 0, 0));
        return view.counts(counts, means(task, survey), stakeholderView.counts(stakeholders.rows(task)));
    }

    /** Strengths, weaknesses, opportunities and threats as read-only text. */
    String swot(TaskContext task) {
        return surveys.find(task)
                .map(survey -> view.swot(answers.swot(task, survey.id())))
                .orElse("");
    }

    /** Maturity rows to start from. */
    List<MaturityRow> proposedMaturity(TaskContext task) {
        return view.maturity(means(task, surveys.find(task)));
    }

    private List<Mean> means(TaskContext task, Optional<Survey> survey) {
        return survey.map(found -> statusQuo.means(task, found.id())).orElse(List.of());
    }
}
