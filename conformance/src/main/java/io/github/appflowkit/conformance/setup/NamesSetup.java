package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.ExistingResources.Existing;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The third rung: existing resources that a file names stand in for those that a scenario asks for, as long as they are
 * expendable. One that a request may have changed, or that is not found, serves no more. Scenarios have to come one after the other; the
 * same file then serves the same ones in every run.
 */
final class NamesSetup implements Setup {
    private final ExistingResources resources;
    private final Set<String> paths;

    /** What stands in for nothing any more: it may be changed, or it is not there. */
    private final Set<Resource> spent = new LinkedHashSet<>();

    /** What of it the endpoint took, as far as is known. */
    private final Set<Resource> usedUp = new LinkedHashSet<>();

    /** How often the running scenario mentioned what stands in for something. */
    private final Map<Resource, Integer> mentions = new HashMap<>();

    private Casting casting;

    /**
     * Creates the rung.
     *
     * @param paths where the operations are called that have to find what they are asked for
     */
    NamesSetup(ExistingResources resources, Set<String> paths) {
        this.resources = resources;
        this.paths = Set.copyOf(paths);
        casting = new Casting(resources);
    }

    @Override
    public String rung() {
        return "names";
    }

    @Override
    public Optional<String> lacks(Need need) {
        return switch (need) {
            case PROFILE -> unless("profile", Profile.class::isInstance);
            case SCHEDULED_FLOW -> unlessActive(Flow.Trigger.Scheduled);
            case EVENT_FLOW -> unlessActive(Flow.Trigger.Event);
            case ON_DEMAND_FLOW -> unlessActive(Flow.Trigger.OnDemand);
            case FLOW_STATUS ->
                unless(
                        "flow of a status other than Active",
                        resource ->
                                resource instanceof Flow flow && !flow.status().equals("Active"));
            case FLOW_USING_PROFILE ->
                unless(
                        "flow that uses a profile",
                        resource ->
                                resource instanceof Flow flow && !flow.uses().isEmpty());
            case PLANNED_ERROR -> Optional.of("existing resources plan no errors: that takes --control-url");
            case SECOND_ACCOUNT -> Optional.empty();
        };
    }

    private Optional<String> unlessActive(Flow.Trigger trigger) {
        return unless(
                trigger + " flow that is Active",
                resource -> resource instanceof Flow flow
                        && flow.trigger() == trigger
                        && flow.status().equals("Active"));
    }

    private Optional<String> unless(String what, Predicate<Resource> fits) {
        boolean there = resources.all().stream()
                .filter(Existing::expendable)
                .map(Existing::resource)
                .anyMatch(fits);
        return there ? Optional.empty() : Optional.of("no expendable " + what + " is in " + file() + ": add one");
    }

    @Override
    public synchronized void put(Profile profile) {
        cast(profile, "profile");
    }

    @Override
    public synchronized void put(Flow flow) {
        int destinations = flow.destinations().size();
        cast(
                flow,
                flow.trigger() + " flow that is " + flow.status()
                        + (flow.reads().isEmpty() ? "" : " and reads from such a profile")
                        + (destinations == 0 ? "" : " and writes to such profiles, " + destinations + " of them"));
    }

    private void cast(Resource wanted, String what) {
        if (casting.has(wanted.name())) {
            throw new Untestable("an existing resource cannot be made anew once it was stopped or deleted");
        }
        casting = casting.with(wanted, spent, mentions.keySet()).orElseThrow(() -> none(what, wanted.name()));
    }

    private Untestable none(String what, String wanted) {
        String called = SampleNames.contains(wanted) ? ", called " + wanted + "," : "";
        return new Untestable("no expendable " + what + called + " is left in " + file() + ": add one");
    }

    @Override
    public synchronized String nameOf(String name) {
        return casting.realName(name);
    }

    /** Nothing is read: the file says what there is. */
    @Override
    public Optional<Profile> profile(String name, String region) {
        return Optional.empty();
    }

    @Override
    public Optional<Flow> flow(String name, String region) {
        return Optional.empty();
    }

    @Override
    public void remove(Profile profile) {
        release(profile.name());
    }

    @Override
    public void remove(Flow flow) {
        release(flow.name());
    }

    /** Nothing is removed: what stood in for a resource is free again, or used up. */
    private synchronized void release(String wanted) {
        casting = casting.without(wanted);
        mentions.keySet().retainAll(casting.cast());
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        throw new Untestable(lacks(Need.PLANNED_ERROR).orElseThrow());
    }

    /**
     * Looks at a request before it is sent.
     *
     * @throws Untestable if it mentions what is not expendable, what may be another resource than the one that stands in,
     *     or a profile that other flows use than the scenario wants
     */
    synchronized void sending(Request request) {
        Mentions mentioned = new Mentions(request);
        resources.refuseProtected(mentioned::of);
        casting.cast().forEach(resource -> requireExact(resource, request, mentioned));
        for (Resource resource : castIn(mentioned)) {
            if (resource instanceof Profile profile && !casting.isUsedAsWanted(profile)) {
                throw new Untestable(
                        "no expendable profile that is used by exactly the flows of the scenario is left in " + file()
                                + ": add one");
            }
            mentions.merge(resource, mentioned.exactly(resource.name()) ? 1 : 0, Integer::sum);
        }
    }

    /** In another scope, or in another form, its name may be that of a resource that nobody gave away. */
    private void requireExact(Resource resource, Request request, Mentions mentioned) {
        Set<String> names = mentioned.like(resource.name());
        if (mentioned.exactly(resource.name())) {
            names.add(resource.name());
        }
        boolean owner = request.caller() == Request.Caller.FIRST;
        names.stream()
                .filter(name -> !owner || !isExpendable(name, request.region(), resource))
                .findFirst()
                .ifPresent(name -> {
                    throw new Untestable("the request names " + name + " in " + request.region()
                            + (owner ? "" : " for a second account") + ", which may be somebody's: " + file()
                            + " marks only the exact resource as expendable, " + title(resource));
                });
    }

    /** Whether the file gives away what has a name; in other letter case it is to be of the same kind. */
    private boolean isExpendable(String name, String region, Resource like) {
        boolean anyKind = !name.equalsIgnoreCase(like.name());
        return resources.all().stream()
                .filter(Existing::expendable)
                .map(Existing::resource)
                .anyMatch(resource -> (anyKind || resource.getClass() == like.getClass())
                        && resource.name().equals(name)
                        && resource.region().equals(region));
    }

    /**
     * Looks at what came of a request.
     *
     * @throws Untestable if the endpoint knows nothing of what the file says is there
     */
    synchronized void sent(Exchange exchange) {
        Request request = exchange.request();
        int status = exchange.whole().map(Answer::status).orElse(0);
        if (exchange.whole().isEmpty() || status / 100 == 2) {
            mayHaveChanged(request);
        } else if (status / 100 != 4) {
            spent.addAll(named(request));
        }
        Mentions mentioned = new Mentions(request);
        for (Resource resource : castIn(mentioned)) {
            boolean missing = status == 404
                    && request.caller() == Request.Caller.FIRST
                    && mentioned.exactly(resource.name())
                    && paths.contains(request.target())
                    && request.region().equals(resource.region())
                    && mentions.getOrDefault(resource, 0) == 1;
            if (missing) {
                spent.add(resource);
                throw new Untestable("the endpoint does not find " + resource.name() + ", which is in " + file() + ": "
                        + exchange.summary());
            }
        }
    }

    /** Uses up what a request names that was answered with success, or has no whole answer. */
    synchronized void mayHaveChanged(Request request) {
        Set<Resource> named = named(request);
        spent.addAll(named);
        usedUp.addAll(named);
    }

    /** What a request may change: what stands in, and what else of the file it names. */
    private Set<Resource> named(Request request) {
        Mentions mentioned = new Mentions(request);
        Set<Resource> named = new LinkedHashSet<>(castIn(mentioned));
        resources.all().stream()
                .map(Existing::resource)
                .filter(resource ->
                        mentioned.exactly(resource.name()) && resource.region().equals(request.region()))
                .forEach(named::add);
        return named;
    }

    private List<Resource> castIn(Mentions mentioned) {
        return casting.cast().stream()
                .filter(resource -> mentioned.of(resource.name()))
                .toList();
    }

    /** What the file still names although it may be stopped or deleted. */
    synchronized List<String> usedUp() {
        return usedUp.stream().map(NamesSetup::title).toList();
    }

    private static String title(Resource resource) {
        return resource instanceof Flow flow ? flow.title() : resource.toString();
    }

    Path file() {
        return resources.file();
    }

    /** Which resource of the file stands in for which that a scenario wants. */
    private record Casting(ExistingResources resources, Map<Resource, Resource> roles) {
        Casting(ExistingResources resources) {
            this(resources, Map.of());
        }

        /** The resources that stand in for something. */
        Set<Resource> cast() {
            return Set.copyOf(roles.values());
        }

        /** Whether something of this name was asked for. */
        boolean has(String wanted) {
            return roles.keySet().stream().anyMatch(role -> role.name().equals(wanted));
        }

        String realName(String wanted) {
            return roles.entrySet().stream()
                    .filter(role -> role.getKey().name().equals(wanted))
                    .map(role -> role.getValue().name())
                    .findFirst()
                    .orElse(wanted);
        }

        private String wantedName(String real) {
            return roles.entrySet().stream()
                    .filter(role -> role.getValue().name().equals(real))
                    .map(role -> role.getKey().name())
                    .findFirst()
                    .orElse(real);
        }

        /**
         * One more role, for which others may change hands; empty if there is nobody for it. A profile is to be used by
         * the flows that the scenario wants to use it and by no others; flows that are still to be asked for may mend
         * that.
         *
         * @param usedUp what cannot stand in for anything
         * @param kept what has to stay in its role
         */
        Optional<Casting> with(Resource wanted, Set<Resource> usedUp, Set<Resource> kept) {
            List<Resource> all = new ArrayList<>(roles.keySet());
            all.add(wanted);
            all.sort((a, b) -> Boolean.compare(a instanceof Flow, b instanceof Flow));
            Search search = new Search(all, usedUp, kept);
            return search.from(0, Map.of(), true).or(() -> search.from(0, Map.of(), false));
        }

        Casting without(String wanted) {
            Map<Resource, Resource> others = new HashMap<>(roles);
            others.keySet().removeIf(role -> role.name().equals(wanted));
            return new Casting(resources, others);
        }

        /** Whether exactly those flows of the file use a profile that the scenario wants to use it. */
        boolean isUsedAsWanted(Profile profile) {
            Set<Resource> users = new LinkedHashSet<>();
            flows().filter(flow -> flow.region().equals(profile.region()))
                    .filter(flow ->
                            !flow.status().equals("Deleted") && flow.uses().contains(profile.name()))
                    .forEach(users::add);
            Set<Resource> wantedUsers = new LinkedHashSet<>();
            roles.forEach((wanted, real) -> {
                if (wanted instanceof Flow flow && flow.uses().contains(wantedName(profile.name()))) {
                    wantedUsers.add(real);
                }
            });
            return users.equals(wantedUsers);
        }

        private Stream<Flow> flows() {
            return resources.all().stream()
                    .map(Existing::resource)
                    .filter(Flow.class::isInstance)
                    .map(Flow.class::cast);
        }

        /** Goes through who could stand in for what, the first in the file first. */
        private final class Search {
            private final List<Resource> wanted;
            private final Set<Resource> usedUp;
            private final Set<Resource> kept;

            Search(List<Resource> wanted, Set<Resource> usedUp, Set<Resource> kept) {
                this.wanted = wanted;
                this.usedUp = usedUp;
                this.kept = kept;
            }

            Optional<Casting> from(int next, Map<Resource, Resource> chosen, boolean strict) {
                Casting casting = new Casting(resources, chosen);
                if (next == wanted.size()) {
                    boolean fits = !strict
                            || chosen.values().stream()
                                    .noneMatch(real ->
                                            real instanceof Profile profile && !casting.isUsedAsWanted(profile));
                    return fits ? Optional.of(casting) : Optional.empty();
                }
                Resource role = wanted.get(next);
                return candidates(role, casting).stream()
                        .map(candidate -> {
                            Map<Resource, Resource> more = new HashMap<>(chosen);
                            more.put(role, candidate);
                            return from(next + 1, more, strict);
                        })
                        .flatMap(Optional::stream)
                        .findFirst();
            }

            private List<Resource> candidates(Resource role, Casting casting) {
                Resource current = roles.get(role);
                if (current != null && kept.contains(current)) {
                    return List.of(current);
                }
                List<Resource> free = resources.all().stream()
                        .filter(Existing::expendable)
                        .map(Existing::resource)
                        .filter(resource -> !usedUp.contains(resource)
                                && !casting.roles.containsValue(resource)
                                && resource.region().equals(role.region()))
                        .filter(resource -> fits(role, resource, casting))
                        .sorted((a, b) -> Integer.compare(profilesOf(a), profilesOf(b)))
                        .toList();
                List<Resource> namesakes = free.stream()
                        .filter(resource -> resource.name().equals(role.name()))
                        .toList();
                return namesakes.isEmpty() && !SampleNames.contains(role.name()) ? free : namesakes;
            }

            /** Flows that use fewer profiles come first, which keeps the others for who needs them. */
            private static int profilesOf(Resource resource) {
                return resource instanceof Flow flow ? flow.uses().size() : 0;
            }

            private static boolean fits(Resource role, Resource resource, Casting casting) {
                if (!(role instanceof Flow wanted) || !(resource instanceof Flow flow)) {
                    return role.getClass() == resource.getClass();
                }
                List<String> destinations =
                        wanted.destinations().stream().map(casting::realName).toList();
                return flow.trigger() == wanted.trigger()
                        && flow.status().equals(wanted.status())
                        && (wanted.source() == null
                                || casting.realName(wanted.source()).equals(flow.source()))
                        && (destinations.isEmpty() || destinations.equals(flow.destinations()));
            }
        }
    }
}
