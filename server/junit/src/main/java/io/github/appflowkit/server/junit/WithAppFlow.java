package io.github.appflowkit.server.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class, and the classes nested in it, a server of their own. It starts once for the class, on a free port
 * of this machine, and each test begins in the same state. Tests and constructors have it as a parameter: an {@link
 * AppFlow}, or its {@link java.net.URI}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AppFlowExtension.class)
public @interface WithAppFlow {
    /** The file with the state that each test begins in, from the folder that the tests run in; none by default. */
    String state() default "";
}
