package io.latchkey.api.stage;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** Every test with this shares one {@link Stage}. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Stage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "latchkey.data=target/stage",
            "latchkey.limits.guesses-per-five-minutes=100000",
            "latchkey.limits.guesses-per-hour=100000",
            "latchkey.limits.starts-per-five-minutes=100000"
        })
public @interface Staged {}
