package io.sampan.outside.marketplace;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract over every connector, each beside its simulated marketplace: for the benchmark that prints the matrix and keeps it for the console. */
public final class ContractRun implements TestExecutionListener {
    /** What became of a case. */
    public enum Outcome {
        PASSED,
        /** The connector does not declare what the case is about. */
        NOT_DECLARED,
        FAILED
    }

    /**
     * One case at one connector.
     *
     * @param capability what it proves; empty for what holds of every connector
     * @param name a sentence, its words joined as in Java
     * @param why what was wrong; empty unless it failed
     */
    public record Result(
            MarketplaceId marketplace, String source, String capability, String name, Outcome outcome, String why) {}

    private static final String CONTRACTS = ".*ContractTest";

    private final List<Result> results = new ArrayList<>();
    private final Map<Class<?>, Connector> connectors = new ConcurrentHashMap<>();

    private ContractRun() {}

    /** Runs all cases at all connectors, in this process and on loopback only. */
    public static List<Result> run() {
        var run = new ContractRun();
        LauncherFactory.create().execute(all(), run);
        return List.copyOf(run.results);
    }

    /** All cases of all connectors, none of them run: as {@code marketplace,source,capability,case}. */
    static List<String> cases() {
        var run = new ContractRun();
        var plan = LauncherFactory.create().discover(all());
        plan.getRoots()
                .forEach(root -> plan.getDescendants(root).forEach(test -> run.note(test, Outcome.NOT_DECLARED, "")));
        return run.results.stream()
                .map(one -> one.marketplace().name() + "," + one.source() + "," + one.capability() + "," + one.name())
                .toList();
    }

    /** The contract of each connector. */
    static List<Class<?>> contracts() {
        var plan = LauncherFactory.create().discover(all());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(test -> test.getSource().orElse(null))
                .filter(MethodSource.class::isInstance)
                .<Class<?>>map(source -> ((MethodSource) source).getJavaClass())
                .distinct()
                .toList();
    }

    private static LauncherDiscoveryRequest all() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(ContractRun.class.getPackageName()))
                .filters(includeClassNamePatterns(CONTRACTS))
                .build();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, Outcome.NOT_DECLARED, "");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> note(test, Outcome.PASSED, "");
            case ABORTED -> note(test, Outcome.NOT_DECLARED, "");
            case FAILED ->
                note(
                        test,
                        Outcome.FAILED,
                        result.getThrowable().map(Throwable::toString).orElse("no reason given"));
        }
    }

    private synchronized void note(TestIdentifier test, Outcome outcome, String why) {
        if (!(test.getSource().orElse(null) instanceof MethodSource method)) {
            if (outcome == Outcome.FAILED) {
                throw new IllegalStateException(test.getDisplayName() + " could not begin: " + why);
            }
            return;
        }
        var connector = connectors.computeIfAbsent(method.getJavaClass(), ContractRun::connector);
        var needs = method.getJavaMethod().getAnnotation(Needs.class);
        var capability =
                needs == null ? "" : Arrays.asList(needs.value()).getLast().name();
        results.add(new Result(connector.id(), connector.source(), capability, method.getMethodName(), outcome, why));
    }

    private static Connector connector(Class<?> contract) {
        return ground(contract).stand().connector();
    }

    /** A connector beside its marketplace, as before each of its cases. */
    static ContractGround ground(Class<?> contract) {
        try {
            var constructor = contract.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ContractGround) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(contract + " cannot be made", e);
        }
    }
}
