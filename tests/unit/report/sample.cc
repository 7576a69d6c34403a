#include "unit/report/sample.h"

#include <cassert>
#include <utility>

#include "absl/strings/str_format.h"
#include "unit/report/sample_articles.h"

namespace crosscheck::sample {
namespace {

Interval exact(Decimal n) { return {n, n, Form::exact}; }
Interval about(Decimal n) { return {n, n, Form::about}; }
Interval more_than(Decimal n) { return {n, std::nullopt, Form::more_than}; }
Interval at_least(Decimal n) { return {n, std::nullopt, Form::at_least}; }

// The sentence around `at`, within its line.
TextSpan sentence_around(const std::string& text, size_t at) {
  size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const size_t line_end = text.find('\n', at);
  for (size_t stop = text.find(". ", begin); stop < at; stop = text.find(". ", begin)) begin = stop + 2;
  const size_t stop = text.find(". ", at);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(stop < line_end ? stop + 1 : line_end)};
}

class Builder {
 public:
  Builder() {
    out_.tool_version = "0.1.0";
    out_.rules_digest = "0123456789abcdef";
    out_.documents = articles();
  }

  // A claim read from the first place of `quote` in the article. Returns its index.
  uint32_t claim(uint32_t document, const char* quote, const char* attribute, Value value) {
    const Document& article = out_.documents[document];
    const size_t at = article.text.find(quote);
    assert(at != std::string::npos);
    Claim claim;
    claim.document = document;
    claim.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + std::string(quote).size())};
    claim.rule = absl::StrFormat("organisation.%s", attribute);
    claim.kind = type_name(value);
    claim.subject = "Solvane";
    claim.subject_id = "solvane";
    claim.subject_from = SubjectFrom::sentence;
    claim.attribute = attribute;
    claim.value = std::move(value);
    claim.file = article.to_file(claim.span);
    claim.line = article.to_line(claim.span.begin).line;
    claim.column = article.to_line(claim.span.begin).column;
    claim.quote = std::string(article.slice(claim.span));
    claim.context_span = sentence_around(article.text, at);
    claim.context = std::string(article.slice(claim.context_span));
    claim.in_title = article.segments[0].span.contains(claim.span);
    claim.origin = article.metadata.source.value;
    out_.claims.push_back(std::move(claim));
    return static_cast<uint32_t>(out_.claims.size() - 1);
  }

  Claim& at(uint32_t claim) { return out_.claims[claim]; }

  Finding& finding(Verdict verdict, Reason reason, Severity severity, const char* label,
                   std::vector<Member> members) {
    const Claim& first = out_.claims[members[0].claim];
    Finding finding;
    finding.id = absl::StrFormat("f-%04d", out_.findings.size() + 1);
    finding.fingerprint = absl::StrFormat("%016x", 0xC0FFEE * (out_.findings.size() + 1));
    finding.verdict = verdict;
    finding.reason = reason;
    finding.severity = severity;
    finding.kind = first.kind;
    finding.subject = first.subject;
    finding.attribute = first.attribute;
    finding.label = label;
    finding.rule = first.rule;
    finding.members = std::move(members);
    finding.independent_origins = 1;
    out_.findings.push_back(std::move(finding));
    return out_.findings.back();
  }

  Report& report() { return out_; }

 private:
  Report out_;
};

// Indices of the claims that findings are made of.
struct Claims {
  uint32_t title_500, signed_500, employees_750, value_courrier, ceo_courrier, march_union, speed_courrier,
      parks;
  uint32_t employees_770, value_gazette, signed_700, ceo_gazette, march_police, speed_gazette;
  uint32_t ceo_depeche, signed_600, return_denied;
  uint32_t employees_blog, returned, share;
};

Claims add_claims(Builder& b) {
  const Date friday{absl::CivilSecond(2024, 5, 17),
                    absl::CivilSecond(2024, 5, 18),
                    Grain::day,
                    "vendredi 17 mai",
                    ResolvedFrom::text,
                    {}};
  const Role tessier{"Marc Tessier", "chief-executive", "Solvane", RoleStatus::interim};
  Claims c{};
  c.title_500 = b.claim(0, "plus de 500 salariés", "signatories", Count{more_than(500), "person"});
  c.signed_500 = b.claim(0, "Plus de 500 des 750 salariés", "signatories", Count{more_than(500), "person"});
  c.employees_750 = b.claim(0, "750 salariés", "employees", Count{exact(750), "person"});
  c.value_courrier =
      b.claim(0, "plus de 10 milliards d’euros", "valuation", Money{more_than(Decimal(1, 10)), "EUR", ""});
  c.ceo_courrier = b.claim(0, "Marc Tessier directeur général par intérim", "chief-executive", tessier);
  c.march_union = b.claim(0, "9 000 dans la rue", "marchers", Count{exact(9000), "person"});
  c.speed_courrier =
      b.claim(0, "140 km/h", "speed",
              Measure{exact(140), "kilometer-per-hour", exact(Decimal(388889, -4)), "meter-per-second"});
  c.parks = b.claim(0, "12 parcs en mer", "sites", Count{exact(12), ""});
  c.employees_770 = b.claim(1, "770 people", "employees", Count{about(770), "person"});
  c.value_gazette =
      b.claim(1, "at least 10 billion euros", "valuation", Money{at_least(Decimal(1, 10)), "EUR", ""});
  c.signed_700 = b.claim(1, "More than 700 of them", "signatories", Count{more_than(700), "person"});
  c.ceo_gazette = b.claim(1, "Marc Tessier was named interim chief executive", "chief-executive", tessier);
  c.march_police = b.claim(1, "4,000 marchers", "marchers", Count{exact(4000), "person"});
  c.speed_gazette =
      b.claim(1, "about 87 mph", "speed",
              Measure{about(87), "mile-per-hour", about(Decimal(3889248, -5)), "meter-per-second"});
  c.ceo_depeche = b.claim(2, "Marc Tessier a été nommé vendredi directeur général par intérim",
                          "chief-executive", tessier);
  c.signed_600 = b.claim(2, "Plus de 600 salariés", "signatories", Count{more_than(600), "person"});
  c.return_denied = b.claim(2, "a démenti tout retour de Mme Aubanel", "return",
                            State{"return", {"Claire Aubanel", "Solvane"}, Polarity::denied});
  c.employees_blog =
      b.claim(3, "\x1b[31mSolvane\x1b[0m compte 750 employés", "employees", Count{exact(750), "person"});
  c.returned = b.claim(3, "Claire Aubanel est revenue \xE2\x80\xAElundi", "return",
                       State{"return", {"Claire Aubanel", "Solvane"}, Polarity::affirmed});
  c.share = b.claim(3, "67 % des salariés", "signatories-share", Percent{exact(67), "employee", false});

  b.at(c.signed_500).qualifiers.attribution = "CGT";
  b.at(c.signed_500).qualifiers.attribution_quote = "selon la CGT";
  b.at(c.signed_500).qualifiers.as_of = friday;
  b.at(c.march_union).qualifiers.attribution = "CGT";
  b.at(c.march_union).quoted = true;
  b.at(c.march_police).qualifiers.attribution = "Police";
  b.at(c.return_denied).qualifiers.polarity = Polarity::denied;
  b.at(c.returned).qualifiers.modality = Modality::reported;
  for (const uint32_t claim : {c.ceo_courrier, c.ceo_gazette, c.ceo_depeche})
    b.at(claim).origin = "Agence Mistral";
  b.at(c.employees_blog).origin = "blog";
  return c;
}

void add_contradictions(Builder& b, const Claims& c) {
  Finding* f = &b.finding(Verdict::contradiction, Reason::value, Severity::error, "number of employees",
                          {{c.employees_750, 0}, {c.employees_blog, 0}, {c.employees_770, 1}});
  f->explanation = "750 (a1, blog) and about 770 (a2) differ by 2.6 %; the rule allows 0 %";
  f->independent_origins = 3;
  f = &b.finding(Verdict::contradiction, Reason::polarity, Severity::error, "return",
                 {{c.return_denied, 0}, {c.returned, 1}});
  f->explanation = "a3 denies what blog asserts: <b>the return</b> of Claire Aubanel";
  f->independent_origins = 2;
  f = &b.finding(Verdict::contradiction, Reason::derived, Severity::warning, "share of signatories",
                 {{c.share, 0}, {c.signed_700, 1}, {c.employees_770, 1}});
  f->explanation = "More than 700 of about 770 are 91 % or more; blog tells 67 %";
  f->status = Status::known;
  f->independent_origins = 2;
  f = &b.finding(Verdict::contradiction, Reason::attributed, Severity::note, "marchers",
                 {{c.march_union, 0}, {c.march_police, 1}});
  f->explanation = "CGT (a1) tells 9,000, Police (a2) tells 4,000";
  f->independent_origins = 2;
  f = &b.finding(Verdict::contradiction, Reason::update, Severity::note, "signatories",
                 {{c.title_500, 0}, {c.signed_500, 0}, {c.signed_600, 1}, {c.signed_700, 2}});
  f->explanation = "The number rose from more than 500 on 17 May to more than 700 on 19 May";
  f->independent_origins = 3;
}

void add_others(Builder& b, const Claims& c) {
  Finding* f = &b.finding(Verdict::agreement, Reason::none, Severity::note, "chief executive",
                          {{c.ceo_courrier, 0}, {c.ceo_gazette, 0}, {c.ceo_depeche, 0}});
  f->explanation = "All name Marc Tessier, chief executive, interim";
  f = &b.finding(Verdict::agreement, Reason::none, Severity::note, "valuation",
                 {{c.value_courrier, 0}, {c.value_gazette, 0}});
  f->explanation = "Both hold for any value above 10 billion EUR";
  f->independent_origins = 2;
  f = &b.finding(Verdict::agreement, Reason::none, Severity::note, "speed of the test",
                 {{c.speed_courrier, 0}, {c.speed_gazette, 0}});
  f->explanation = "140 km/h and 87 mph are one speed";
  f->independent_origins = 2;
  b.finding(Verdict::single_source, Reason::none, Severity::note, "share of signatories", {{c.share, 0}});
  b.report().not_compared.push_back({c.parks, "page furniture: it stands under “À lire aussi”"});
}

}  // namespace

Report report() {
  Builder b;
  const Claims c = add_claims(b);
  add_contradictions(b, c);
  add_others(b, c);
  Report& out = b.report();
  out.labels = {{"chief-executive", "chief executive"}, {"return", "return"}};
  Problem unread;
  unread.path = "articles/a5.txt";
  unread.what = "the file is empty";
  unread.fix = "Remove it or save the article again";
  out.problems.push_back(unread);
  Problem capped;
  capped.severity = Severity::warning;
  capped.path = "articles/blog.txt";
  capped.line = 4;
  capped.column = 10;
  capped.what = "a word of more than 100 letters was cut \x1b[2J";
  out.problems.push_back(capped);
  return out;
}

Report decided() {
  Report out = report();
  out.has_baseline = true;
  Decision decision;
  decision.by = "Claire Martin";
  decision.at = "2024-05-20";
  const auto decide = [&](size_t finding, Ruling ruling, const char* note) -> Finding& {
    decision.ruling = ruling, decision.note = note;
    out.findings[finding].decision = decision;
    return out.findings[finding];
  };
  decide(0, Ruling::right, "=1+1, the register says so").decision->value = "750";
  decide(1, Ruling::real_conflict, "\x1b[31mseen");
  out.findings[2].status = Status::known;
  out.findings[2].accepted = Accepted{{}, "known when we began", "Marc Tessier", "2024-12-31"};
  decide(3, Ruling::wait, "the union is asked").decision->until = "2024-06-30";
  Finding& lapsed = decide(4, Ruling::not_same, "two rounds");
  std::swap(lapsed.decision, lapsed.lapsed_decision);
  lapsed.lapse = Lapse::values;
  lapsed.status = Status::reopened;
  return out;
}

Report empty() {
  Report out;
  out.tool_version = "0.1.0";
  out.rules_digest = "0123456789abcdef";
  return out;
}

}  // namespace crosscheck::sample
