package io.sampan.outside.customs;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The import rules that the app is shipped with, for tests of rooms that assess by them. */
public final class SampleDuties {
    private SampleDuties() {}

    public static Duties shipped() {
        return with(new ClassPathResource("rules/customs/restrictions.csv"));
    }

    /** @param restrictions of a test's own */
    public static Duties with(Resource restrictions) {
        try {
            return new Duties(new CustomsSettings(
                    new ClassPathResource("rules/customs/taxes.csv"),
                    new ClassPathResource("rules/customs/rules.csv"),
                    new ClassPathResource("rules/customs/headings.csv"),
                    restrictions));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
