package io.latchkey.value;

public enum TotpAlgorithm {
    SHA1,
    SHA256,
    SHA512
}
