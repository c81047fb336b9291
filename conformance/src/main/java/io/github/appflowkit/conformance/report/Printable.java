package io.github.appflowkit.conformance.report;

/** Makes visible what a terminal, a browser or an XML parser would act on or refuse. */
final class Printable {
    private Printable() {}

    /** A text with its lines and tabs, in which other control characters and halves of characters are escaped. */
    static String of(String text) {
        String lines = text.replace("\r\n", "\n");
        StringBuilder shown = new StringBuilder(lines.length());
        lines.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || isPlain(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u%04x".formatted(c));
            }
        });
        return shown.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
