package io.latchkey.query.contacts;

import java.util.List;

/** Those whose recovery contact somebody is or may be, and their recoveries that wait for an approval. */
public record People(List<PersonLine> people, List<ApprovalLine> recoveries) {}
