// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Whether the system may be asked for AAAA and for A of a name apart: only where each family is
// answered by the source that would answer for both. Otherwise one family might come from the hosts
// file and the other one from the DNS, or each of them from another search domain.
//
// A source of names can't be asked alone. So what is known of the sources decides, and wherever that
// leaves a doubt, the question is a whole one.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "../host/name_sources.hpp"
#include "../host/resolver_configuration.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// How the addresses of a name are asked for.
enum class name_question : unsigned char {
  split,  ///< AAAA and A apart, each of the name with a dot at its end, which no search completes
  whole,  ///< both families by one question, of the name as it was written
};

/// What the answer depends on.
struct name_facts {
  std::string_view host;                           // as it was written
  std::optional<name_sources> sources;             // none if they are not understood
  std::optional<resolver_configuration> resolver;  // none if it can't be read
  std::string own_name;                            // the machine's
  bool is_in_hosts_file = false;                   // of any family, with a dot or without; or doubt
  bool is_machine = false;                         // a container's
  bool mdns_is_widened = false;                    // beyond .local
};

struct name_plan {
  name_question how = name_question::whole;
  const char* why = "";

  /// Whether the whole question is asked if neither of the split ones finds an address: there is a
  /// search list.
  bool then_whole = false;
};

/// The name without the dot at its end.
inline std::string_view without_dot(std::string_view host) noexcept {
  if (host.ends_with('.')) host.remove_suffix(1);
  return host;
}

/// The name with a dot at its end.
inline std::string absolute(std::string_view host) { return std::string(without_dot(host)) + '.'; }

/// Whether it is `parent`, which is in small letters, or a name below it.
inline bool is_at_or_below(std::string_view host, std::string_view parent) noexcept {
  host = without_dot(host);
  if (host.size() == parent.size()) return same_letters(host, parent);
  if (host.size() <= parent.size() + 1) return false;
  host.remove_prefix(host.size() - parent.size() - 1);
  return host.front() == '.' && same_letters(host.substr(1), parent);
}

/// Whether it is made of labels as hosts have them, so that nobody takes it for anything else.
inline bool is_plain_name(std::string_view host) noexcept {
  constexpr std::size_t longest_name = 253;
  constexpr std::size_t longest_label = 63;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_in_label = [&](char c) {
    return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z') || c == '-' || c == '_';
  };
  host = without_dot(host);
  if (host.empty() || host.size() > longest_name) return false;

  std::string_view label;
  for (std::size_t begin = 0; begin <= host.size(); begin += label.size() + 1) {
    label = host.substr(begin, host.substr(begin).find('.'));
    if (label.empty() || label.size() > longest_label) return false;
    if (!std::all_of(label.begin(), label.end(), is_in_label)) return false;
  }
  const bool may_be_address = std::all_of(label.begin(), label.end(), is_digit);
  return !may_be_address;
}

/// Whether the source looks the name up in the DNS.
inline bool asks_dns(const name_source& s) noexcept {
  return s.name == "dns" || s.name == "resolve";
}

inline bool asks_mdns(const name_source& s) noexcept {
  return s.name == "resolve" || s.name.starts_with("mdns");
}

/// Whether it is known which names the source has. `systemd` has no hosts.
inline bool is_known(const name_source& s, bool mdns_is_widened) noexcept {
  constexpr std::string_view names[] = {"files",        "dns",           "resolve",
                                        "mdns_minimal", "mdns4_minimal", "mdns6_minimal",
                                        "myhostname",   "mymachines",    "systemd"};
  constexpr std::string_view widened[] = {"mdns", "mdns4", "mdns6"};
  const auto is_it = [&s](std::string_view name) { return s.name == name; };
  if (std::any_of(std::begin(names), std::end(names), is_it)) return true;
  return !mdns_is_widened && std::any_of(std::begin(widened), std::end(widened), is_it);
}

inline bool all_are_known(const name_facts& f) noexcept {
  return std::all_of(f.sources->begin(), f.sources->end(), [&f](const name_source& s) {
    return is_known(s, f.mdns_is_widened) && s.on(source_status::success) == source_action::end;
  });
}

/// Whether one family might be answered by one source that asks the DNS, and the other by the next.
inline bool two_ask_dns(const name_sources& sources) noexcept {
  bool goes_on = false;
  for (const name_source& s : sources) {
    if (!asks_dns(s)) continue;
    if (goes_on) return true;
    goes_on = s.on(source_status::not_found) != source_action::end ||
              s.on(source_status::try_again) != source_action::end;
  }
  return false;
}

/// Why both families must be asked for by one question; null if they need not.
inline const char* why_whole(const name_facts& f) noexcept {
  if (!f.sources) return "nsswitch.conf is not understood";
  if (!f.resolver) return "resolv.conf can't be read";

  const auto dots = std::size_t(std::count(f.host.begin(), f.host.end(), '.'));
  const bool is_absolute = f.host.ends_with('.');
  const bool one_label = without_dot(f.host).find('.') == f.host.npos;
  const bool by_mdns = std::any_of(f.sources->begin(), f.sources->end(), asks_mdns);

  const struct {
    bool holds;
    const char* why;
  } reasons[] = {
      {f.is_in_hosts_file, "the hosts file has it"},
      {!is_plain_name(f.host), "it is no plain name"},
      {one_label, "it has one label, which is an alias, or is searched for"},
      {!is_absolute && dots < f.resolver->ndots, "it is completed by the search list first"},
      {!all_are_known(f), "a source is not known"},
      {two_ask_dns(*f.sources), "two sources ask the DNS"},
      {by_mdns && is_at_or_below(f.host, "local"), "mDNS has it"},
      {same_letters(without_dot(f.host), without_dot(f.own_name)), "it is this machine"},
      {is_at_or_below(f.host, "localhost.localdomain"), "it is this machine"},
      {f.is_machine, "it is a container"},
  };

  for (const auto& reason : reasons)
    if (reason.holds) return reason.why;
  return nullptr;
}

inline name_plan plan_for(const name_facts& f) noexcept {
  if (const char* const why = why_whole(f)) return {name_question::whole, why};
  const bool is_searched_last = f.resolver->has_search_list && !f.host.ends_with('.');
  return {name_question::split, "one source has it, if any", is_searched_last};
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
