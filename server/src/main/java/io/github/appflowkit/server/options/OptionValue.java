package io.github.appflowkit.server.options;

/**
 * The value of an option and where it came from.
 *
 * @param origin a variable's name, or a file's name and a line
 */
record OptionValue(String text, String origin) {}
