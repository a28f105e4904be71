package io.latchkey.value;

public record TotpCode(String digits) {
    public TotpCode {
        digits = Typed.digits("totp code", digits);
        if (!digits.matches("[0-9]{6}|[0-9]{8}")) {
            throw new Malformed("totp code", "six or eight digits");
        }
    }

    @Override
    public String toString() {
        return "TotpCode[hidden]";
    }
}
