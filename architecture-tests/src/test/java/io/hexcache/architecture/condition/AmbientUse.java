package io.hexcache.architecture.condition;

import static io.hexcache.architecture.condition.Target.async;
import static io.hexcache.architecture.condition.Target.inClass;
import static io.hexcache.architecture.condition.Target.named;
import static io.hexcache.architecture.condition.Target.now;
import static io.hexcache.architecture.condition.Target.with;
import static io.hexcache.architecture.condition.Target.withoutParameters;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * What a class fetches from its surroundings instead of being given it. Calls, method references and reads of fields
 * count alike.
 */
public final class AmbientUse {

    private AmbientUse() {}

    /** It reads a clock of the machine, or gets hold of one. */
    public static ArchCondition<JavaClass> readTheTime() {
        return use("read the time", named("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime",
                "java.time.Clock.system", "java.time.Clock.systemUTC", "java.time.Clock.systemDefaultZone",
                "java.time.Clock.tickMillis", "java.time.Clock.tickSeconds", "java.time.Clock.tickMinutes",
                "java.time.InstantSource.system", "java.util.Calendar.getInstance",
                "java.util.GregorianCalendar.<init>")
                .or(now().and(with(Clock.class).negate()))
                .or(named("java.util.Date.<init>").and(withoutParameters())));
    }

    /** It makes random numbers, or a generator of them. */
    public static ArchCondition<JavaClass> makeRandomness() {
        return use("make randomness", named("java.lang.Math.random", "java.lang.StrictMath.random",
                "java.util.Random.<init>", "java.util.SplittableRandom.<init>", "java.security.SecureRandom.<init>",
                "java.security.SecureRandom.getInstance", "java.security.SecureRandom.getInstanceStrong",
                "java.util.concurrent.ThreadLocalRandom.current", "java.util.random.RandomGenerator.getDefault",
                "java.util.random.RandomGenerator.of", "java.util.random.RandomGeneratorFactory.create",
                "java.util.UUID.randomUUID"));
    }

    /** It lets time pass and looks at nothing meanwhile. */
    public static ArchCondition<JavaClass> sleep() {
        return use("sleep", named("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep",
                "java.util.concurrent.locks.LockSupport.parkNanos",
                "java.util.concurrent.locks.LockSupport.parkUntil"));
    }

    /** It starts a thread, or lets a pool that nobody gave it run something. */
    public static ArchCondition<JavaClass> startThreads() {
        return use("start threads", named("java.lang.Thread.<init>", "java.lang.Thread.ofVirtual",
                "java.lang.Thread.ofPlatform", "java.lang.Thread.startVirtualThread", "java.util.Timer.<init>",
                "java.util.concurrent.ThreadPoolExecutor.<init>", "java.util.concurrent.ForkJoinPool.<init>",
                "java.util.concurrent.ForkJoinPool.commonPool", "java.util.Collection.parallelStream",
                "java.util.List.parallelStream", "java.util.Set.parallelStream")
                .or(inClass("java.util.concurrent.Executors"))
                .or(async().and(with(Executor.class).negate())));
    }

    /** It writes to the console, reads from it, or ends the process. */
    public static ArchCondition<JavaClass> touchTheConsole() {
        return use("touch the console", named("java.lang.System.out", "java.lang.System.err", "java.lang.System.in",
                "java.lang.System.console", "java.lang.System.exit", "java.lang.Runtime.exit",
                "java.lang.Runtime.halt")
                .or(inClass("java.lang.IO"))
                .or(target -> target.getName().equals("printStackTrace") && withoutParameters().test(target)));
    }

    /** It reads environment variables or system properties. */
    public static ArchCondition<JavaClass> readTheEnvironment() {
        return use("read the environment", named("java.lang.System.getenv", "java.lang.System.getProperty",
                "java.lang.System.getProperties", "java.lang.System.setProperty", "java.lang.Integer.getInteger",
                "java.lang.Long.getLong", "java.lang.Boolean.getBoolean"));
    }

    private static ArchCondition<JavaClass> use(String what, Predicate<AccessTarget> targets) {
        return ArchConditions.accessTargetWhere(
                DescribedPredicate.<JavaAccess<?>>describe(what, access -> targets.test(access.getTarget()))).as(what);
    }
}
