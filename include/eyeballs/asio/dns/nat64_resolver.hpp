// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// IPv4 endpoints on a network that has IPv6 only, by whatever resolver (RFC 8305, section 7).
//
//     auto prefixes = co_await discover_nat64(resolver);
//     list = synthesize(prefixes, v4_endpoints);

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "../../address/nat64.hpp"
#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../endpoint.hpp"
#include "../host/source_address.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Yields the prefixes of the network's translators, in the order of the answer to one query, for
/// the AAAA records of ipv4only.arpa (RFC 7050, section 3). An error of the resolver, or nothing,
/// is no prefix. A stop ends it as stopped. The answer is believed as it comes (RFC 7050, section
/// 3.1, has more to ask), and stays good only on this network. The resolver outlives the task.
inline task<std::vector<nat64_prefix>> discover_nat64(resolver<tcp::endpoint>& resolver) {
  auto query = resolver.resolve("ipv4only.arpa", "80", address_family::v6);
  auto found = co_await as_result(std::move(query));
  if (!found) co_return std::vector<nat64_prefix>();
  std::vector<ip_address> answers;
  std::transform(found->begin(), found->end(), std::back_inserter(answers), address_of);
  co_return find_nat64_prefixes(answers);
}

/// The IPv6 endpoints that stand for the IPv4 endpoints in `v4`: for each of them, in their order,
/// one with each prefix, in theirs. Those that may not be translated are left out, with all
/// prefixes or with the Well-Known one (HEv3, section 8.3; RFC 6052, section 3.1), and so is IPv6.
inline std::vector<tcp::endpoint> synthesize(const std::vector<nat64_prefix>& prefixes,
                                             const std::vector<tcp::endpoint>& v4) {
  std::vector<tcp::endpoint> v6;
  for (const tcp::endpoint& e : v4)
    for (const nat64_prefix& prefix : prefixes)
      if (const ip_address address = address_of(e); synthesizable(prefix, address))
        v6.emplace_back(to_asio(synthesize(prefix, address)), e.port());
  return v6;
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// On a network with IPv6 only: an answer to the query for A is where IPv4 goes by a translator,
/// with all of the network's prefixes (RFC 8305, sections 7.1 and 7.2; HEv3, section 8). Where IPv4
/// has a route it stays as it is. As A is always asked for, section 7.2's wait for a last resort is
/// not needed.
class nat64_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `names` answers; `dns` knows ipv4only.arpa. `v4_anyway`: ask for A also if there is no prefix,
  /// and so first; then for a prefix only if the answer has need of one.
  nat64_resolver(resolver<tcp::endpoint>& names, resolver<tcp::endpoint>& dns, bool v4_anyway)
      : names_(names), dns_(dns), v4_anyway_(v4_anyway) {}

  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    std::vector<nat64_prefix> prefixes;
    if (family == address_family::v4 && !v4_anyway_) {
      prefixes = co_await discover_nat64(dns_);
      if (prefixes.empty()) co_return std::vector<tcp::endpoint>();
    }
    auto query = names_.resolve(std::move(host), std::move(service), family);
    auto found = co_await as_result(std::move(query));
    if (!found) co_return fail(std::move(found).error());
    // Neither 127.0.0.1 nor what the local network has may wait for a DNS that is silent.
    if (family == address_family::v4 && v4_anyway_ &&
        std::any_of(found->begin(), found->end(), needs_translator))
      prefixes = co_await discover_nat64(dns_);
    if (prefixes.empty()) co_return *std::move(found);
    std::vector<tcp::endpoint> reached;
    for (const tcp::endpoint& e : *found) {
      if (has_route(e)) {
        reached.push_back(e);
      } else {
        const auto translated = synthesize(prefixes, {e});
        reached.insert(reached.end(), translated.begin(), translated.end());
      }
    }
    co_return reached;
  }

 private:
  static bool has_route(const tcp::endpoint& e) noexcept {
    return source_address_of(address_of(e)).has_value();
  }

  static bool needs_translator(const tcp::endpoint& e) noexcept {
    return synthesizable(address_of(e)) && !has_route(e);
  }

  resolver<tcp::endpoint>& names_;
  resolver<tcp::endpoint>& dns_;
  bool v4_anyway_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
