package io.latchkey.api.audit;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Every filter of the trail, for the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            in = ParameterIn.QUERY,
            name = "account",
            description = "To whom it happened",
            schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "recovery",
            description = "In which recovery",
            schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "actor",
            description = "Who did it: an account id, anonymous or system",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "type",
            description = "A type of the catalogue",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "outcome",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"ACCEPTED", "REFUSED", "INFO"})),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "reason",
            description = "A reason of the catalogue",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "ip",
            description = "From which client: an IPv4 address, or any address of an IPv6 /64",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "correlation",
            description = "The correlationId of a problem or an answer",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "Not before this time",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "Before this time; not with follow",
            schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "follow",
            description = "true: the other way of reading",
            schema = @Schema(type = "boolean", defaultValue = "false")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "after",
            description = "The next of the page before, as it was",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200; more is an error",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
})
@interface TrailParameters {}
