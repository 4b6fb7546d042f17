package de.kreislaufstadt.browser;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is proved in a real browser of pages and ways: one application and one Chromium for all of it. Forms have their own,
 * {@link FormsIT}, which runs beside it.
 */
@ExtendWith(WithWorkplace.class)
class BrowserIT {

    @Nested
    class AClerkInTasklist extends ClerkInTasklist {}

    @Nested
    class AClerkHandingTasksOn extends HandingTasksOn {}

    @Nested
    class ThePageOfDeputies extends DeputiesOnTheirPage {}

    @Nested
    class ThePageOfNotifications extends NotificationsOnTheirPage {}

    @Nested
    class AtAGlance extends TasklistAtAGlance {}

    @Nested
    class ThePageOfMeasures extends MeasuresOnTheirPage {}

    @Nested
    class ThePageOfJointWorkshops extends JointWorkshopsOnTheirPage {}

    @Nested
    class TheDocumentsOfAMeasure extends DocumentsOfAMeasure {}

    @Nested
    class AnEnglishBrowser extends EnglishClerk {}

    @Nested
    class SomebodyInvited extends InvitedPerson {}

    @Nested
    class AGuestAfterTheWorkshop extends GuestAfterTheWorkshop {}

    @Nested
    class AnOutsideModerator extends OutsideModerator {}

    @Nested
    class AnAdministrator extends AdministratorOnTheirPage {}

    @Nested
    class ThePageOfImports extends ImportsOnTheirPage {}

    @Nested
    class ThePageOfDataProtection extends PrivacyOnItsPage {}

    @Nested
    class AManagerInCockpit extends ManagerInCockpit {}

    @Nested
    class TheHandbookAtHand extends HandbookAtHand {}

    @Nested
    class ThePagesOfTheHandbook extends PagesOfTheHandbook {}

    @Nested
    class TextsOfPeopleInTheEnginesPages extends TextsInTheEnginesPages {}
}
