package io.sampan.people.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** A new installation has nobody who may open the console: its first operator comes from the settings, once. */
@Component
class FirstOperator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private final Accounts accounts;
    private final IdentitySettings settings;

    FirstOperator(Accounts accounts, IdentitySettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var email = settings.operatorEmail();
        var password = settings.operatorPassword();
        if (email == null || email.isBlank() || password == null || password.isBlank() || accounts.anyOperator()) {
            return;
        }
        var outcome = accounts.appointOperator(email, password);
        switch (outcome) {
            case SignedUp.Welcome made ->
                LOG.info("The first operator is account {}", made.account().id());
            case SignedUp.Refused _, SignedUp.Braked _, SignedUp.Busy _ ->
                LOG.error("No operator was made from the settings: {}", outcome);
        }
    }
}
