package io.latchkey.store.example;

public record Counted(String id) {}
