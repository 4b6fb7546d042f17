package de.kreislaufstadt.browser;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is proved of forms in a real browser: one application and one Chromium for all of it. */
@ExtendWith(WithWorkplace.class)
class FormsIT {

    @Nested
    class ADraftOfAForm extends DraftsOfForms {}

    @Nested
    class AFormThatIsLeft extends LeavingAForm {}

    @Nested
    class APictureInAForm extends LivePictures {}

    @Nested
    class AClerkWithoutMouse extends KeyboardOnly {}

    @Nested
    class AGuideInAForm extends GuidanceInForms {}

    @Nested
    class NumbersOfAForm extends NumbersInForms {}

    @Nested
    class WordsOfAForm extends WordsInForms {}

    @Nested
    class TheFormOfEveryTask extends EveryForm {}
}
