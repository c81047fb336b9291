package io.github.appflowkit.conformance.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Shows the options of a command by subject, under the names of its mixins. Picocli's own headings come with its
 * argument groups, which make a second group, and forget the first, when an option is given twice.
 */
final class OptionSections implements IHelpSectionRenderer {
    @Override
    public String render(Help help) {
        CommandSpec command = help.commandSpec();
        List<OptionSpec> grouped = command.mixins().values().stream()
                .filter(OptionSections::isSubject)
                .flatMap(mixin -> mixin.options().stream())
                .toList();
        StringBuilder text = new StringBuilder();
        text.append(section(
                help,
                command.options().stream()
                        .filter(option -> !grouped.contains(option))
                        .toList()));
        command.mixins().forEach((name, mixin) -> {
            if (isSubject(mixin)) {
                text.append(help.createHeading("%n@|bold " + name + "|@%n")).append(section(help, mixin.options()));
            }
        });
        return text.toString();
    }

    private static String section(Help help, List<OptionSpec> options) {
        Layout layout = help.createDefaultLayout();
        options.stream()
                .filter(option -> !option.hidden())
                .forEach(option -> layout.addOption(option, help.parameterLabelRenderer()));
        return layout.toString();
    }

    private static boolean isSubject(CommandSpec mixin) {
        return mixin.userObject() != null
                && mixin.userObject().getClass().getPackage() == OptionSections.class.getPackage();
    }
}
