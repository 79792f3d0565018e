package io.sampan.outside.customs;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;

/** The import rules that the app is shipped with, for tests of rooms that assess by them. */
public final class SampleDuties {
    private SampleDuties() {}

    public static Duties shipped() {
        try {
            return new Duties(new CustomsSettings(
                    new ClassPathResource("rules/customs/taxes.csv"),
                    new ClassPathResource("rules/customs/rules.csv"),
                    new ClassPathResource("rules/customs/headings.csv")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
