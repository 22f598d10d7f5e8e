// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The command line of the program `connect`: its options are one table.

#include <charconv>
#include <chrono>
#include <cstddef>
#include <eyeballs/asio.hpp>
#ifdef CONNECT_BY_CARES
#include <eyeballs/asio/cares_resolver.hpp>
#endif
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

enum class when { automatic, always, never };

struct arguments {
  std::vector<std::string> hosts;
  std::string service, dns;
  eyeballs::connect_options options;
  std::string svg;  // a file
  int count = 1;
  when colour = when::automatic;
  bool tls = false, json = false, timeline = false, quiet = false, help = false;
};

/// Sets an option to its value; yields what is wrong with that, or nothing.
using setter = std::string (*)(arguments&, std::string_view value);

struct option {
  std::string_view name;
  std::string_view value;  ///< What to call it; empty if the option has none.
  std::string_view about;
  setter set;
};

/// Sets `number`, which is at least `least`. `unit`: such as " of milliseconds".
inline std::string set_number(int& number, std::string_view text, int least, std::string unit) {
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end && number >= least) return "";
  return " is a whole number" + unit + ", at least " + std::to_string(least) + ", not '" +
         std::string(text) + "'";
}

inline std::string set_ms(eyeballs::duration& ms, std::string_view text, int least) {
  int count = 0;
  std::string wrong = set_number(count, text, least, " of milliseconds");
  if (wrong.empty()) ms = std::chrono::milliseconds(count);
  return wrong;
}

inline std::string set_delay(arguments& given, std::string_view value) {
  return set_ms(given.options.attempt_delay, value, 10);
}

inline std::string set_timeout(arguments& given, std::string_view value) {
  return set_ms(given.options.timeout, value, 1);
}

inline std::string set_dns(arguments& given, std::string_view value) {
  given.dns = value;
#ifdef CONNECT_BY_CARES
  const bool valid = !value.empty() && eyeballs::cares_resolver::valid_servers(given.dns);
  return valid ? "" : " needs the addresses of name servers, not '" + given.dns + "'";
#else
  return " needs c-ares, which this program was built without";
#endif
}

inline std::string set_tls(arguments& given, std::string_view) {
  given.tls = true;
#ifdef CONNECT_BY_TLS
  return "";
#else
  return " needs OpenSSL, which this program was built without";
#endif
}

inline std::string set_count(arguments& given, std::string_view value) {
  return set_number(given.count, value, 1, "");
}

inline std::string set_colour(arguments& given, std::string_view value) {
  if (value == "auto") given.colour = when::automatic;
  else if (value == "always") given.colour = when::always;
  else if (value == "never") given.colour = when::never;
  else return " is auto, always or never, not '" + std::string(value) + "'";
  return "";
}

inline std::string set_quiet(arguments& given, std::string_view) {
  given.quiet = true;
  return "";
}

inline std::string set_json(arguments& given, std::string_view) {
  given.json = true;
  return "";
}

inline std::string set_timeline(arguments& given, std::string_view) {
  given.timeline = true;
  return "";
}

inline std::string set_svg(arguments& given, std::string_view file) {
  given.svg = file;
  return file.empty() ? " needs a file" : "";
}

inline std::string set_help(arguments& given, std::string_view) {
  given.help = true;
  return "";
}

inline constexpr option known_options[] = {
    {"--delay", "MS", "start the next attempt beside a silent one after MS (otherwise 250)",
     set_delay},
    {"--timeout", "MS", "give up after MS (otherwise when all attempts fail)", set_timeout},
    {"--dns", "SERVERS", "ask these name servers, separated by commas, by c-ares", set_dns},
    {"--tls", "", "by TLS: what has no valid certificate of HOST is no connection", set_tls},
    {"--count", "N", "connect N times to each host, and tell how long that took", set_count},
    {"--json", "", "tell all in one line of JSON for each connect, at its end", set_json},
    {"--timeline", "", "draw what happened, at the end (on a terminal: always)", set_timeline},
    {"--svg", "FILE", "the same, as a picture in FILE", set_svg},
    {"--color", "WHEN", "auto (otherwise), always or never: colours in what is drawn", set_colour},
    {"--quiet", "", "print nothing but what --json and --timeline ask for", set_quiet},
    {"--help", "", "this text", set_help},
    {"-h", "", "the same", set_help},
};

inline void print_usage(std::ostream& out) {
  out << "usage: connect [OPTIONS] [--] HOST... SERVICE\n\n"
         "Connects to SERVICE (a name or a port) of each HOST (a name or an address) by Happy\n"
         "Eyeballs, RFC 8305, one after another, and tells of each query and each attempt as it\n"
         "happens. With --count it tells the times instead, and draws the slowest.\n\n";
  for (const option& o : known_options) {
    std::string left(o.name);
    if (!o.value.empty()) (left += ' ') += o.value;
    left.resize(14, ' ');
    out << "  " << left << ' ' << o.about << '\n';
  }
  out << "\nMS is a number of milliseconds. '--delay MS' may be written '--delay=MS', too. With\n"
         "several hosts, FILE has the host's name before its extension.\n\n"
         "Exit status: 0 connected, each time; 1 could not connect, was interrupted (SIGINT,\n"
         "SIGTERM), or could not write; 2 wrong usage.\n";
}

inline const option* find_option(std::string_view name) {
  for (const option& o : known_options)
    if (o.name == name) return &o;
  return nullptr;
}

/// Fills `given`; yields what is wrong with the command line, or nothing.
inline std::string parse(std::span<char*> words, arguments& given) {
  std::vector<std::string_view> names;
  bool only_names_follow = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (only_names_follow || !word.starts_with('-')) {
      names.push_back(word);
      continue;
    }
    if (word == "--") {
      only_names_follow = true;
      continue;
    }

    const std::size_t equals = word.find('=');
    const option* const o = find_option(word.substr(0, equals));
    if (!o) return "unknown option '" + std::string(word) + "'";

    const std::string name(o->name);
    const bool takes_value = !o->value.empty();
    std::string_view value;
    if (equals != word.npos) {
      if (!takes_value) return name + " has no value";
      value = word.substr(equals + 1);
    } else if (takes_value) {
      if (++i == words.size()) return name + " needs a value, " + std::string(o->value);
      value = words[i];
    }
    if (const std::string wrong = o->set(given, value); !wrong.empty()) return name + wrong;
  }

  if (given.help) return "";
  if (names.size() < 2) return "HOST and SERVICE are needed";
  given.hosts.assign(names.begin(), names.end() - 1);
  given.service = names.back();
  return "";
}
