package io.latchkey.api.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Link headers (RFC 8288) relative to the host, so that no header of the request has a say in them. */
final class Links {

    private Links() {}

    static HttpHeaders of(String path, MultiValueMap<String, String> asked, @Nullable String next) {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.LINK, "<" + path + query(asked) + ">; rel=\"self\"");
        if (next != null) {
            var following = new LinkedMultiValueMap<>(asked);
            following.set("after", next);
            headers.add(HttpHeaders.LINK, "<" + path + query(following) + ">; rel=\"next\"");
        }
        return headers;
    }

    private static String query(MultiValueMap<String, String> parameters) {
        var pairs = new ArrayList<String>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
