// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Whom the system asks for hosts, one after the other: the line of nsswitch.conf(5) that says so.
//
//     hosts: files mdns4_minimal [NOTFOUND=return] dns

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// How a source of names may answer.
enum class source_status : unsigned char { success, not_found, unavailable, try_again };

/// What the system does then.
enum class source_action : unsigned char {
  proceed,    // it asks the next source
  end,        // it asks nobody else
  something,  // anything that is not said here
};

struct name_source {
  std::string name;
  std::array<source_action, 4> actions{source_action::end, source_action::proceed,
                                       source_action::proceed, source_action::proceed};

  source_action& on(source_status s) noexcept { return actions[std::size_t(s)]; }

  source_action on(source_status s) const noexcept { return actions[std::size_t(s)]; }
};

using name_sources = std::vector<name_source>;

/// What the C library does without such a line.
inline name_sources default_name_sources() { return {{"files"}, {"dns"}}; }

inline std::optional<source_status> source_status_of(std::string_view name) noexcept {
  if (same_letters(name, "SUCCESS")) return source_status::success;
  if (same_letters(name, "NOTFOUND")) return source_status::not_found;
  if (same_letters(name, "UNAVAIL")) return source_status::unavailable;
  if (same_letters(name, "TRYAGAIN")) return source_status::try_again;
  return std::nullopt;
}

inline source_action source_action_of(std::string_view name) noexcept {
  if (same_letters(name, "return")) return source_action::end;
  if (same_letters(name, "continue")) return source_action::proceed;
  return source_action::something;
}

/// Reads "STATUS=ACTION", or "!STATUS=ACTION" for all statuses but that. False if it is none.
inline bool read_action(std::string_view words, name_source& source) noexcept {
  const bool all_but = words.starts_with('!');
  if (all_but) words.remove_prefix(1);
  const std::size_t equals = words.find('=');
  if (equals == words.npos) return false;

  const auto status = source_status_of(words.substr(0, equals));
  if (!status) return false;
  const source_action action = source_action_of(words.substr(equals + 1));
  for (std::size_t s = 0; s < source.actions.size(); ++s) {
    const bool is_it = s == std::size_t(*status);
    if (is_it != all_but) source.actions[s] = action;
  }
  return true;
}

/// The sources in what stands behind "hosts:". `std::nullopt` if it is not understood.
inline std::optional<name_sources> read_sources(std::string_view line) {
  constexpr std::size_t most = 32;
  name_sources found;
  for (;;) {
    const std::string_view name = take_field(line, "[");
    if (!name.empty()) {
      if (found.size() == most) return std::nullopt;
      found.push_back({std::string(name)});
    }
    if (line.empty()) return found;
    if (!line.starts_with('[')) continue;

    const std::size_t close = line.find(']');
    if (found.empty() || close == line.npos) return std::nullopt;
    std::string_view actions = line.substr(1, close - 1);
    line.remove_prefix(close + 1);
    for (;;) {
      const std::string_view action = take_field(actions);
      if (action.empty()) break;
      if (!read_action(action, found.back())) return std::nullopt;
    }
  }
}

/// The sources of hosts in a file's text. `std::nullopt` if they are not understood, or said twice:
/// C libraries read such a file in different ways.
inline std::optional<name_sources> sources_in_nsswitch(std::string_view text) {
  std::optional<name_sources> found;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (take_field(line, ":") != "hosts") continue;
    if (!line.starts_with(':') || found) return std::nullopt;
    line.remove_prefix(1);
    found = read_sources(line);
    if (!found) return std::nullopt;
  }
  return found && !found->empty() ? found : default_name_sources();
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
