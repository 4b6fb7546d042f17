package de.kreislaufstadt.observation;

import java.util.List;

/** A module that has figures to tell. */
public interface FigureSource {

    /** @return the same figures each time; asked once */
    List<Figure> figures();
}
