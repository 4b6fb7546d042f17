package de.kreislaufstadt.department;

/** The German federal states by their ISO 3166-2 code (without {@code DE-}). */
public enum FederalState {
    BB,
    BE,
    BW,
    BY,
    HB,
    HE,
    HH,
    MV,
    NI,
    NW,
    RP,
    SH,
    SL,
    SN,
    ST,
    TH
}
