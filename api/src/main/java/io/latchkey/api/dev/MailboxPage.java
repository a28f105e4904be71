package io.latchkey.api.dev;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mailbox as a page: no script, and nothing from a mail that is not escaped. */
final class MailboxPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]/_-]+/link#[A-Za-z0-9=&;_-]+");
    private static final String NONE = "    <p>No mail yet. It comes a second or two after what causes it.</p>";

    private MailboxPage() {}

    static String of(List<DeliveredMail> mails, Optional<String> to) {
        var list = mails.stream()
                .map(mail -> entry(mail, mail.equals(mails.getFirst())))
                .collect(Collectors.joining("\n"));
        return """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Mailbox of this development installation</title>
              <link rel="stylesheet" href="mailbox/page.css">
            </head>
            <body>
              <main>
                <h1>Mailbox</h1>
                <p class="aside">All mail of this installation, the newest first. This page is absent in production.
                  As JSON: <a href="mailbox/messages">mailbox/messages</a></p>
                <form method="get">
                  <label>To <input name="to" type="search" value="%s" placeholder="ann@example.org"></label>
                  <button>Show</button>
                </form>
            %s
              </main>
            </body>
            </html>
            """.formatted(htmlEscape(to.orElse("")), mails.isEmpty() ? NONE : list);
    }

    private static String entry(DeliveredMail mail, boolean open) {
        return """
                <details%s>
                  <summary><b>%s</b><span>%s</span><time>%s</time></summary>
                  <pre>%s</pre>
                </details>""".formatted(
                        open ? " open" : "",
                        htmlEscape(mail.subject()),
                        htmlEscape(mail.to()),
                        TIME.format(mail.receivedAt()),
                        linked(htmlEscape(mail.text())));
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\" rel=\"noreferrer\">$0</a>");
    }
}
