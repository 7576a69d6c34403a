// Compares the articles of a folder and prints the subject of each contradiction: embed FOLDER
#include <cstdio>

#include "crosscheck/check.h"
#include "crosscheck/formats.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: embed FOLDER\n", stderr);
    return 2;
  }
  crosscheck::Problems problems;
  const auto rules = crosscheck::load_rules({}, &problems);
  if (!rules) return 2;
  crosscheck::CheckOptions options;
  options.paths = {argv[1]};
  const crosscheck::Report report = crosscheck::check(options, *rules);
  for (const crosscheck::Finding& finding : report.findings) {
    if (finding.verdict != crosscheck::Verdict::contradiction) continue;
    std::printf("%s, %s: %s\n", finding.subject.c_str(), finding.label.c_str(), finding.explanation.c_str());
  }
  // Any format of the command line is at hand, too.
  for (const crosscheck::Format& format : crosscheck::formats()) std::printf("format %s\n", format.name);
}
