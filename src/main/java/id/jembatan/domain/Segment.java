package id.jembatan.domain;

/** BPU: people without a wage. PU: wage earners. (PP 44/2015) */
public enum Segment {
    BPU,
    PU
}
