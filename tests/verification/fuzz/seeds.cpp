// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The scenario tables, and a few more, as schedules in bytes, one file each, for the fuzzer to
// begin with:
//
//     seeds race.json happy_eyeballs.json DIRECTORY

#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <stdexcept>
#include <string>

#include "verification/proof/codec.hpp"
#include "verification/proof/model.hpp"

namespace {

using namespace proof;
using json = nlohmann::json;

ticks in_units(const json& ms, int unit) {
  return ms.is_null() ? never : static_cast<ticks>(ms.get<double>() / unit);
}

/// A scenario of race.json. Its times, in 50 ms, stay in their order.
schedule of_race(const json& scenario) {
  constexpr int unit = 50;
  schedule s;
  s.delay = in_units(scenario.at("delay_ms"), unit);
  if (scenario.contains("cancel_at_ms")) s.stop_at = in_units(scenario["cancel_at_ms"], unit);
  const json& endpoints = scenario.at("endpoints");
  json names = json::array();
  for (const json& e : endpoints) names.push_back(e.at("name"));
  if (scenario.contains("order")) names = scenario["order"];
  for (const json& name : names)
    for (const json& e : endpoints) {
      if (e.at("name") != name) continue;
      connector c;
      const std::string outcome = e.at("outcome");
      c.end = outcome == "ok" ? way::succeeds : way::fails;
      c.after = outcome == "hang"     ? never
                : e.contains("at_ms") ? in_units(e["at_ms"], unit)
                                      : at_once;
      s.connectors.push_back(c);
    }
  return s;
}

ticks start_of(schedule s, int who) {
  trace t;

  struct : model_reader {
  } as_it_is;

  model(s, t, as_it_is).run();
  for (const event& e : t)
    if (e.happens == what::starts && e.who == who) return e.at;
  return 0;
}

/// A script of happy_eyeballs.json, as far as its prose is of a kind that recurs; in 10 ms.
schedule of_script(const json& script) {
  constexpr int unit = 10;
  schedule s;
  std::map<std::string, int> known;
  const auto who = [&](const std::string& name) -> connector* {
    return known.count(name) ? &s.connectors[static_cast<std::size_t>(known[name])] : nullptr;
  };
  std::string text;
  for (const json& step : script.at("steps")) text += step.get<std::string>() + "; ";
  std::string list = "a,b,c";  // where it does not say
  s.delay = 300 / unit;
  std::smatch m;
  if (std::regex_search(text, m, std::regex(R"(he\(\[([^\]]*)\](?:,(\d+))?)"))) {
    list = m[1];
    if (m[2].matched) s.delay = std::stoi(m[2]) / unit;
  }
  const std::regex name("[^,]+");
  for (std::sregex_iterator i(list.begin(), list.end(), name), end; i != end; ++i) {
    const std::string word = i->str();
    known[word] = s.size();
    connector c;
    if (word == "fail" || word.substr(0, 2) == "ok") {
      c.after = at_once;
      c.end = word == "fail" ? way::fails : way::succeeds;
    }
    s.connectors.push_back(c);
  }
  const auto each = [&](const char* pattern, auto f) {
    const std::regex r(pattern);
    for (std::sregex_iterator i(text.begin(), text.end(), r), end; i != end; ++i) f(*i);
  };
  each(R"((\w+) ignores cancel)", [&](const std::smatch& i) {
    if (auto* c = who(i[1])) c->when_stopped = answer::ignores;
  });
  each(R"((\w+) answers cancel by succeeding)", [&](const std::smatch& i) {
    if (auto* c = who(i[1])) c->when_stopped = answer::succeeds;
  });
  each(R"((\w+) and (\w+) need (\d+) ms to end after cancel)", [&](const std::smatch& i) {
    for (const std::string& name : {i[1].str(), i[2].str()})
      if (auto* c = who(name)) {
        c->when_stopped = answer::stops;
        c->answer_takes = std::stoi(i[3]) / unit;
      }
  });
  each(R"((\w+) throws while being started)", [&](const std::smatch& i) {
    if (auto* c = who(i[1])) c->throws_on_start = true;
  });
  each(R"(t=(\d+) (\w+) (succeeds|fails))", [&](const std::smatch& i) {
    if (auto* c = who(i[2])) {
      c->end = i[3] == "fails" ? way::fails : way::succeeds;
      c->after = std::stoi(i[1]) / unit - start_of(s, known[i[2]]);
    }
  });
  each(R"(t=(\d+) (?:cancel|timeout))",
       [&](const std::smatch& i) { s.stop_at = std::stoi(i[1]) / unit; });
  return s;
}

/// What the tables have no words for: several things in one turn.
std::map<std::string, schedule> of_one_turn() {
  connector works, fails, hangs;
  works.after = 4;
  fails.after = 4;
  fails.end = way::fails;
  schedule together;
  together.delay = 2;
  together.connectors = {works, fails, hangs};
  together.connectors[0].deep = true;
  together.connectors[1].with_older = true;
  schedule stopped = together;
  stopped.stop_with = 0;
  schedule pulled = together;
  pulled.connectors[1].pulled_by_older = true;
  return {{"one-turn", together}, {"one-turn-stop", stopped}, {"one-turn-pull", pulled}};
}

json read(const char* file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(std::string("cannot read ") + file);
  return json::parse(in);
}

void write(const std::string& file, const schedule& s) {
  const bytes all = encode(s);
  // But for the longest times, which are only longer than all others, it comes back as it was.
  if (encode(decode(all.data(), all.size())) != all)
    throw std::runtime_error(file + " does not come back as it was");
  std::ofstream out(file, std::ios::binary);
  for (const std::uint8_t b : all) out.put(static_cast<char>(b));
  if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

int write_seeds(int argc, char* argv[]) {
  if (argc != 4) throw std::runtime_error("seeds race.json happy_eyeballs.json DIRECTORY");
  const std::string directory = argv[3];
  int written = 0;
  const json race = read(argv[1]), scripts = read(argv[2]);
  for (const json& scenario : race.at("scenarios")) {
    write(directory + "/" + scenario.at("id").get<std::string>(), of_race(scenario));
    ++written;
  }
  for (const json& script : scripts.at("cases")) {
    write(directory + "/" + script.at("id").get<std::string>(), of_script(script));
    ++written;
  }
  for (const auto& [name, s] : of_one_turn()) {
    write(directory + "/" + name, s);
    ++written;
  }
  std::cout << written << " seeds" << std::endl;
  return written > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char* argv[]) {
  try {
    return write_seeds(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << e.what() << std::endl;
    return 1;
  }
}
