// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// IPv4 endpoints on a network that has IPv6 only, by whatever resolver (RFC 8305, section 7).
//
//     auto prefixes = co_await discover_nat64(resolver);
//     list = synthesize(prefixes, v4_endpoints);

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "../../address/nat64.hpp"
#include "../../by_name/resolver.hpp"
#include "../../core/as_result.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// So many addresses of ipv4only.arpa are looked at. A network has a translator or two.
inline constexpr std::size_t most_prefix_answers = 16;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Finds the prefixes of the network's translators by one query, for the AAAA records of
/// ipv4only.arpa (RFC 7050, section 3). The resolver outlives the task.
///
/// * Yields the prefixes in the order of the answer. There are none if the resolver fails, or
///   answers with none. The answer is believed as it comes (RFC 7050, section 3.1, has more to
///   ask), and stays good only on this network.
/// * Ends stopped after a stop. It never fails.
template <class = void>
task<std::vector<nat64_prefix>> discover_nat64(resolver<tcp::endpoint>& resolver) {
  auto query = resolver.resolve("ipv4only.arpa", "80", address_family::v6);
  auto found = co_await as_result(std::move(query));
  if (!found) co_return std::vector<nat64_prefix>();

  const std::size_t believed = std::min(found->size(), detail::most_prefix_answers);
  std::vector<ip_address> answers;
  std::transform(found->begin(), found->begin() + std::ptrdiff_t(believed),
                 std::back_inserter(answers), address_of);
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
