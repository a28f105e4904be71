package io.latchkey.value;

public record PersonName(String value) {
    public PersonName {
        value = Typed.line("name", value, 100);
    }

    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}
