package io.latchkey.query.accounts;

import java.util.Set;

/** What a holder can add so that more ways are left. */
public enum Addition {
    AUTHENTICATOR("Set up an authenticator app; the first one brings backup codes.") {
        @Override
        Holdings to(Holdings has, Set<Loss> lost) {
            return has.withAuthenticator();
        }
    },
    BACKUP_CODES("Make new backup codes and keep them apart from the phone.") {
        @Override
        Holdings to(Holdings has, Set<Loss> lost) {
            return has.withBackupCodes();
        }
    },
    RECOVERY_CODE("Make a recovery code and keep it on paper.") {
        @Override
        Holdings to(Holdings has, Set<Loss> lost) {
            return has.with(Holding.RECOVERY_CODE);
        }
    },
    TRUSTED_DEVICE("Trust one more device; one of the trusted devices counts as lost with the phone.") {
        @Override
        Holdings to(Holdings has, Set<Loss> lost) {
            return has.withTrustedDevices(lost.contains(Loss.PHONE) ? 2 : 1);
        }
    },
    BOUND_DEVICE(
            "Trust one more device with a key of its own, which counts seven days later; one of them counts as lost with"
                    + " the phone.") {
        @Override
        Holdings to(Holdings has, Set<Loss> lost) {
            return has.withBoundDevices(lost.contains(Loss.PHONE) ? 2 : 1);
        }
    },
    CONTACTS("Name two people whom you trust as recovery contacts; they count seven days after they accept.") {
        @Override
        Holdings to(Holdings has, Set<Loss> lost) {
            return has.withContacts();
        }
    };

    private final String sentence;

    Addition(String sentence) {
        this.sentence = sentence;
    }

    abstract Holdings to(Holdings has, Set<Loss> lost);

    public String sentence() {
        return sentence;
    }
}
