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
#include <system_error>
#include <utility>
#include <vector>

#include "../../address/nat64.hpp"
#include "../../by_name/connect_report.hpp"
#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../endpoint.hpp"
#include "../host/source_address.hpp"

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Finds the prefixes of the network's translators by one query, for the AAAA records of
/// ipv4only.arpa (RFC 7050, section 3). The resolver outlives the task.
///
/// * Yields the prefixes in the order of the answer. There are none if the resolver fails, or
///   answers with none. The answer is believed as it comes (RFC 7050, section 3.1, has more to
///   ask), and stays good only on this network.
/// * Ends stopped after a stop. It never fails.
inline task<std::vector<nat64_prefix>> discover_nat64(resolver<tcp::endpoint>& resolver) {
  auto query = resolver.resolve("ipv4only.arpa", "80", address_family::v6);
  auto found = co_await as_result(std::move(query));
  if (!found) co_return std::vector<nat64_prefix>();

  std::vector<ip_address> answers;
  std::transform(found->begin(), found->end(), std::back_inserter(answers), address_of);
  co_return find_nat64_prefixes(answers);
}

/// The IPv6 endpoints that stand for the IPv4 endpoints in `v4`: for each of them, in their order,
/// one with each prefix, in the order of the prefixes. What may not be translated, with the
/// Well-Known Prefix or at all, is left out (HEv3, section 8.3; RFC 6052, section 3.1); so is IPv6.
inline std::vector<tcp::endpoint> synthesize(const std::vector<nat64_prefix>& prefixes,
                                             const std::vector<tcp::endpoint>& v4) {
  std::vector<tcp::endpoint> v6;
  for (const tcp::endpoint& e : v4) {
    const ip_address address = address_of(e);
    for (const nat64_prefix& prefix : prefixes)
      if (synthesizable(prefix, address))
        v6.emplace_back(to_asio(synthesize(prefix, address)), e.port());
  }
  return v6;
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What comes first, the query for A or the look for a prefix.
enum class nat64_order : unsigned char {
  /// The query for A. A prefix is looked for only if the answer needs translating.
  query_first,

  /// The look for a prefix. If there is none, the query for A is not made.
  prefixes_first,
};

/// Answers on a network with IPv6 only. The IPv4 endpoints in an answer to A become the IPv6
/// endpoints under which the network's translators reach them, with each prefix (RFC 8305, sections
/// 7.1 and 7.2; HEv3, section 8). An IPv4 endpoint that has a route stays as it is. As A is always
/// asked for, section 7.2's wait for a last resort is not needed.
class nat64_resolver final : public resolver<tcp::endpoint> {
 public:
  /// `names` answers the queries; `dns` knows ipv4only.arpa. In `report`, unless it is null, an
  /// address is noted that is left out.
  nat64_resolver(resolver<tcp::endpoint>& names, resolver<tcp::endpoint>& dns, nat64_order order,
                 connect_report<tcp::endpoint>* report = nullptr)
      : names_(names), dns_(dns), order_(order), report_(report) {}

  task<std::vector<tcp::endpoint>> resolve(std::string host, std::string service,
                                           address_family family) override {
    const bool is_a = family == address_family::v4;
    std::vector<nat64_prefix> prefixes;
    if (is_a && order_ == nat64_order::prefixes_first) {
      prefixes = co_await discover_nat64(dns_);
      if (prefixes.empty()) co_return std::vector<tcp::endpoint>();
    }

    auto query = names_.resolve(std::move(host), std::move(service), family);
    auto found = co_await as_result(std::move(query));
    if (!found) co_return std::move(found);

    // Neither 127.0.0.1 nor what the local network has may wait for a DNS that is silent.
    if (is_a && order_ == nat64_order::query_first && needs_translator(*found))
      prefixes = co_await discover_nat64(dns_);
    if (prefixes.empty()) co_return std::move(found);
    co_return reached_by(prefixes, *found);
  }

 private:
  static bool has_route(const tcp::endpoint& e) noexcept {
    return source_address_of(address_of(e)).has_value();
  }

  /// Whether any of the endpoints can be reached by a translator alone.
  static bool needs_translator(const std::vector<tcp::endpoint>& v4) noexcept {
    return std::any_of(v4.begin(), v4.end(), [](const tcp::endpoint& e) {
      return synthesizable(address_of(e)) && !has_route(e);
    });
  }

  /// Where the endpoints are reached: as they are, or by the translators.
  std::vector<tcp::endpoint> reached_by(const std::vector<nat64_prefix>& prefixes,
                                        const std::vector<tcp::endpoint>& v4) const {
    std::vector<tcp::endpoint> reached;
    for (const tcp::endpoint& e : v4) {
      if (has_route(e)) {
        reached.push_back(e);
      } else {
        const auto translated = synthesize(prefixes, {e});
        if (translated.empty()) note_left_out(e);
        reached.insert(reached.end(), translated.begin(), translated.end());
      }
    }
    return reached;
  }

  /// There is no way to it: no IPv4, and NAT64 may not translate it.
  void note_left_out(const tcp::endpoint& e) const {
    if (!report_) return;
    const std::string about = to_string(e) + " has no route, and is not for NAT64";
    report_->left_out.push_back(
        {e, error(std::make_error_code(std::errc::network_unreachable), about)});
  }

  resolver<tcp::endpoint>& names_;
  resolver<tcp::endpoint>& dns_;
  nat64_order order_;
  connect_report<tcp::endpoint>* report_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
