package io.latchkey.query.catalogue;

/** What other services may be told, by the names of CAEP 1.0 and RISC 1.0. */
public enum Signal {
    CREDENTIAL_CHANGE("caep", "credential-change"),
    SESSION_REVOKED("caep", "session-revoked"),
    ASSURANCE_LEVEL_CHANGE("caep", "assurance-level-change"),
    RECOVERY_ACTIVATED("risc", "recovery-activated"),
    RECOVERY_INFORMATION_CHANGED("risc", "recovery-information-changed"),
    CREDENTIAL_CHANGE_REQUIRED("risc", "account-credential-change-required"),
    ACCOUNT_DISABLED("risc", "account-disabled"),
    ACCOUNT_ENABLED("risc", "account-enabled"),
    CREDENTIAL_COMPROMISE("risc", "credential-compromise"),
    ACCOUNT_PURGED("risc", "account-purged");

    private final String uri;

    Signal(String family, String name) {
        uri = "https://schemas.openid.net/secevent/" + family + "/event-type/" + name;
    }

    public String uri() {
        return uri;
    }
}
