// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Hosts that need no query: addresses, and localhost.
//
//     auto known = known_endpoints("::1", "443");  // a result<std::optional<...>>
//     if (known && !*known) resolve(...);

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../by_name/resolver.hpp"
#include "../endpoint.hpp"
#include "../error.hpp"
#include "../host/addrinfo.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// "localhost", or what ends in ".localhost", in any case, with a dot at the end or without.
inline bool is_localhost(std::string_view host) noexcept {
  constexpr std::string_view name = "localhost";
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  if (host.size() < name.size()) return false;
  const std::string_view end = host.substr(host.size() - name.size());
  const auto same = [](char a, char b) { return a == b || a == b - 'a' + 'A'; };
  if (!std::equal(end.begin(), end.end(), name.begin(), same)) return false;
  return host.size() == name.size() ||
         (host.size() > name.size() + 1 && host[host.size() - name.size() - 1] == '.');
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The endpoints of `service` at `host` if nobody has to be asked for them; none, if somebody has.
/// Needs no network, but may read the system's list of services.
///
/// An address of either family is its one endpoint: whatever the system reads as one, with the
/// scope of a link-local address by the name of the interface or by its number ("fe80::1%eth0",
/// "fe80::1%2"). An IPv6 address may be in brackets, as in a URI (RFC 3986, section 3.2.2).
/// `localhost` and all names under it are the loopback of both families, IPv6 first (RFC 6761,
/// section 6.3).
///
/// The errors: `service_not_found` for the name of a service that is not known, at any host;
/// `host_not_found` for what has a colon or a bracket in it and so can be no name, but is no
/// address either, or has the scope of an interface that is not there.
inline result<std::optional<std::vector<tcp::endpoint>>> known_endpoints(
    const std::string& host, const std::string& service) {
  using list = std::optional<std::vector<tcp::endpoint>>;
  const auto address = [&](const std::string& text) {
    return detail::get_addresses(text, service, detail::asked_family::both,
                                 detail::host_form::address_only);
  };
  if (detail::is_localhost(host)) {
    auto both = address("::1");
    auto v4 = address("127.0.0.1");
    if (!both || !v4)
      return error(both ? v4.error().code() : both.error().code(), host + ' ' + service);
    both->insert(both->end(), v4->begin(), v4->end());
    return list(*std::move(both));
  }
  const bool in_brackets =
      host.size() > 2 && host.front() == '[' && host.back() == ']' && host.find(':') != host.npos;
  auto found = address(in_brackets ? host.substr(1, host.size() - 2) : host);
  if (found) return list(*std::move(found));
  const bool may_be_name = host.find_first_of(":[]") == host.npos;
  if (may_be_name && to_asio(found.error().code()) == detail::asio::error::host_not_found)
    return list();
  return error(found.error().code(), host + ' ' + service);
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Answers with what is known.
class known_resolver final : public resolver<tcp::endpoint> {
 public:
  explicit known_resolver(std::vector<tcp::endpoint> known) : known_(std::move(known)) {}

  bool has(address_family family) const noexcept {
    return std::any_of(known_.begin(), known_.end(),
                       [&](const tcp::endpoint& e) { return is_of(e, family); });
  }

  task<std::vector<tcp::endpoint>> resolve(std::string, std::string,
                                           address_family family) override {
    std::vector<tcp::endpoint> found;
    for (const tcp::endpoint& e : known_)
      if (is_of(e, family)) found.push_back(e);
    co_return found;
  }

 private:
  static bool is_of(const tcp::endpoint& e, address_family family) noexcept {
    return e.address().is_v6() == (family == address_family::v6);
  }

  std::vector<tcp::endpoint> known_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
