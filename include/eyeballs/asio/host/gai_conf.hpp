// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The text of a gai.conf(5) as a policy table, read as glibc's getaddrinfo reads it:
//
//     label      PREFIX/BITS VALUE
//     precedence PREFIX/BITS VALUE
//     scopev4    PREFIX/BITS VALUE   # the prefix is one of IPv4, or of IPv4-mapped IPv6 addresses
//
// A kind with any line takes the place of RFC 6724's table of that kind. A line that is malformed,
// or of another kind, is no line; what follows the value does not count.

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "../../address/ip_address.hpp"
#include "../../address/policy_table.hpp"
#include "../config.hpp"
#include "../endpoint.hpp"
#include "fields.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A policy table with its rows.
struct owned_policy {
  std::vector<policy_row> rows;
  std::vector<v4_scope_row> v4_scopes;

  policy_table table() const noexcept { return {rows, v4_scopes}; }
};

/// What one line says of the addresses with a prefix.
struct configured_value {
  ip_address prefix;
  int bits;
  int value;
};

/// A number from 0 to `most`. One that is missing is 0, as it is to glibc.
inline std::optional<int> number_in(std::string_view digits, int most) noexcept {
  if (digits.empty()) return 0;
  int n = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, n);
  const bool is_number = read.ec == std::errc() && read.ptr == end;
  if (!is_number || n < 0 || n > most) return std::nullopt;
  return n;
}

/// An address, and how many bits it was written with.
struct written_address {
  ip_address address;
  int bits;
};

inline std::optional<written_address> address_in(const std::string& text) {
  error_code wrong;
  const asio::ip::address address = asio::ip::make_address(text, wrong);
  const bool has_scope = text.find('%') != text.npos;
  if (wrong || has_scope) return std::nullopt;
  return written_address{to_ip_address(address), address.is_v6() ? 128 : 32};
}

/// What follows the kind in a line. An address without bits is a prefix of all of its bits; of IPv4,
/// n bits are 96 + n.
inline std::optional<configured_value> value_in(std::string_view line, bool of_v4) {
  const std::string_view prefix = take_field(line);
  const std::size_t slash = prefix.find('/');
  const auto written = address_in(std::string(prefix.substr(0, slash)));
  if (!written) return std::nullopt;

  const auto bits =
      slash == prefix.npos ? written->bits : number_in(prefix.substr(slash + 1), written->bits);
  const auto value = number_in(take_field(line), std::numeric_limits<int>::max());
  if (!bits || !value) return std::nullopt;

  const configured_value found{written->address, 128 - written->bits + *bits, *value};
  const bool is_v4 = found.prefix.is_v4() && found.bits >= 96;
  const bool fits = of_v4 ? is_v4 : written->bits == 128;
  return fits ? std::optional(found) : std::nullopt;
}

/// Of the rows whose prefix holds the first `bits` bits of `prefix`, the value of the longest.
inline int longest_match(const std::vector<configured_value>& rows, const ip_address& prefix,
                         int bits) noexcept {
  int value = 0;
  int longest = -1;
  for (const configured_value& row : rows) {
    if (row.bits > longest && row.bits <= bits && in_prefix(prefix, row.prefix, row.bits)) {
      longest = row.bits;
      value = row.value;
    }
  }
  return value;
}

/// One kind of values: those of the file, or else the default ones. What no line matches has
/// `otherwise`.
inline std::vector<configured_value> complete(std::vector<configured_value> lines,
                                              int policy_row::* value, int otherwise) {
  if (lines.empty())
    for (const policy_row& row : default_policy_table)
      lines.push_back({row.prefix, row.bits, row.*value});
  lines.push_back({ip_address(), 0, otherwise});
  return lines;
}

/// The two tables in one: it has the prefixes of both, each once, and the longest first, so that whoever
/// looks for the longest match compares few.
inline std::vector<policy_row> joined(const std::vector<configured_value>& precedences,
                                      const std::vector<configured_value>& labels) {
  std::vector<policy_row> rows;
  for (const auto* kind : {&precedences, &labels})
    for (const auto& [prefix, bits, ignored] : *kind)
      rows.push_back({prefix, bits, longest_match(precedences, prefix, bits),
                      longest_match(labels, prefix, bits)});

  const auto is_before = [](const policy_row& a, const policy_row& b) {
    return a.bits != b.bits ? a.bits > b.bits : a.prefix < b.prefix;
  };
  const auto is_same = [](const policy_row& a, const policy_row& b) {
    return a.bits == b.bits && a.prefix == b.prefix;  // and so are the values
  };
  std::sort(rows.begin(), rows.end(), is_before);
  rows.erase(std::unique(rows.begin(), rows.end(), is_same), rows.end());
  return rows;
}

inline owned_policy parse_gai_conf(std::string_view text) {
  std::vector<configured_value> labels;
  std::vector<configured_value> precedences;
  std::vector<configured_value> v4_scopes;
  const std::pair<std::string_view, std::vector<configured_value>*> kinds[] = {
      {"label", &labels}, {"precedence", &precedences}, {"scopev4", &v4_scopes}};

  while (!text.empty()) {
    std::string_view line = take_line(text);
    const std::string_view name = take_field(line);
    for (const auto& [kind, lines] : kinds) {
      if (name != kind) continue;
      const std::optional<configured_value> found = value_in(line, lines == &v4_scopes);
      if (found) lines->push_back(*found);
    }
  }

  owned_policy policy;
  policy.rows = joined(complete(std::move(precedences), &policy_row::precedence, 40),
                       complete(std::move(labels), &policy_row::label, 1));
  for (const auto& [prefix, bits, scope] : v4_scopes)
    policy.v4_scopes.push_back({prefix, bits, scope});
  if (v4_scopes.empty())
    policy.v4_scopes.assign(default_v4_scopes.begin(), default_v4_scopes.end());
  return policy;
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
