package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.DeviceProofRefused;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.RecoveryStarted;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SessionRefreshRefused;
import io.latchkey.event.SignInRefused;
import io.latchkey.query.catalogue.Catalogue;
import io.latchkey.value.Factor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    /** Every kind of event that has a rule; all others have the rule "none". */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("AccountRegistered", "NewAddressee"),
            Map.entry("MailboxVerified", "ProvenAddressee"),
            Map.entry("AccountErased", "Farewell"),
            Map.entry("MailboxCodeIssued", "Code MAILBOX_CODE"),
            Map.entry("EmailCodeIssued", "Code SIGN_IN_CODE"),
            Map.entry("RecoveryStarted", "Notice RECOVERY_STARTED, Code RECOVERY_CODE"),
            Map.entry("RecoveryCancelled", "Notice RECOVERY_CANCELLED"),
            Map.entry("AccountRecovered", "Notice ACCOUNT_RECOVERED"),
            Map.entry("PasswordChanged", "Notice PASSWORD_CHANGED"),
            Map.entry("TotpEnrolled", "Notice AUTHENTICATOR_ADDED"),
            Map.entry("AuthenticatorRemoved", "Notice AUTHENTICATOR_REMOVED"),
            Map.entry("FactorDisabled", "Notice FACTOR_DISABLED"),
            Map.entry("BackupCodesGenerated", "Notice BACKUP_CODES_MADE"),
            Map.entry("BackupCodesRevoked", "Notice BACKUP_CODES_REVOKED"),
            Map.entry("BackupCodeSpent", "Notice BACKUP_CODES_LOW"),
            Map.entry("RecoveryCodeActivated", "Notice RECOVERY_CODE_ACTIVE"),
            Map.entry("RecoveryCodeRevoked", "Notice RECOVERY_CODE_REVOKED"),
            Map.entry("EmailCodeAccepted", "Notice RECOVERY_SESSION"),
            Map.entry("DeviceTrusted", "NamedNotice DEVICE_TRUSTED"),
            Map.entry("DeviceForgotten", "Notice DEVICE_FORGOTTEN"),
            Map.entry("DeviceKeyBound", "NamedNotice DEVICE_KEY_BOUND"),
            Map.entry("SecondFactorResetByDevice", "Notice SECOND_FACTOR_RESET_BY_DEVICE"),
            Map.entry("SecretKeyReplaced", "Notice SECRET_KEY_REPLACED"),
            Map.entry("SecondFactorResetStarted", "Code RESET_CODE"),
            Map.entry("SecondFactorResetScheduled", "Stoppable RESET_WAITING"),
            Map.entry("SecondFactorResetReminded", "Stoppable RESET_REMINDER"),
            Map.entry("SecondFactorResetCancelled", "Notice RESET_CANCELLED"),
            Map.entry("SecondFactorsReset", "Notice SECOND_FACTORS_RESET"),
            Map.entry("LossLinkIssued", "Link LOSS_LINK"),
            Map.entry("AuthenticatorSuspended", "Notice AUTHENTICATOR_SUSPENDED"),
            Map.entry("AuthenticatorResumed", "Notice AUTHENTICATOR_RESUMED"),
            Map.entry("DeviceSuspended", "Notice DEVICE_SUSPENDED"),
            Map.entry("DeviceResumed", "Notice DEVICE_RESUMED"),
            Map.entry("AccountFrozen", "Notice ACCOUNT_FROZEN"),
            Map.entry("UnfreezingRequested", "Notice UNFREEZING_REQUESTED"),
            Map.entry("AccountUnfrozen", "Notice ACCOUNT_UNFROZEN"),
            Map.entry("GroupInvitationReceived", "NamedNotice GROUP_INVITED"),
            Map.entry("GroupJoined", "Notice GROUP_JOINED"),
            Map.entry("GroupLeft", "Notice GROUP_LEFT"),
            Map.entry("OrganizerConsentsSpent", "Notice CONSENTS_SPENT"),
            Map.entry("AssistedRecoveryStarted", "Stoppable ASSISTED_RECOVERY_BEGUN, Stoppable ASSISTED_RECOVERY_LINK"),
            Map.entry("AssistedCredentialsChosen", "Stoppable ASSISTED_RECOVERY_WAITING"),
            Map.entry("AssistedRecoveryReminded", "Stoppable ASSISTED_RECOVERY_REMINDER"),
            Map.entry("AssistedRecoveryCancelled", "Notice ASSISTED_RECOVERY_CANCELLED"),
            Map.entry("ContactInvitationReceived", "NamedNotice CONTACT_INVITED"),
            Map.entry("ContactApprovalAsked", "NamedNotice CONTACT_APPROVAL_ASKED"),
            Map.entry("ContactAccepted", "Notice CONTACT_ADDED"),
            Map.entry("ContactReviewDue", "Notice CONTACTS_TO_REVIEW"),
            Map.entry("ContactRemoved", "Notice CONTACT_REMOVED"),
            Map.entry("ContactRecoveryStarted", "Stoppable CONTACT_RECOVERY_BEGUN"),
            Map.entry("ContactRecoveryScheduled", "Stoppable CONTACT_RECOVERY_WAITING"),
            Map.entry("RoleGranted", "Notice ROLE_GRANTED"),
            Map.entry("RoleRevoked", "Notice ROLE_REVOKED")));

    @Test
    void every_event_has_a_mail_rule_or_an_explicit_none() {
        var found = new TreeMap<String, String>();
        events().forEach(type -> found.put(type.getSimpleName(), named(Rules.of(sample(type)))));
        found.values().removeIf("None"::equals);

        assertThat(found).isEqualTo(EXPECTED);
        assertThat(events()).hasSizeGreaterThan(EXPECTED.size());
    }

    @Test
    void the_start_for_an_unknown_identifier_has_none() {
        assertThat(named(Rules.of(new RecoveryStarted("r", "a", false, false, "p", "c", "l", Instant.EPOCH))))
                .isEqualTo("None");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void only_a_token_used_twice_tells_of_a_refused_refresh(Reason reason) {
        assertThat(named(Rules.of(new SessionRefreshRefused("a", "s", reason))))
                .isEqualTo(reason == Reason.TOKEN_REUSED ? "Notice SESSION_COPIED" : "None");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void only_a_wrong_second_factor_is_counted(Reason reason) {
        assertThat(named(Rules.of(new SignInRefused("a", "s", Factor.TOTP, false, reason))))
                .isEqualTo(reason == Reason.WRONG_PROOF ? "Strike" : "None");
        assertThat(named(Rules.of(new SignInRefused("a", null, Factor.PASSWORD, false, reason))))
                .isEqualTo("None");
    }

    @Test
    void a_replaced_recovery_code_is_told_of_with_the_new_one() {
        assertThat(named(Rules.of(new RecoveryCodeRevoked("a", "c", Reason.REPLACED))))
                .isEqualTo("None");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_notice_is_sent_exactly_where_the_catalogue_says_so(Reason reason) {
        assertThat(Stream.concat(
                        events().map(RulesTest::sample),
                        Stream.of(
                                new RecoveryCodeRevoked("a", "c", reason),
                                new SecondFactorResetCancelled("a", "r", reason),
                                new AssistedRecoveryCancelled("a", "r", reason),
                                new SessionRefreshRefused("a", "s", reason),
                                new SignInRefused("a", "s", Factor.TOTP, false, reason),
                                new SignInRefused("a", null, Factor.TOTP, false, reason),
                                new DeviceProofRefused("a", "s", "d", "c", reason),
                                new DeviceProofRefused("a", null, "d", "c", reason),
                                new RecoveryStarted("r", "a", false, false, "p", "c", "l", Instant.EPOCH))))
                .allSatisfy(event -> assertThat(tells(event))
                        .as(event.toString())
                        .isEqualTo(Catalogue.notice(event).isPresent()));
    }

    private static boolean tells(LatchkeyEvent event) {
        return Rules.of(event).stream()
                .anyMatch(rule -> rule instanceof Rule.Notice
                        || rule instanceof Rule.NamedNotice
                        || rule instanceof Rule.Stoppable
                        || rule instanceof Rule.Strike);
    }

    private static String named(List<Rule> rules) {
        return rules.stream()
                .map(rule -> switch (rule) {
                    case Rule.Code code -> "Code " + code.kind();
                    case Rule.Link link -> "Link " + link.kind();
                    case Rule.Notice notice -> "Notice " + notice.kind();
                    case Rule.Stoppable notice -> "Stoppable " + notice.kind();
                    case Rule.NamedNotice notice -> "NamedNotice " + notice.kind();
                    default -> rule.getClass().getSimpleName();
                })
                .collect(Collectors.joining(", "));
    }

    static Stream<Class<?>> events() {
        return leaves(LatchkeyEvent.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RulesTest::leaves)
                : Stream.of(type);
    }

    static LatchkeyEvent sample(Class<?> type) {
        var parts = type.getRecordComponents();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (LatchkeyEvent) type.getDeclaredConstructor(types)
                    .newInstance(Arrays.stream(parts).map(RulesTest::value).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(RecordComponent part) {
        var type = part.getType();
        if (type == String.class) {
            return part.getName();
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == long.class) {
            return 7L;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : (Object) 3;
    }
}
