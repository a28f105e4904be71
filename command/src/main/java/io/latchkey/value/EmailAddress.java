package io.latchkey.value;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address mail can be sent to without surprises; the domain is ASCII and lower case, the local part as typed. */
public record EmailAddress(String value) {
    private static final String FIELD = "e-mail address";
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)*(?![0-9]+$)" + LABEL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    public EmailAddress {
        var typed = Typed.sized(FIELD, visible(value).strip(), 3, 254);
        var at = typed.indexOf('@');
        if (at < 0 || at != typed.lastIndexOf('@')) {
            throw new Malformed(FIELD, "one @");
        }
        value = Typed.sized(FIELD, local(typed.substring(0, at)) + "@" + domain(typed.substring(at + 1)), 3, 254);
    }

    /** Two addresses that differ in case only are the same mailbox. */
    public String lookup() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Enough for the owner to know it again, too little for anybody else. */
    public String masked() {
        var domain = value.substring(value.indexOf('@') + 1);
        var dot = domain.lastIndexOf('.');
        return value.charAt(0) + "***@" + domain.charAt(0) + "***" + (dot < 0 ? "" : domain.substring(dot));
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }

    private static String visible(String value) {
        var plain = Typed.withoutControls(FIELD, value);
        if (INVISIBLE.matcher(plain).find() || plain.chars().anyMatch(EmailAddress::endsALineWhenCutToAByte)) {
            throw new Malformed(FIELD, "no hidden characters");
        }
        return plain;
    }

    /** U+560A and its like: mailers that keep the low byte only would write a line end. */
    private static boolean endsALineWhenCutToAByte(int character) {
        return (character & 0xFF) == '\n' || (character & 0xFF) == '\r';
    }

    private static String local(String typed) {
        if (typed.length() > 64) {
            throw new Malformed(FIELD, "at most 64 characters before the @");
        }
        if (!DOT_ATOM.matcher(typed).matches()) {
            throw new Malformed(FIELD, "before the @ only ASCII letters, digits, single dots and !#$%&'*+/=?^_`{|}~-");
        }
        return typed;
    }

    private static String domain(String typed) {
        var ascii = ascii(typed).toLowerCase(Locale.ROOT);
        if (ascii.length() > 253 || !DOMAIN.matcher(ascii).matches()) {
            throw new Malformed(FIELD, "a domain name after the @");
        }
        return ascii;
    }

    /** The JDK would turn these two letters into others, and the mail would go to somebody else's domain. */
    private static String ascii(String typed) {
        if (typed.matches(".*[\\x{DF}\\x{1E9E}\\x{3C2}].*")) {
            throw new Malformed(FIELD, "this domain in its xn-- spelling");
        }
        try {
            return IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException unmappable) {
            throw new Malformed(FIELD, "a domain name after the @");
        }
    }
}
