package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.document.Place;

/**
 * One difference between the released contract and the present one.
 *
 * @param place where it stands now; where it stood, if it is gone
 * @param level how much it asks of those who rely on the contract
 * @param element what changed, such as {@code StopFlow.flowName.maxLength}
 * @param text what became of it
 */
record Change(Place place, Level level, String element, String text) {
    @Override
    public String toString() {
        return place + ": " + (level == Level.MAJOR ? "breaking" : "compatible") + ": " + element + " " + text;
    }
}
