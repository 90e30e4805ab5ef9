#include "review_html.h"

#include <fmt/format.h>

#include <algorithm>

#include "review_style.h"

namespace halte {
namespace {

/// Words as HTML shows them, and nothing else. In {braces}, which the program fills in, they are set apart.
std::string escaped(std::string_view words) {
    std::string html;
    for (char const each : words) {
        switch (each) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\n':
                html += "<br>";
                break;
            default:
                html += each;
        }
    }
    return html;
}

std::string with_braces(std::string_view words) {
    std::string html;
    while (!words.empty()) {
        auto const open = words.find('{');
        auto const close = open == std::string_view::npos ? open : words.find('}', open);
        if (close == std::string_view::npos) break;
        // Latin letters among Arabic ones: isolated, so that the brackets stand where they belong.
        html += fmt::format("{}<bdi dir=\"ltr\">{}</bdi>", escaped(words.substr(0, open)),
                            escaped(words.substr(open, close + 1 - open)));
        words.remove_prefix(close + 1);
    }
    return html + escaped(words);
}

/// The language and the direction of what a speaker reads.
std::string attributes_of(ReviewSheet const& sheet) {
    return fmt::format("lang=\"{}\" class=\"own{}\"{}", escaped(sheet.language), sheet.script.tall ? " tall" : "",
                       sheet.script.right_to_left ? " dir=\"rtl\"" : "");
}

std::string french_of(SheetSentence const& sentence) {
    std::string html = with_braces(sentence.french.front());
    for (std::size_t i = 1; i < sentence.french.size(); ++i) html += "<br>" + with_braces(sentence.french[i]);
    return html;
}

std::string number_of(SheetSentence const& sentence) {
    return fmt::format("{}{}", sentence.number, sentence.high ? " <b>▲</b>" : "");
}

std::string read_of(SheetSentence const& sentence) {
    if (!sentence.read) return "";
    return fmt::format(" <small>✓ lu · <span lang=\"en\">read</span>{}{}</small>", sentence.read->empty() ? "" : ": ",
                       escaped(*sentence.read));
}

std::string hand_of(SheetSentence const& sentence, bool first) {
    std::string const note =
        sentence.note.empty() ? "" : fmt::format(" <small lang=\"en\">{}</small>", escaped(sentence.note));
    return "<i class=\"box\"></i>" + (first ? read_of(sentence) + note : "");
}

/// One row; where something is counted, one for each form, which no page break parts.
std::string rows_of(SheetSentence const& sentence, ReviewSheet const& sheet, bool has_back) {
    std::string html = "<tbody>";
    std::string const span = sentence.forms.size() == 1 ? "" : fmt::format(" rowspan=\"{}\"", sentence.forms.size());
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
        auto const& [words, numbers] = sentence.forms[i];
        html += "<tr>";
        if (i == 0)
            html += fmt::format("<th scope=\"row\"{0}>{1}</th><td{0}>{2}</td>", span, number_of(sentence),
                                french_of(sentence));
        html += fmt::format("<td {}>{}", attributes_of(sheet), with_braces(words));
        if (!numbers.empty()) html += fmt::format(" <small dir=\"ltr\">({})</small>", numbers);
        html += "</td>";
        if (i == 0 && has_back) html += fmt::format("<td class=\"back\"{}>{}</td>", span, with_braces(sentence.back));
        html += fmt::format("<td>{}</td></tr>", hand_of(sentence, i == 0));
    }
    return html + "</tbody>\n";
}

std::string table_of(SheetPart const& part, ReviewSheet const& sheet) {
    bool const has_back = std::ranges::any_of(part.sentences, [](auto const& each) { return !each.back.empty(); });
    std::string html = fmt::format(
        "<table class=\"{}\"><thead><tr><th scope=\"col\">N°</th><th scope=\"col\">Français</th><th scope=\"col\" {}>"
        "{}</th>",
        has_back ? "with-back" : "without-back", attributes_of(sheet), escaped(sheet.endonym));
    if (has_back) html += "<th scope=\"col\">Retraduit · <span lang=\"en\">Back-translated</span></th>";
    html += "<th scope=\"col\">Juste ? · <span lang=\"en\">Right?</span></th></tr></thead>\n";
    for (SheetSentence const& each : part.sentences)
        if (!each.short_name) html += rows_of(each, sheet, has_back);
    return html + "</table>\n";
}

/// The months and the days of the week, several in a line.
std::string short_names_of(SheetPart const& part, ReviewSheet const& sheet) {
    std::string items;
    for (SheetSentence const& each : part.sentences) {
        if (!each.short_name) continue;
        items += fmt::format(
            "<li><span class=\"number\">{}</span><span>{}</span><span {}>{}</span><span class=\"back\">{}</span>"
            "<span class=\"line\">{}</span></li>\n",
            number_of(each), french_of(each), attributes_of(sheet), with_braces(each.forms.front().words),
            with_braces(each.back), hand_of(each, true));
    }
    return items.empty() ? "" : "<ul>\n" + items + "</ul>\n";
}

struct PartTitle {
    char const *french, *english;
};
PartTitle title_of(SheetPart const& part) {
    if (part.first_page) return {"Le noyau, première page", "The core, first page"};
    switch (part.part) {
        case Part::core:
            return {"Le noyau, suite", "The rest of the core"};
        case Part::phrases:
            return {"Les autres phrases de l’écran", "The other sentences of the screen"};
        case Part::records:
            return {"Les services", "The services"};
    }
    return {};
}

std::string listed(std::vector<std::string> const& words) {
    std::string html;
    for (std::string const& each : words) html += (html.empty() ? "" : ", ") + escaped(each);
    return html;
}

/// The terms that the translation keeps to, with what it avoids and why.
std::string terms_of(ReviewSheet const& sheet) {
    if (sheet.terms.empty()) return "";
    std::string html = fmt::format(
        "<section>\n<h2>Les termes · <span lang=\"en\">The terms</span></h2>\n"
        "<p>* : la suite du mot est libre. · <span lang=\"en\">*: any letters may follow.</span></p>\n"
        "<table class=\"terms\"><thead><tr><th scope=\"col\">Français</th><th scope=\"col\" {}>{}</th>"
        "<th scope=\"col\">À éviter · <span lang=\"en\">Avoid</span></th>"
        "<th scope=\"col\">Pourquoi · <span lang=\"en\">Why</span></th>"
        "<th scope=\"col\">Juste · <span lang=\"en\">Right</span></th></tr></thead>\n",
        attributes_of(sheet), escaped(sheet.endonym));
    for (SheetTerm const& each : sheet.terms)
        html += fmt::format(
            "<tbody><tr><td>{0}</td><td {1}>{2}</td><td {1}>{3}</td><td lang=\"en\">{4}</td>"
            "<td><i class=\"box\"></i></td></tr></tbody>\n",
            listed(each.french), attributes_of(sheet), listed(each.says), listed(each.avoid), escaped(each.why));
    return html + "</table>\n</section>\n";
}

std::string pages_of(ReviewSheet const& sheet) {
    if (sheet.pages.empty()) return "";
    std::string html =
        "<section>\n<h2>Lu sur les écrans · <span lang=\"en\">Read on the screens</span></h2>\n"
        "<p>Ce que quelqu’un a compris de chaque écran, sans avoir vu le français. · <span lang=\"en\">What somebody "
        "understood of each screen who had not seen the French.</span></p>\n<dl>\n";
    for (SheetPage const& each : sheet.pages)
        html += fmt::format("<dt lang=\"en\">{}</dt><dd>{}</dd>\n", escaped(each.name), escaped(each.back));
    return html + "</dl>\n</section>\n";
}

/// A line to sign, by function: names are kept nowhere.
std::string signature(char const* french, char const* english) {
    return fmt::format(
        "<p class=\"sign\"><span>{} · <span lang=\"en\">{}</span></span><span class=\"line\">Fonction · "
        "<span lang=\"en\">Function</span></span><span class=\"line\">Date</span><span class=\"line\">Lieu · "
        "<span lang=\"en\">Place</span></span></p>\n",
        french, english);
}

std::string head_of(ReviewSheet const& sheet) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width\">\n<title>Halte – {0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n"
        "<h1><span {2}>{3}</span> – {0} : feuille de relecture · <span lang=\"en\">review sheet</span></h1>\n",
        escaped(sheet.french_name), review_style, attributes_of(sheet), escaped(sheet.endonym));
}

std::string counts_of(ReviewSheet const& sheet) {
    auto const& [core, rest] = std::pair{sheet.core, sheet.rest};
    std::string html = fmt::format(
        "<p>Noyau · <span lang=\"en\">Core</span>: {} phrases · <span lang=\"en\">sentences</span>, {} traduites · "
        "<span lang=\"en\">translated</span>, {} relues · <span lang=\"en\">read by a speaker</span>.",
        core.sentences, core.translated, core.read);
    if (rest.translated > 0)
        html += fmt::format(" Reste · <span lang=\"en\">Rest</span>: {}, {}, {}.", rest.sentences, rest.translated,
                            rest.read);
    return html + "</p>\n";
}

}  // namespace

static std::string section_of(SheetPart const& part, ReviewSheet const& sheet) {
    auto const& [french, english] = title_of(part);
    bool const has_weight = std::ranges::any_of(part.sentences, &SheetSentence::high);
    return fmt::format("<section{}>\n<h2>{} · <span lang=\"en\">{}</span></h2>\n{}{}{}",
                       part.first_page ? " class=\"first-page\"" : "", french, english,
                       has_weight ? what_weight_is : "", table_of(part, sheet), short_names_of(part, sheet));
}

std::string html_of(ReviewSheet const& sheet) {
    std::string html = head_of(sheet) + counts_of(sheet) + what_to_do;
    for (SheetPart const& part : sheet.parts) {
        html += section_of(part, sheet);
        // Whoever has some minutes reads the first page, whoever has half an hour the core, and signs there.
        if (&part != &sheet.parts.back() || !sheet.terms.empty() || !sheet.pages.empty())
            html += signature("Relu jusqu’ici", "Read up to here");
        html += "</section>\n";
    }
    return html + terms_of(sheet) + pages_of(sheet) + signature("Relu en entier", "Read to the end") +
           "</body>\n</html>\n";
}

}  // namespace halte
