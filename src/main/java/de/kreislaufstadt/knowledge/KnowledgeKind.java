package de.kreislaufstadt.knowledge;

/** What sort of source a knowledge item is. */
enum KnowledgeKind {
    STUDY,
    GUIDE,
    LAW,
    PRACTICE,
    DATASET,
    TRAINING,
    INTERVIEW,
    EVENT
}
