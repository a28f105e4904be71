package io.latchkey.query.accounts;

import java.util.List;

/** The trusted devices of an account, oldest first. */
public record Devices(List<DeviceLine> devices) {}
