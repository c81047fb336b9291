package io.github.appflowkit.benchmark;

/**
 * A comparison: what was measured of the one and of the other, in the same rounds.
 *
 * @param what what was measured, and its unit
 * @param peer the name of what it is compared with
 */
record Row(String what, String peer, Series ours, Series theirs) {
    Series ratio() {
        return ours.dividedBy(theirs);
    }
}
