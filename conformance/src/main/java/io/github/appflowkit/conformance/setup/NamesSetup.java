package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The third rung: existing resources that a file names stand in for those that a scenario asks for, as long as they are
 * expendable. One that a request may have changed, or that is not found, serves no more. Scenarios have to come one after
 * the other; the same file then serves the same ones in every run.
 */
final class NamesSetup implements Setup {
    private final ExistingResources resources;
    private final ServedNeeds served;
    private final Set<String> paths;

    /** What stands in for nothing any more: it may be changed, or it is not there. */
    private final Set<Resource> spent = new LinkedHashSet<>();

    /** What of it the endpoint took, as far as is known. */
    private final Set<Resource> usedUp = new LinkedHashSet<>();

    /** What stands in for something, and was mentioned by the running scenario. */
    private final Set<Resource> mentioned = new HashSet<>();

    /** What of it the endpoint has shown to be there. */
    private final Set<Resource> found = new HashSet<>();

    private Casting casting;

    /**
     * Creates the rung.
     *
     * @param paths where the operations are called that have to find what they are asked for
     */
    NamesSetup(ExistingResources resources, Set<String> paths) {
        this.resources = resources;
        served = new ServedNeeds(resources);
        this.paths = Set.copyOf(paths);
        casting = new Casting(resources);
    }

    @Override
    public String rung() {
        return "names";
    }

    @Override
    public Optional<String> lacks(Need need) {
        return served.lacks(need);
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
        casting = casting.with(wanted, spent, mentioned).orElseThrow(() -> none(what, wanted));
    }

    private Untestable none(String what, Resource wanted) {
        String called = SampleNames.contains(wanted.name()) ? ", called " + wanted.name() + "," : "";
        return new Untestable("no expendable " + what + called + " is left in " + file() + " in the region "
                + wanted.region() + ": add one");
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
        mentioned.retainAll(casting.cast());
        found.retainAll(casting.cast());
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
        Mentions mentions = new Mentions(request);
        new RequestGuard(resources, casting).check(request, mentions);
        mentioned.addAll(casting.in(mentions));
    }

    /**
     * Looks at what came of a request.
     *
     * @throws Untestable if the endpoint knows nothing of what the file says is there
     */
    synchronized void sent(Exchange exchange) {
        Request request = exchange.request();
        int status = exchange.whole().map(Answer::status).orElse(0);
        if (status / 100 != 4) {
            mayHaveChanged(request);
        }
        Mentions mentions = new Mentions(request);
        for (Resource resource : casting.in(mentions)) {
            if (!calls(request, mentions, resource)) {
                continue;
            }
            if (isThere(exchange)) {
                found.add(resource);
            } else if (status == 404 && !found.contains(resource) && !isDeleted(resource)) {
                spent.add(resource);
                throw new Untestable("the endpoint does not find " + resource.name() + ", which is in " + file() + ": "
                        + exchange.summary());
            }
        }
    }

    /** Whether it may be there and not be found. */
    private static boolean isDeleted(Resource resource) {
        return resource instanceof Flow flow && flow.status().equals("Deleted");
    }

    /** Whether a request calls an operation for a resource, so that its answer tells whether this is there. */
    private boolean calls(Request request, Mentions mentions, Resource resource) {
        return request.caller() == Request.Caller.FIRST
                && request.method().equals("POST")
                && paths.contains(request.target())
                && request.region().equals(resource.region())
                && mentions.exactly(resource.name());
    }

    /** Whether only a resource that is there can be answered so. */
    private static boolean isThere(Exchange exchange) {
        return exchange.whole()
                .filter(answer -> answer.status() / 100 == 2
                        || answer.status() == 409
                        || answer.outcome().toLowerCase(Locale.ROOT).startsWith("400 unsupportedoperation"))
                .isPresent();
    }

    /** Uses up what a request names that was not clearly refused. */
    synchronized void mayHaveChanged(Request request) {
        Set<Resource> named = named(request);
        spent.addAll(named);
        usedUp.addAll(named);
    }

    /** What a request may change: what stands in, and what else of the file it names. */
    private Set<Resource> named(Request request) {
        Mentions mentions = new Mentions(request);
        Set<Resource> named = new LinkedHashSet<>(casting.in(mentions));
        resources.all().stream()
                .filter(resource ->
                        mentions.exactly(resource.name()) && resource.region().equals(request.region()))
                .forEach(named::add);
        return named;
    }

    /** What the file still names although it may be stopped or deleted. */
    synchronized List<String> usedUp() {
        return usedUp.stream().map(Resource::title).toList();
    }

    Path file() {
        return resources.file();
    }
}
