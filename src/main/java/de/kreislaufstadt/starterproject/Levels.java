package de.kreislaufstadt.starterproject;

/** The seven levels of a sketch, each from 1 (worst) to 5 (best). */
record Levels(
        int circularity, int climate, int feasibility, int regionalValue, int visibility, int cost, int readiness) {}
