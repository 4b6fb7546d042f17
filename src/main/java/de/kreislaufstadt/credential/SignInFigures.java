package de.kreislaufstadt.credential;

import de.kreislaufstadt.observation.Figure;
import de.kreislaufstadt.observation.FigureSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many names are locked at the moment; which ones they are, only administrators see. */
@Component
class SignInFigures implements FigureSource {

    private final FailedSignIns failed;

    SignInFigures(FailedSignIns failed) {
        this.failed = failed;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(
                "kreislaufstadt.sign.ins.locked",
                null,
                "Names that nobody can sign in with for the moment, since too many attempts have failed",
                failed::lockedNow));
    }
}
