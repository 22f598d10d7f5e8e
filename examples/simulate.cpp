// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Plays scenarios of a file in virtual time, and draws what a connect makes of them: it takes no
// network, and no time. It shows a resolver and a transport of one's own, and the report.
//
//     simulate [--ascii] [--svg] [--width N] [--only NAME] FILE.json
//     simulate --sweep [--svg] [--networks N] [--seed N]

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <eyeballs/eyeballs.hpp>
#include <eyeballs/trace.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "simulate/plot.hpp"
#include "simulate/scenario.hpp"
#include "simulate/sweep.hpp"

namespace {

struct arguments {
  std::string file;
  std::string only;  // the name of a scenario
  bool svg = false, sweep = false;
  std::size_t networks = 1000;
  std::uint64_t seed = 1;
  eyeballs::timeline_style style;
};

const char usage[] =
    "usage: simulate [--ascii] [--svg] [--width N] [--only NAME] FILE.json\n"
    "       simulate --sweep [--svg] [--networks N] [--seed N]\n"
    "FILE.json is a scenario, or {\"scenarios\": [...]}: see examples/simulate/README.md\n";

/// Throws, where they are wrong.
arguments parse(int argc, char** argv) {
  arguments given;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const auto value = [&] {
      if (i + 1 == argc) throw std::invalid_argument(std::string(word) + " needs a value");
      return std::string(argv[++i]);
    };
    if (word == "--ascii") given.style.utf8 = false;
    else if (word == "--svg") given.svg = true;
    else if (word == "--sweep") given.sweep = true;
    else if (word == "--networks") given.networks = std::stoul(value());
    else if (word == "--seed") given.seed = std::stoul(value());
    else if (word == "--width") given.style.width = std::stoul(value());
    else if (word == "--only") given.only = value();
    else if (word.starts_with("--"))
      throw std::invalid_argument("no such option: " + std::string(word));
    else given.file = word;
  }
  if (given.sweep && given.networks == 0) throw std::invalid_argument("in which networks?");
  if (given.file.empty() && !given.sweep) throw std::invalid_argument("which file?");
  return given;
}

void draw(const simulated::scenario& s, const arguments& given) {
  const auto text_of = [](const std::string& endpoint) { return endpoint; };
  const eyeballs::connect_timeline t = eyeballs::timeline_of(s.play(), s.name(), text_of);
  std::cout << (given.svg ? to_svg(t) : to_text(t, given.style) + '\n');
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const arguments given = parse(argc, argv);
    if (given.sweep) {
      const auto scores = simulated::sweep(given.networks, given.seed);
      std::cout << (given.svg ? simulated::plot(scores).to_svg() : simulated::to_table(scores));
      return EXIT_SUCCESS;
    }

    std::ifstream file(given.file);
    if (!file) throw std::invalid_argument("can't read " + given.file);
    const auto content = nlohmann::json::parse(file);
    if (!content.contains("scenarios")) {
      draw(simulated::scenario(content), given);
      return EXIT_SUCCESS;
    }
    for (const auto& one : content.at("scenarios")) {
      const simulated::scenario s(one);
      if (given.only.empty() || given.only == s.name()) draw(s, given);
    }
    return EXIT_SUCCESS;
  } catch (const std::exception& e) {
    std::cerr << "simulate: " << e.what() << '\n' << usage;
    return 2;
  }
}
